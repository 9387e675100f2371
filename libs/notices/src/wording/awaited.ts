import { heading, words, type Block } from '../document/block.js';
import type { Awaited } from '../data/letter-data.js';

/** What we wait for, after “We asked you”. */
export const askedYou: Readonly<Record<Awaited, string>> = {
  identity: 'to help us check who you are',
  'what-identifies': 'to tell us more, if you can, so that we can find the data you mean',
  authority: 'to show us that you may act for this person',
  fee: 'to pay a fee',
  clarification: 'to tell us more about what you are looking for',
};

/** What its absence means for the time we have. */
export const meanwhile: Readonly<Record<Awaited, string>> = {
  identity:
    'We have one month to answer from the day we get all that we asked for. That month has not begun.',
  'what-identifies':
    'We have one month to answer from the day you tell us more. That month has not begun. You do not have to send us more.',
  authority:
    'We have one month to answer from the day we get all that we asked for. That month has not begun.',
  fee: 'We have one month to answer from the day you pay. That month has not begun.',
  clarification:
    'The time we have to answer stands still until you reply. You can also tell us that you would rather not say more.',
};

/** What happens if it comes after the request was closed (R24, R29). */
export const ifItComesLater: Readonly<Record<Awaited, string>> = {
  identity: 'If you send it later, we will open your request again. We then have one month from that day.',
  'what-identifies':
    'If you tell us more later, we will open your request again. We then have one month from that day.',
  authority: 'If you send it later, we will open your request again. We then have one month from that day.',
  fee: 'If you pay later, we will open your request again. We then have one month from that day.',
  clarification: 'If you reply later, we will open your request again.',
};

/** The words of the ask once more, where it had any. */
export function whatWeNeed(whatIsAsked: string | undefined): readonly Block[] {
  if (whatIsAsked === undefined) return [];
  return [heading('What we need from you'), words(whatIsAsked, ['what-is-asked'])];
}
