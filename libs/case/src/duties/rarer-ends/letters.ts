import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { RarerEndEvents } from './events.js';

/** Of a death only those are told who act for the person: nothing is sent to the address of somebody who has died. */
export const rarerEndLetters: Readonly<
  Record<Exclude<keyof RarerEndEvents, 'SubjectDied'>, readonly LetterRule[]>
> = {
  CannotIdentifyDecided: toRequester('cannot-identify', 'request'),
  ToldNotIdentified: noLetters,
  PersonNotIdentified: noLetters,
  ReclassificationDecided: toRequester('reclassification'),
  CaseReclassified: noLetters,
};
