import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { ParticularsEvents } from './events.js';

/** They go with the answer. */
export const particularsLetters: Readonly<Record<keyof ParticularsEvents, readonly LetterRule[]>> = {
  ParticularsRecorded: noLetters,
};
