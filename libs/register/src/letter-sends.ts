import type { Database } from '@duly/postgres';

/** One try to send a letter. */
export interface LetterTry {
  readonly letterId: string;
  readonly number: number;
  readonly beganAt: string;
  readonly endedAt: string | null;
  readonly result: 'accepted' | 'refused' | 'deferred' | 'unknown' | null;
  readonly replyCode: number | null;
  readonly sealedWords: Buffer | null;
}

/** What the mail system reported of a letter later. */
export interface LetterReported {
  readonly letterId: string;
  readonly reportId: string;
  readonly what: 'for-good' | 'for-now' | 'delayed' | 'auto-reply';
  readonly source: 'mailbox' | 'webhook';
  readonly status: string | null;
  readonly receivedAt: string;
  readonly sealedWords: Buffer | null;
}

/** What became of letters, try by try, and what was reported of them later. */
export class LetterSends {
  constructor(private readonly database: Database) {}

  /** Every try on these letters, in order. */
  tries(letterIds: readonly string[]): Promise<readonly LetterTry[]> {
    return this.database.query<LetterTry>(
      `SELECT letter_id AS "letterId", number, began_at AS "beganAt", ended_at AS "endedAt", result, reply_code AS "replyCode",
         sealed_reply AS "sealedWords"
       FROM register.letter_try WHERE letter_id = ANY($1) ORDER BY letter_id, number`,
      [letterIds],
    );
  }

  /** What came back of these letters, in order. */
  reported(letterIds: readonly string[]): Promise<readonly LetterReported[]> {
    return this.database.query<LetterReported>(
      `SELECT letter_id AS "letterId", report_id AS "reportId", what, source, status, received_at AS "receivedAt",
         sealed_words AS "sealedWords"
       FROM register.mail_report WHERE letter_id = ANY($1) ORDER BY letter_id, received_at, report_id`,
      [letterIds],
    );
  }
}
