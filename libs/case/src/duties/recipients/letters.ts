import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { EventType } from '../../events.js';
import type { RecipientEvents } from './events.js';

/** What an answer, and the letter that names them, hold about the recipients. */
export const toldOfRecipients: readonly EventType[] = [
  'RecipientNamed',
  'NoRecipientsRecorded',
  'RecipientOutcomeRecorded',
  'RecipientsDisclosureDecided',
];

export const recipientLetters: Readonly<Record<keyof RecipientEvents, readonly LetterRule[]>> = {
  RecipientNamed: noLetters,
  NoRecipientsRecorded: noLetters,
  RecipientOutcomeRecorded: noLetters,
  RecipientsDisclosureDecided: toRequester('recipients'),
};
