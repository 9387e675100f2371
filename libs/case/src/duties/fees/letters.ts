import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { FeesEvents } from './events.js';

export const feesLetters: Readonly<Record<keyof FeesEvents, readonly LetterRule[]>> = {
  FeeEstimated: noLetters,
  FeeRefunded: toRequester('fee-refund'),
};
