import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { ErasureEvents } from './events.js';

export const erasureLetters: Readonly<Record<keyof ErasureEvents, readonly LetterRule[]>> = {
  ErasureGroundJudged: noLetters,
  ErasureExceptionJudged: noLetters,
  DataErased: noLetters,
  PublicStepsRecorded: noLetters,
};
