import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { OthersEvents } from './events.js';

/** The answer says that something was left out; never about whom. */
export const othersLetters: Readonly<Record<keyof OthersEvents, readonly LetterRule[]>> = {
  OtherPersonReviewed: noLetters,
  NoOtherPersonFound: noLetters,
};
