import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { FeesEvents } from './events.js';

export const feesLetters: Readonly<Record<keyof FeesEvents, readonly LetterRule[]>> = {
  FeeEstimated: noLetters,
};
