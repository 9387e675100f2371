import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { ExemptionEvents } from './events.js';

/** The person is told with the refusal or the answer. */
export const exemptionLetters: Readonly<Record<keyof ExemptionEvents, readonly LetterRule[]>> = {
  ExemptionApplied: noLetters,
  ExemptionReviewed: noLetters,
};
