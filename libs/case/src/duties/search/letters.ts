import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { SearchEvents } from './events.js';

export const searchLetters: Readonly<Record<keyof SearchEvents, readonly LetterRule[]>> = {
  SearchRecorded: noLetters,
};
