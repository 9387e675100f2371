import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { DecisionEvents } from './events.js';

export const decisionLetters: Readonly<Record<keyof DecisionEvents, readonly LetterRule[]>> = {
  DecisionExplanationDecided: toRequester('decision-explained'),
  DecisionExplained: noLetters,
  RepresentationsRecorded: noLetters,
  PersonIntervened: noLetters,
  DecidedAgain: noLetters,
};
