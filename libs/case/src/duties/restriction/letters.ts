import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { RestrictionEvents } from './events.js';

export const restrictionLetters: Readonly<Record<keyof RestrictionEvents, readonly LetterRule[]>> = {
  DataRestricted: noLetters,
  LiftingDecided: toRequester('restriction-lifting'),
  RestrictionLifted: noLetters,
};
