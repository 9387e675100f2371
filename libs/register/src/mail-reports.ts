import type { LetterNews, LetterRecipient } from '@duly/case';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';

/** What a report says of a letter. `delayed`: it is still tried, and nobody need do anything. */
export type ReportedWhat = LetterNews['what'] | 'delayed';

export interface MailReport {
  /** The same for the same report, however often it is read. */
  readonly reportId: string;
  readonly letterId: string;
  readonly what: ReportedWhat;
  readonly source: 'mailbox' | 'webhook';
  /** RFC 3463, such as `5.1.1`. */
  readonly status?: string;
  /** What the other mail server said, sealed: it repeats the address. */
  readonly sealedWords?: Buffer;
  /** Keyed hash of an address that took a letter no more. */
  readonly failedAddress?: string;
}

/** By what a report names its letter: the mark of the return address, or the returned head's `Message-ID`. */
export interface ReportedBy {
  readonly returnTokens: readonly string[];
  readonly messageIds: readonly string[];
}

export interface ReportedLetter {
  readonly letterId: string;
  readonly requestId: string;
  readonly recipient: LetterRecipient;
  readonly sealedMessage: Buffer | null;
}

export interface NewsToTell {
  readonly caseId: string;
  readonly news: LetterNews;
  /** How often it was told before, in vain. */
  readonly tries: number;
}

/** The cases of a letter: those that have recorded it, and where none has yet, those of its owner. */
const casesOfLetter = `
  SELECT case_id FROM register.letter_of_case WHERE letter_id = $1
  UNION SELECT i.case_id FROM register.letter l JOIN register.intake i ON i.request_id = l.request_id AND i.run = 1
    WHERE l.letter_id = $1 AND (l.level = 'request' OR l.letter_id LIKE i.case_id || '.%')
      AND NOT EXISTS (SELECT 1 FROM register.letter_of_case c WHERE c.letter_id = l.letter_id)`;

async function tellCases(sql: Sql, { reportId, letterId, what }: MailReport): Promise<void> {
  if (what === 'delayed') return;
  await sql.change(
    `INSERT INTO register.mail_report_case (report_id, case_id)
     SELECT $2, of_letter.case_id FROM (${casesOfLetter}) AS of_letter
     WHERE EXISTS (SELECT 1 FROM register.letter l WHERE l.letter_id = $1 AND l.recipient IN ('requester', 'recipient'))
     ON CONFLICT DO NOTHING`,
    [letterId, reportId],
  );
}

/** Reports of the mail system: recorded once, then told to each case of the letter by the sweeper. */
export class MailReports {
  constructor(private readonly database: Database) {}

  /** The letter a report is about; undefined where it is none of ours. */
  async letterOf({ returnTokens, messageIds }: ReportedBy): Promise<ReportedLetter | undefined> {
    const [letter] = await this.database.query<ReportedLetter>(
      `SELECT letter_id AS "letterId", request_id AS "requestId", recipient, sealed_message AS "sealedMessage"
       FROM register.letter WHERE return_token = ANY($1) OR message_id = ANY($2)
       ORDER BY (return_token = ANY($1)) DESC NULLS LAST LIMIT 1`,
      [returnTokens, messageIds],
    );
    return letter;
  }

  /**
   * Records a report, marks its cases to be told, and writes the audit entry, in one transaction; again without harm.
   * @param webhookMessage of a webhook: its own id, which counts once
   * @returns false where it was recorded before
   */
  record(report: MailReport, requestId: string, webhookMessage?: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      if (webhookMessage !== undefined && !(await this.isNew(sql, webhookMessage))) return false;
      const { reportId, letterId, what, source, status = null, sealedWords = null, failedAddress } = report;
      const added = await sql.change(
        `INSERT INTO register.mail_report (report_id, letter_id, what, source, status, sealed_words)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (report_id) DO NOTHING`,
        [reportId, letterId, what, source, status, sealedWords],
      );
      if (added === 0) return false;
      if (what === 'for-good' || what === 'for-now')
        await sql.change(
          'UPDATE register.letter SET bounced_at = coalesce(bounced_at, now()) WHERE letter_id = $1',
          [letterId],
        );
      if (failedAddress !== undefined) await addressFailed(sql, requestId, failedAddress);
      await tellCases(sql, report);
      const detail = { letter: letterId, what, status, source };
      await appendAudit(sql, [{ action: 'MailReported', by: 'post', requestId, detail }]);
      return true;
    });
  }

  /** A webhook's message that says nothing to record is known from now on, too. @returns false where it was */
  async isNew(sql: Sql, webhookMessage: string): Promise<boolean> {
    const added = await sql.change(
      'INSERT INTO register.webhook_message (message_id) VALUES ($1) ON CONFLICT DO NOTHING',
      [webhookMessage],
    );
    return added > 0;
  }

  /** @param seconds longer than a webhook's message may be old */
  async forgetWebhookMessages(seconds: number): Promise<void> {
    await this.database.change(
      'DELETE FROM register.webhook_message WHERE received_at < now() - make_interval(secs => $1)',
      [seconds],
    );
  }

  /** A letter to a person was refused because the address takes none. */
  addressFailed(requestId: string, hash: string): Promise<void> {
    return addressFailed(this.database, requestId, hash);
  }

  /** Whether an address of a request's people is known to take no letters. */
  async hasFailed(requestId: string, hash: string): Promise<boolean> {
    const found = await this.database.query(
      'SELECT 1 FROM register.address_failure WHERE request_id = $1 AND address_hash = $2',
      [requestId, hash],
    );
    return found.length > 0;
  }

  /** Cases that are to be told, each for one sweeper. @param lease seconds */
  claimWaiting(limit: number, lease = 30): Promise<readonly NewsToTell[]> {
    return this.database.query<NewsToTell>(
      `UPDATE register.mail_report_case AS waiting SET tries = waiting.tries + 1,
         next_try_at = now() + make_interval(secs => least(600, $2 * power(2, least(waiting.tries, 5))))
       FROM register.mail_report r
       WHERE r.report_id = waiting.report_id AND (waiting.report_id, waiting.case_id) IN (
         SELECT report_id, case_id FROM register.mail_report_case
         WHERE outcome = 'waiting' AND next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING waiting.case_id AS "caseId", waiting.tries - 1 AS tries,
         jsonb_build_object('report', r.report_id, 'letterId', r.letter_id, 'what', r.what) AS news`,
      [limit, lease],
    );
  }

  /** What the case made of it. */
  async told({ report }: LetterNews, caseId: string, version: number | null): Promise<void> {
    await this.database.change(
      `UPDATE register.mail_report_case SET outcome = CASE WHEN $3::int IS NULL THEN 'of-no-use' ELSE 'told' END, version = $3
       WHERE report_id = $1 AND case_id = $2 AND outcome = 'waiting'`,
      [report, caseId, version],
    );
  }

  /** The case was not ready, and is told again so many seconds from now. */
  async again({ report }: LetterNews, caseId: string, seconds: number): Promise<void> {
    await this.database.change(
      `UPDATE register.mail_report_case SET next_try_at = now() + make_interval(secs => $3)
       WHERE report_id = $1 AND case_id = $2 AND outcome = 'waiting'`,
      [report, caseId, seconds],
    );
  }
}

async function addressFailed(sql: Sql, requestId: string, hash: string): Promise<void> {
  await sql.change(
    'INSERT INTO register.address_failure (request_id, address_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [requestId, hash],
  );
}
