import type { CivilDate } from '@duly/law';
import { json, type Database, type Sql } from '@duly/postgres';

/** By what two requests may be found alike. */
export const likenessKinds = ['name', 'email', 'phone', 'name-and-address'] as const;
export type LikenessKind = (typeof likenessKinds)[number];

/** A blind index: the keyed hash of what the person is called, or reached by. It says nothing without the organisation's key. */
export interface Likeness {
  readonly kind: LikenessKind;
  readonly hash: string;
}

/** Another request whose subject looks like this one's. Whether it is the same person, a handler says. */
export interface LookAlike {
  readonly requestId: string;
  readonly reference: string;
  readonly receivedOn: CivilDate;
  readonly same: readonly LikenessKind[];
}

/** The most look-alikes that are shown, the newest first. */
const most = 50;

export async function writeLikeness(
  sql: Sql,
  requestId: string,
  likeness: readonly Likeness[],
): Promise<void> {
  if (likeness.length === 0) return;
  await sql.change(
    `INSERT INTO register.look_alike (request_id, kind, hash)
     SELECT $1, kind, hash FROM jsonb_to_recordset($2::jsonb) AS one(kind text, hash text)
     ON CONFLICT DO NOTHING`,
    [requestId, json(likeness)],
  );
}

/** Requests that may be duplicates or repeats, found by blind indexes and decided by nobody but a handler. */
export class LookAlikes {
  constructor(private readonly database: Database) {}

  of(requestId: string): Promise<readonly LookAlike[]> {
    return this.database.query<LookAlike>(
      `SELECT r.request_id AS "requestId", r.reference, r.received_on AS "receivedOn", array_agg(other.kind ORDER BY other.kind) AS same
       FROM register.look_alike own
       JOIN register.look_alike other ON other.hash = own.hash AND other.kind = own.kind AND other.request_id <> own.request_id
       JOIN register.request r ON r.request_id = other.request_id
       WHERE own.request_id = $1
       GROUP BY r.request_id, r.reference, r.received_on ORDER BY r.received_on DESC, r.reference DESC LIMIT ${most}`,
      [requestId],
    );
  }

  /** Requests whose subject looks like somebody of whom no request is kept yet. */
  like(likeness: readonly Likeness[]): Promise<readonly LookAlike[]> {
    if (likeness.length === 0) return Promise.resolve([]);
    return this.database.query<LookAlike>(
      `SELECT r.request_id AS "requestId", r.reference, r.received_on AS "receivedOn", array_agg(other.kind ORDER BY other.kind) AS same
       FROM jsonb_to_recordset($1::jsonb) AS own(kind text, hash text)
       JOIN register.look_alike other ON other.hash = own.hash AND other.kind = own.kind
       JOIN register.request r ON r.request_id = other.request_id
       GROUP BY r.request_id, r.reference, r.received_on ORDER BY r.received_on DESC, r.reference DESC LIMIT ${most}`,
      [json(likeness)],
    );
  }

  /**
   * Requests that look like one of these by an address or a number, of which nobody has said whether they are the same person's. A name
   * alone is many people's, so it does not count.
   */
  async unjudged(requestIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ requestId: string }>(
      `SELECT DISTINCT other.request_id AS "requestId"
       FROM register.look_alike own
       JOIN register.look_alike other ON other.hash = own.hash AND other.kind = own.kind
       WHERE own.request_id = ANY($1) AND own.kind <> 'name' AND other.request_id <> ALL($1)
         AND NOT EXISTS (
           SELECT 1 FROM register.case_link l
           JOIN register.request here ON here.request_id = ANY($1)
           JOIN register.request there ON there.request_id = other.request_id
           WHERE (l.request_id = here.request_id AND l.other_request = there.reference)
              OR (l.request_id = there.request_id AND l.other_request = here.reference))`,
      [requestIds],
    );
    return rows.map(row => row.requestId);
  }

  /** Erasure: nothing is left by which the person could be found again. Idempotent. */
  async forget(requestId: string): Promise<void> {
    await this.database.change('DELETE FROM register.look_alike WHERE request_id = $1', [requestId]);
  }
}
