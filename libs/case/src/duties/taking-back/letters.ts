import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { TakingBackEvents } from './events.js';

export const takingBackLetters: Readonly<Record<keyof TakingBackEvents, readonly LetterRule[]>> = {
  RecordTakenBack: noLetters,
};
