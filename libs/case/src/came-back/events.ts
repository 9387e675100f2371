import type { CivilDate } from '@duly/law';
import type { LetterKind, LetterRecipient } from '../letter-rules.js';

interface OfLetter {
  /** The event that decided the letter. */
  readonly decided: number;
  readonly letter: string;
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
  /** The report of the mail system that says so: the same report counts once. */
  readonly report: string;
}

/** `for-good`: the address takes no letter. `for-now`: it took none for days, as a full mailbox. */
export type Failure = 'for-good' | 'for-now';

/** What comes back of letters that the mail server had taken. */
export interface CameBackEvents {
  NoticeBounced: OfLetter & {
    readonly failure: Failure;
    /** It is written again with this event: by e-mail where an address is known that may work, else to be posted. */
    readonly again?: true;
    /** The last day on which sending it again does what it is meant to do; null where it has none. */
    readonly lastDay: CivilDate | null;
  };
  /** A machine has answered: the letter arrived, and perhaps nobody reads it (RFC 3834). */
  AutoReplyReceived: OfLetter;
}

export const cameBackEvents: Readonly<Record<keyof CameBackEvents, true>> = {
  NoticeBounced: true,
  AutoReplyReceived: true,
};
