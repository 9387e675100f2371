import { noLetters, toRequester, type LetterRule } from '../../letter-rules.js';
import type { RecipientEvents } from './events.js';

export const recipientLetters: Readonly<Record<keyof RecipientEvents, readonly LetterRule[]>> = {
  RecipientNamed: noLetters,
  NoRecipientsRecorded: noLetters,
  RecipientOutcomeRecorded: noLetters,
  RecipientsDisclosureDecided: toRequester('recipients'),
};
