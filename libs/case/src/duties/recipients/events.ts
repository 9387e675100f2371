import type { RecipientOutcome } from '@duly/law';
import type { WordsId } from '../../names.js';

/** What happens while those who have the data are told of a correction, an erasure or a restriction. */
export interface RecipientEvents {
  RecipientNamed: { readonly words: WordsId };
  NoRecipientsRecorded: { readonly reasons: WordsId };
  RecipientOutcomeRecorded: {
    readonly recipient: number;
    readonly outcome: RecipientOutcome['outcome'];
    readonly reasons?: WordsId;
  };
  /** The person asked who they are; the letter that tells it is decided. */
  RecipientsDisclosureDecided: object;
}

export const recipientEvents: Readonly<Record<keyof RecipientEvents, true>> = {
  RecipientNamed: true,
  NoRecipientsRecorded: true,
  RecipientOutcomeRecorded: true,
  RecipientsDisclosureDecided: true,
};
