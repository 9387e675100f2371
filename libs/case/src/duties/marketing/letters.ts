import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { MarketingEvents } from './events.js';

export const marketingLetters: Readonly<Record<keyof MarketingEvents, readonly LetterRule[]>> = {
  RecordQuestionDecided: toRequester('which-record'),
  RecordQuestionAsked: noLetters,
  ObjectionPassedOn: noLetters,
  ObjectorListed: toRequester('marketing-stopped'),
};
