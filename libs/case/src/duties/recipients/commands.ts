import type { CivilDate, RecipientOutcome } from '@duly/law';
import { ofCaseAfterClosing, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** What became of telling one recipient (UK GDPR Art 19; R45). */
export const recipientOutcomes = [
  'told',
  'impossible',
  'disproportionate',
] as const satisfies readonly RecipientOutcome['outcome'][];

/** UK GDPR Art 19: somebody to whom the data was disclosed, processors included. */
export interface NameRecipient extends Commanded {
  readonly verb: 'name-recipient';
  /** Who it is, as the person will read it where they ask. */
  readonly words: WordsId;
}
/** The data was disclosed to nobody. */
export interface RecordNoRecipients extends Commanded {
  readonly verb: 'record-no-recipients';
  /** How that is known. */
  readonly reasons: WordsId;
}
export interface RecordRecipientOutcome extends Commanded {
  readonly verb: 'record-recipient-outcome';
  /** The number of the event `RecipientNamed`. */
  readonly recipient: number;
  readonly outcome: RecipientOutcome['outcome'];
  /** The day on which it was told, or on which that was given up. */
  readonly on: CivilDate;
  /** Why it is impossible or disproportionate; needed wherever it was not told. */
  readonly reasons?: WordsId;
}
/** The person asks who the recipients are, and is told. */
export interface DiscloseRecipients extends Commanded {
  readonly verb: 'disclose-recipients';
  /** The day on which they asked. */
  readonly on: CivilDate;
}

export type RecipientCommand =
  NameRecipient | RecordNoRecipients | RecordRecipientOutcome | DiscloseRecipients;
export type RecipientVerb = RecipientCommand['verb'];

/** The answer ends none of this: it promises to tell those who do not know yet, and to say who they are (Art 19). */
export const recipientVerbs: Readonly<Record<RecipientVerb, VerbTraits>> = {
  'name-recipient': ofCaseAfterClosing,
  'record-no-recipients': ofCaseAfterClosing,
  'record-recipient-outcome': ofCaseAfterClosing,
  'disclose-recipients': ofCaseAfterClosing,
};

/** For the rights after which recipients are told. */
export const verbsOfRecipients = Object.keys(recipientVerbs) as readonly RecipientVerb[];
