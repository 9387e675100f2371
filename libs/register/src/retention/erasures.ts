import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import { blocksOf, type Block } from './blocks.js';
import type { Certificate } from './certificate.js';
import { countPersonalRows, countRowsThatStay, removePersonalRows } from './personal-rows.js';
import { lockRequest } from './lock-request.js';
import type { Retention } from './retention.js';
import type { Leads } from './retention-schedule.js';
import type { DestroyedKey, Erasure, ErasureState, ErasureToDo, ErasureUnderWay } from './erasure.js';

export type Decided = 'decided' | 'no-such-erasure' | 'own-proposal' | 'decided-before';

const cite = 'UK GDPR Art 5(1)(e)';
const head = `e.erasure_id AS "erasureId", e.proposed_by AS "proposedBy", e.proposed_at AS "proposedAt", e.decision,
  e.decided_by AS "decidedBy", e.decided_at AS "decidedAt"`;

/** Erasures: proposed by one person, approved by another, carried out in steps of which each may be repeated. */
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  /** Proposes what may be erased now. @returns the blocks of what may not be, and then nothing is proposed */
  async propose(
    erasureId: string,
    requestIds: readonly string[],
    leads: Leads,
    by: string,
  ): Promise<readonly (Block & { readonly requestId: string })[]> {
    const retained = await this.retention.retained(requestIds);
    const blocks = retained.flatMap(one =>
      blocksOf(one, leads).map(block => ({ ...block, requestId: one.requestId })),
    );
    if (blocks.length > 0) return blocks;
    const { version } = await this.retention.inForce();
    await this.database.inTransaction(async sql => {
      await sql.change('INSERT INTO register.erasure (erasure_id, proposed_by) VALUES ($1, $2)', [
        erasureId,
        by,
      ]);
      for (const { requestId, dueOn } of retained)
        await sql.change(
          `INSERT INTO register.erasure_request (erasure_id, request_id, due_on, schedule_version) VALUES ($1, $2, $3, $4)`,
          [erasureId, requestId, dueOn, version],
        );
      await appendAudit(
        sql,
        retained.map(({ requestId }) => ({
          action: 'ErasureProposed',
          by,
          requestId,
          cite,
          detail: { erasure: erasureId },
        })),
      );
    });
    return [];
  }

  /** By a second person; the same decision again changes nothing. */
  decide(erasureId: string, decision: 'approved' | 'rejected', by: string): Promise<Decided> {
    return this.database.inTransaction(async sql => {
      const [found] = await sql.query<Omit<Erasure, 'requests'>>(
        `SELECT ${head} FROM register.erasure e WHERE erasure_id = $1 FOR UPDATE`,
        [erasureId],
      );
      if (!found) return 'no-such-erasure';
      if (found.decision !== null)
        return found.decision === decision && found.decidedBy === by ? 'decided' : 'decided-before';
      // Whoever proposed it may take it back, and may not approve it.
      if (decision === 'approved' && found.proposedBy === by) return 'own-proposal';
      await sql.change(
        'UPDATE register.erasure SET decision = $2, decided_by = $3, decided_at = now() WHERE erasure_id = $1',
        [erasureId, decision, by],
      );
      const rows = await sql.query<{ requestId: string }>(
        `UPDATE register.erasure_request SET state = $2 WHERE erasure_id = $1 RETURNING request_id AS "requestId"`,
        [erasureId, decision],
      );
      const action = decision === 'approved' ? 'ErasureApproved' : 'ErasureRejected';
      await appendAudit(
        sql,
        rows.map(({ requestId }) => ({ action, by, requestId, cite, detail: { erasure: erasureId } })),
      );
      return 'decided';
    });
  }

  async byId(erasureId: string): Promise<Erasure | undefined> {
    return (await this.read('WHERE e.erasure_id = $1', [erasureId]))[0];
  }

  /** The newest first. */
  list(limit: number): Promise<readonly Erasure[]> {
    return this.read('', [limit], 'LIMIT $1');
  }

  private read(where: string, values: readonly (string | number)[], limit = ''): Promise<readonly Erasure[]> {
    return this.database.query<Erasure>(
      `SELECT ${head},
         (SELECT jsonb_agg(jsonb_build_object('requestId', o.request_id, 'reference', r.reference, 'dueOn', o.due_on,
            'state', o.state, 'blocks', o.blocks) ORDER BY r.reference)
          FROM register.erasure_request o JOIN register.request r USING (request_id) WHERE o.erasure_id = e.erasure_id) AS requests
       FROM register.erasure e ${where} ORDER BY e.proposed_at DESC, e.erasure_id ${limit}`,
      values,
    );
  }

  /** What is approved and not finished. */
  toDo(limit: number): Promise<readonly ErasureToDo[]> {
    return this.database.query<ErasureToDo>(
      `SELECT erasure_id AS "erasureId", request_id AS "requestId", state FROM register.erasure_request
       WHERE state IN ('approved', 'destroying', 'removing') ORDER BY erasure_id, request_id LIMIT $1`,
      [limit],
    );
  }

  /**
   * First step: looks once more for whatever stands against it, with holds held off, and counts what will go. From here there is no way
   * back.
   * @param documents how many documents of the request are stored
   */
  begin({ erasureId, requestId }: ErasureToDo, leads: Leads, documents: number): Promise<readonly Block[]> {
    return this.database.inTransaction(async sql => {
      await lockRequest(sql, requestId);
      const [retained] = await this.retention.retained([requestId], sql);
      const blocks = retained ? blocksOf(retained, leads, true) : [];
      if (blocks.length > 0) {
        await this.move(sql, { erasureId, requestId, state: 'approved' }, 'blocked', { blocks });
        return blocks;
      }
      const removed = { ...(await countPersonalRows(sql, requestId)), documents };
      const found = { removed, kept: await countRowsThatStay(sql, requestId) };
      await this.move(sql, { erasureId, requestId, state: 'approved' }, 'destroying', { found });
      return [];
    });
  }

  /** Second step, once the keys are destroyed. */
  keysDestroyed(one: ErasureToDo, keys: readonly DestroyedKey[]): Promise<void> {
    return this.database.inTransaction(async sql => {
      if (!(await this.move(sql, one, 'removing', { keys }))) return;
      await appendAudit(sql, [
        {
          action: 'KeysDestroyed',
          by: 'time',
          requestId: one.requestId,
          cite,
          detail: { keys: keys.length },
        },
      ]);
    });
  }

  async underWay({ erasureId, requestId }: ErasureToDo): Promise<ErasureUnderWay | undefined> {
    const [row] = await this.database.query<ErasureUnderWay>(
      `SELECT ${head}, o.request_id AS "requestId", o.due_on AS "dueOn", o.schedule_version AS "scheduleVersion", o.found, o.keys
       FROM register.erasure_request o JOIN register.erasure e USING (erasure_id)
       WHERE o.erasure_id = $1 AND o.request_id = $2`,
      [erasureId, requestId],
    );
    return row;
  }

  /** Last step: the rows, the certificate and its entry in the audit log, all of it or none. */
  finish(one: ErasureToDo, certificate: Certificate, hash: string): Promise<void> {
    const { requestId } = one;
    return this.database.inTransaction(async sql => {
      if (!(await this.move(sql, one, 'erased', {}))) return;
      await removePersonalRows(sql, requestId);
      await sql.change(
        'INSERT INTO register.erasure_certificate (request_id, certificate, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [requestId, json(certificate), hash],
      );
      const { reference, approvedBy } = certificate;
      await appendAudit(sql, [
        {
          action: 'RequestErased',
          by: approvedBy,
          requestId,
          cite,
          detail: { reference, certificate: hash },
        },
      ]);
    });
  }

  private async move(
    sql: Sql,
    { erasureId, requestId, state: from }: ErasureToDo,
    to: ErasureState,
    { blocks, found, keys }: { readonly blocks?: unknown; readonly found?: unknown; readonly keys?: unknown },
  ): Promise<boolean> {
    const moved = await sql.change(
      `UPDATE register.erasure_request SET state = $4, blocks = coalesce($5::jsonb, blocks), found = coalesce($6::jsonb, found),
         keys = coalesce($7::jsonb, keys)
       WHERE erasure_id = $1 AND request_id = $2 AND state = $3`,
      [
        erasureId,
        requestId,
        from,
        to,
        ...[blocks, found, keys].map(part => (part === undefined ? null : json(part))),
      ],
    );
    return moved > 0;
  }
}
