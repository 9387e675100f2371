import { json, type Database, type Sql } from '@duly/postgres';
import { isBeingErased, lockRequest } from './lock-request.js';
import { appendAudit } from '../audit.js';
import { Links } from '../links.js';
import { LookAlikes } from '../look-alikes.js';
import { fallingDue, retainedOf, toWarnOf, type DueAsked, type Retained } from './retained.js';
import {
  usualSchedule,
  type Lead,
  type RetentionPeriods,
  type RetentionSchedule,
} from './retention-schedule.js';

/** Why a request may not be erased though its time has come. */
export const holdReasons = ['claim', 'commissioner', 'tampering', 'police', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** R49a — while it stands nothing of the request is erased. Its reasons in words lie in the vault. */
export interface LegalHold {
  readonly holdId: string;
  readonly because: HoldReason;
  readonly wordsId: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly liftedBy: string | null;
  readonly liftedAt: string | null;
  readonly liftedWordsId: string | null;
}

export type HoldPlaced = 'placed' | 'no-such-request' | 'erased';
export type HoldLifted = 'lifted' | 'no-such-hold' | 'lifted-before';

const cite = 'DPA 2018 s.173 (R49a)';
const selectHold = `SELECT hold_id AS "holdId", because, words_id AS "wordsId", placed_by AS "placedBy", placed_at AS "placedAt",
  lifted_by AS "liftedBy", lifted_at AS "liftedAt", lifted_words_id AS "liftedWordsId" FROM register.legal_hold`;

/** Open cases of other requests, by reference. */
async function openCasesOf(sql: Sql, requestIds: readonly string[]): Promise<readonly string[]> {
  if (requestIds.length === 0) return [];
  const rows = await sql.query<{ reference: string }>(
    `SELECT DISTINCT i.reference FROM register.intake i LEFT JOIN register.case_row c USING (case_id)
     WHERE i.request_id = ANY($1) AND (c.closed_on IS NULL OR i.run > c.run) ORDER BY 1`,
    [requestIds],
  );
  return rows.map(({ reference }) => reference);
}

/** How long things are kept, and what holds them. */
export class Retention {
  private readonly links: Links;
  private readonly lookAlikes: LookAlikes;

  constructor(private readonly database: Database) {
    this.links = new Links(database);
    this.lookAlikes = new LookAlikes(database);
  }

  /** Every version, the newest first; the last one is what stood before the organisation put its own. */
  async schedules(): Promise<readonly [RetentionSchedule, ...RetentionSchedule[]]> {
    const [newest, ...more] = await this.database.query<RetentionSchedule>(
      `SELECT version, periods, changed_by AS "changedBy", changed_at AS "changedAt"
       FROM register.retention_schedule ORDER BY version DESC`,
    );
    return newest ? [newest, ...more, usualSchedule] : [usualSchedule];
  }

  async inForce(): Promise<RetentionSchedule> {
    return (await this.schedules())[0];
  }

  /** Puts a new version in force; `by` stands in the audit log. */
  put(periods: RetentionPeriods, by: string): Promise<RetentionSchedule> {
    return this.database.inTransaction(async sql => {
      await sql.query("SELECT pg_advisory_xact_lock(hashtext('register.retention_schedule'))");
      const [row] = await sql.query<RetentionSchedule>(
        `INSERT INTO register.retention_schedule (version, periods, changed_by)
         SELECT coalesce(max(version), 0) + 1, $1::jsonb, $2 FROM register.retention_schedule
         RETURNING version, periods, changed_by AS "changedBy", changed_at AS "changedAt"`,
        [json(periods), by],
      );
      if (!row) throw new Error('The retention schedule was not written.');
      const lengths = Object.entries(periods).map(([outcome, { months, days }]) => [
        outcome,
        `P${months}M${days}D`,
      ]);
      const detail = { version: row.version, ...(Object.fromEntries(lengths) as Record<string, string>) };
      await appendAudit(sql, [
        { action: 'RetentionScheduleChanged', by, cite: 'UK GDPR Art 5(1)(e)', detail },
      ]);
      return row;
    });
  }

  holds(requestId: string): Promise<readonly LegalHold[]> {
    return this.database.query<LegalHold>(`${selectHold} WHERE request_id = $1 ORDER BY placed_at, hold_id`, [
      requestId,
    ]);
  }

  /** The same hold again changes nothing. */
  placeHold(
    requestId: string,
    { holdId, because, wordsId }: Pick<LegalHold, 'holdId' | 'because' | 'wordsId'>,
    by: string,
  ): Promise<HoldPlaced> {
    return this.database.inTransaction(async sql => {
      if (!(await lockRequest(sql, requestId))) return 'no-such-request';
      if (await isBeingErased(sql, requestId)) return 'erased';
      const placed = await sql.change(
        `INSERT INTO register.legal_hold (hold_id, request_id, because, words_id, placed_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [holdId, requestId, because, wordsId, by],
      );
      if (placed > 0)
        await appendAudit(sql, [
          { action: 'HoldPlaced', by, requestId, cite, detail: { hold: holdId, because } },
        ]);
      return 'placed';
    });
  }

  liftHold(requestId: string, holdId: string, wordsId: string, by: string): Promise<HoldLifted> {
    return this.database.inTransaction(async sql => {
      const [hold] = await sql.query<{ words: string | null }>(
        `SELECT lifted_words_id AS words FROM register.legal_hold WHERE hold_id = $1 AND request_id = $2 FOR UPDATE`,
        [holdId, requestId],
      );
      if (!hold) return 'no-such-hold';
      if (hold.words !== null) return hold.words === wordsId ? 'lifted' : 'lifted-before';
      await sql.change(
        'UPDATE register.legal_hold SET lifted_by = $2, lifted_at = now(), lifted_words_id = $3 WHERE hold_id = $1',
        [holdId, by, wordsId],
      );
      await appendAudit(sql, [{ action: 'HoldLifted', by, requestId, cite, detail: { hold: holdId } }]);
      return 'lifted';
    });
  }

  /** These requests with all that stands against their erasure, in the order of their references. */
  async retained(requestIds: readonly string[], sql: Sql = this.database): Promise<readonly Retained[]> {
    return this.withOthers(await retainedOf(sql, await this.inForce(), requestIds));
  }

  /** What falls due by a day, the earliest first. */
  async due(asked: DueAsked): Promise<readonly Retained[]> {
    return this.withOthers(await fallingDue(this.database, await this.inForce(), asked));
  }

  /** What is to be warned of, or soon; held requests are left out. Without the requests of others. */
  async toWarn(first: Lead, limit: number): Promise<readonly Retained[]> {
    return toWarnOf(this.database, await this.inForce(), first, limit);
  }

  /** R49a — with the open requests of the same person, and of whoever may be the same person. */
  private async withOthers(retained: readonly Retained[]): Promise<readonly Retained[]> {
    const full: Retained[] = [];
    for (const one of retained) {
      const same = await this.links.requestsOfSamePerson(one.requestId);
      const others = same.filter(id => id !== one.requestId);
      const alike = await this.lookAlikes.unjudged(same);
      full.push({
        ...one,
        samePerson: await openCasesOf(this.database, others),
        lookAlikes: await openCasesOf(this.database, alike),
      });
    }
    return full;
  }
}
