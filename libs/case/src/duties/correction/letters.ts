import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { CorrectionEvents } from './events.js';

export const correctionLetters: Readonly<Record<keyof CorrectionEvents, readonly LetterRule[]>> = {
  FindingRecorded: noLetters,
  CorrectionMade: noLetters,
};
