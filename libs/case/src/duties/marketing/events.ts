import type { WordsId } from '../../names.js';

/** What happens in an objection to direct marketing, beside its answer. */
export interface MarketingEvents {
  RecordQuestionDecided: { readonly words: WordsId };
  /** Nothing waits for the reply. */
  RecordQuestionAsked: { readonly decided: number };
  ObjectionPassedOn: { readonly words: WordsId };
  /** The list of suppressions knows the person by some address or number at last. */
  ObjectorListed: object;
}

export const marketingEvents: Readonly<Record<keyof MarketingEvents, true>> = {
  RecordQuestionDecided: true,
  RecordQuestionAsked: true,
  ObjectionPassedOn: true,
  ObjectorListed: true,
};
