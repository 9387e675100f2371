import type { CaseRight } from '@duly/case';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import {
  selectAsk,
  selectAskToMake,
  type AskPurpose,
  type AskToMake,
  type SourceAnswer,
  type SourceAsk,
} from './source-ask.js';

export interface CollectionToBegin {
  readonly caseId: string;
  readonly requestId: string;
  readonly purpose: AskPurpose;
  readonly right: CaseRight;
  readonly by: string;
  /** Of an erasure: nothing is erased before it, ISO 8601 by the case's own clock. */
  readonly notBefore?: string;
}

/** All that the sources of one case were asked for one purpose. */
export interface Collection {
  readonly caseId: string;
  readonly requestId: string;
  readonly purpose: AskPurpose;
  readonly begunBy: string;
  readonly begunAt: string;
  /** When the last source had answered or was set aside; null until then. */
  readonly completedAt: string | null;
  /** Of an erasure: who approved it, and when; null until then. */
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly notBefore: string | null;
}

export interface AnswerToRecord {
  readonly answer: SourceAnswer;
  readonly reasonWords?: string | undefined;
  readonly exemption?: string | undefined;
  readonly proofWords?: string | undefined;
  /** A staff id, or `source`. */
  readonly by: string;
}

/** `settled`: it had answered or was set aside before. `no-documents`: it says found, and has sent nothing. */
export type AnswerRecorded = 'recorded' | 'settled' | 'no-documents';

const isOpen = `state IN ('waiting', 'asked')`;

async function logged(sql: Sql, askId: string, action: string, by: string, more: object = {}): Promise<void> {
  const [ask] = await sql.query<{ caseId: string; requestId: string; source: string; purpose: string }>(
    `SELECT case_id AS "caseId", request_id AS "requestId", source_id AS source, purpose FROM register.source_ask WHERE ask_id = $1`,
    [askId],
  );
  if (!ask) return;
  const { caseId, requestId, source, purpose } = ask;
  await appendAudit(sql, [
    { action, by, caseId, requestId, detail: { ask: askId, source, purpose, ...more } },
  ]);
}

/** What the sources were asked about a case and answered. An ask has one answer: the first. */
export class SourceAsks {
  constructor(private readonly database: Database) {}

  /** In the order of the sources' names; both purposes where none is given. */
  ofCase(caseId: string, purpose?: AskPurpose): Promise<readonly SourceAsk[]> {
    return this.database.query<SourceAsk>(
      `${selectAsk} WHERE a.case_id = $1 AND ($2::text IS NULL OR a.purpose = $2) ORDER BY a.purpose, s.name`,
      [caseId, purpose ?? null],
    );
  }

  async byId(askId: string): Promise<SourceAsk | undefined> {
    const [ask] = await this.database.query<SourceAsk>(`${selectAsk} WHERE a.ask_id = $1`, [askId]);
    return ask;
  }

  async toMake(askId: string): Promise<AskToMake | undefined> {
    const [ask] = await this.database.query<AskToMake>(`${selectAskToMake} WHERE a.ask_id = $1`, [askId]);
    return ask;
  }

  async collection(caseId: string, purpose: AskPurpose): Promise<Collection | undefined> {
    const [found] = await this.database.query<Collection>(
      `SELECT case_id AS "caseId", request_id AS "requestId", purpose, begun_by AS "begunBy", begun_at AS "begunAt",
         completed_at AS "completedAt", approved_by AS "approvedBy", approved_at AS "approvedAt", not_before AS "notBefore"
       FROM register.collection WHERE case_id = $1 AND purpose = $2`,
      [caseId, purpose],
    );
    return found;
  }

  /** Asks every source of the right that was not asked before. @returns all asks of the case and purpose */
  begin(collection: CollectionToBegin): Promise<readonly SourceAsk[]> {
    const { caseId, requestId, purpose, right, by, notBefore = null } = collection;
    return this.database.inTransaction(async sql => {
      await sql.change(
        `INSERT INTO register.collection (case_id, purpose, request_id, begun_by, not_before) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [caseId, purpose, requestId, by, notBefore],
      );
      const added = await sql.change(
        `INSERT INTO register.source_ask (ask_id, case_id, purpose, request_id, source_id, source_version, entities)
         SELECT gen_random_uuid(), $1, $2, $3, source_id, version, entities FROM register.source
         WHERE removed_at IS NULL AND (rights IS NULL OR $4 = ANY(rights))
         ON CONFLICT (case_id, purpose, source_id) DO NOTHING`,
        [caseId, purpose, requestId, right],
      );
      if (added > 0) {
        await sql.change(
          'UPDATE register.collection SET completed_at = NULL WHERE case_id = $1 AND purpose = $2',
          [caseId, purpose],
        );
        await appendAudit(sql, [
          { action: 'CollectionBegun', by, caseId, requestId, detail: { purpose, asked: added } },
        ]);
      }
      return sql.query<SourceAsk>(`${selectAsk} WHERE a.case_id = $1 AND a.purpose = $2 ORDER BY s.name`, [
        caseId,
        purpose,
      ]);
    });
  }

  /** The first approval stands. @returns false where it was approved before, or was never begun */
  approve(caseId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const [row] = await sql.query<{ requestId: string }>(
        `UPDATE register.collection SET approved_by = $2, approved_at = now()
         WHERE case_id = $1 AND purpose = 'erase' AND approved_at IS NULL RETURNING request_id AS "requestId"`,
        [caseId, by],
      );
      if (!row) return false;
      await appendAudit(sql, [
        { action: 'ErasureApproved', by, caseId, requestId: row.requestId, detail: { purpose: 'erase' } },
      ]);
      return true;
    });
  }

  /** What it waits for before it may be asked at all, by a word of ours; it counts as no try. */
  async waits(askId: string, why: string): Promise<void> {
    await this.database.change(
      `UPDATE register.source_ask SET failure = $2 WHERE ask_id = $1 AND ${isOpen} AND failure IS DISTINCT FROM $2`,
      [askId, why],
    );
  }

  /** From now on an answer by token is taken, for so many days by the real clock. */
  async giveToken(askId: string, days: number): Promise<void> {
    await this.database.change(
      `UPDATE register.source_ask SET token_until = now() + make_interval(days => $2::int) WHERE ask_id = $1 AND ${isOpen}`,
      [askId, days],
    );
  }

  /** A try that reached the source. @param at by the case's own clock */
  async asked(askId: string, at: string): Promise<void> {
    await this.database.change(
      `UPDATE register.source_ask SET state = 'asked', asked_at = coalesce(asked_at, $2), tries = tries + 1, tried_at = $2,
         failure = NULL WHERE ask_id = $1 AND ${isOpen}`,
      [askId, at],
    );
  }

  /** A try that failed, by a word of ours. */
  async failed(askId: string, failure: string, at: string): Promise<void> {
    await this.database.change(
      `UPDATE register.source_ask SET tries = tries + 1, tried_at = $3, failure = $2 WHERE ask_id = $1 AND ${isOpen}`,
      [askId, failure, at],
    );
  }

  /** @param count the day of the schedule that has come, from 1 @returns whether it is still open, and was not chased for it before */
  async chased(askId: string, count: number, at: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const counted = await sql.change(
        `UPDATE register.source_ask SET chased = $2, chased_at = $3 WHERE ask_id = $1 AND chased < $2 AND ${isOpen}`,
        [askId, count, at],
      );
      if (counted > 0) await logged(sql, askId, 'SourceChased', 'time');
      return counted > 0;
    });
  }

  answer(askId: string, given: AnswerToRecord): Promise<AnswerRecorded> {
    const { answer, reasonWords = null, exemption = null, proofWords = null, by } = given;
    return this.database.inTransaction(async sql => {
      if (answer === 'found' && !(await hasDocuments(sql, askId))) return 'no-documents';
      const changed = await sql.change(
        `UPDATE register.source_ask SET state = 'answered', answer = $2, reason_words = $3, exemption = $4, proof_words = $5,
           answered_at = now(), answered_by = $6, failure = NULL WHERE ask_id = $1 AND ${isOpen}`,
        [askId, answer, reasonWords, exemption, proofWords, by],
      );
      if (changed === 0) return 'settled';
      await logged(sql, askId, 'SourceAnswered', by, { answer, exemption });
      return 'recorded';
    });
  }

  /** @returns false where it is settled already */
  setAside(askId: string, reasonWords: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const changed = await sql.change(
        `UPDATE register.source_ask SET state = 'set-aside', reason_words = $2, set_aside_at = now(), set_aside_by = $3
         WHERE ask_id = $1 AND ${isOpen}`,
        [askId, reasonWords, by],
      );
      if (changed > 0) await logged(sql, askId, 'SourceSetAside', by);
      return changed > 0;
    });
  }

  /** Undoes an answer or a setting aside; what was answered before stays in the audit log. @returns false where it is open */
  askAgain(askId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const changed = await sql.change(
        `UPDATE register.source_ask SET state = 'waiting', answer = NULL, reason_words = NULL, exemption = NULL, proof_words = NULL,
           answered_at = NULL, answered_by = NULL, set_aside_at = NULL, set_aside_by = NULL, asked_at = NULL, failure = NULL,
           round = round + 1, token_until = NULL, chased = 0, chased_at = NULL
         WHERE ask_id = $1 AND NOT ${isOpen}`,
        [askId],
      );
      if (changed === 0) return false;
      await sql.change(
        `UPDATE register.collection c SET completed_at = NULL FROM register.source_ask a
         WHERE a.ask_id = $1 AND c.case_id = a.case_id AND c.purpose = a.purpose`,
        [askId],
      );
      await logged(sql, askId, 'SourceAskedAgain', by);
      return true;
    });
  }

  /** Collections whose workflow may not know what is to be done: begun and not asked, or every source settled and not complete. */
  untended(olderThan: number, limit = 50): Promise<readonly Pick<Collection, 'caseId' | 'purpose'>[]> {
    return this.database.query(
      `SELECT c.case_id AS "caseId", c.purpose FROM register.collection c WHERE c.completed_at IS NULL
         AND c.begun_at < now() - make_interval(secs => $1)
         AND (NOT EXISTS (SELECT 1 FROM register.source_ask a WHERE a.case_id = c.case_id AND a.purpose = c.purpose AND a.${isOpen})
           OR EXISTS (SELECT 1 FROM register.source_ask a WHERE a.case_id = c.case_id AND a.purpose = c.purpose
             AND a.state = 'waiting' AND a.tries = 0 AND a.failure IS NULL AND a.created_at < now() - make_interval(secs => $1)))
       ORDER BY c.begun_at LIMIT $2`,
      [olderThan, limit],
    );
  }

  /** Marks the end of a collection whose every source has answered or was set aside. @returns whether it is complete */
  complete(caseId: string, purpose: AskPurpose): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const [collection] = await sql.query<{ requestId: string; isOpen: boolean; isMarked: boolean }>(
        `SELECT c.request_id AS "requestId", c.completed_at IS NOT NULL AS "isMarked", EXISTS (SELECT 1 FROM register.source_ask a
           WHERE a.case_id = c.case_id AND a.purpose = c.purpose AND a.${isOpen}) AS "isOpen"
         FROM register.collection c WHERE case_id = $1 AND purpose = $2 FOR UPDATE`,
        [caseId, purpose],
      );
      if (!collection || collection.isOpen) return false;
      if (collection.isMarked) return true;
      const { requestId } = collection;
      await sql.change(
        'UPDATE register.collection SET completed_at = now() WHERE case_id = $1 AND purpose = $2',
        [caseId, purpose],
      );
      await appendAudit(sql, [
        { action: 'CollectionCompleted', by: 'source', caseId, requestId, detail: { purpose } },
      ]);
      return true;
    });
  }
}

async function hasDocuments(sql: Sql, askId: string): Promise<boolean> {
  const [one] = await sql.query(
    'SELECT 1 FROM register.document WHERE ask_id = $1 AND received_at IS NOT NULL AND removed_at IS NULL LIMIT 1',
    [askId],
  );
  return one !== undefined;
}
