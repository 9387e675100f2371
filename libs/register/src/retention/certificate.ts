import { createHash } from 'node:crypto';
import { canonicalJson } from '@duly/audit';
import type { CaseOutcome } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import type { DestroyedKey, ErasureUnderWay } from './erasure.js';
import type { PersonalRows, RowsThatStay } from './personal-rows.js';
import type { Retained } from './retained.js';
import { after, type Lead, type RetentionSchedule } from './retention-schedule.js';

export interface CertifiedCase {
  readonly caseId: string;
  readonly reference: string;
  readonly outcome: CaseOutcome;
  readonly closedOn: CivilDate;
  readonly kept: Lead;
  readonly reason: string;
  readonly source: string;
}

/** What was erased, when, by whom and by which rule. No personal data; its hash is an entry of the audit log, so the log's heads sign it. */
export interface Certificate {
  readonly form: 'duly-erasure-1';
  readonly requestId: string;
  readonly reference: string;
  readonly cases: readonly CertifiedCase[];
  readonly dueOn: CivilDate;
  /** Of the retention schedule. */
  readonly scheduleVersion: number;
  readonly warnedOn: readonly CivilDate[];
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly keys: readonly DestroyedKey[];
  /** Until this day a copy of the keys may lie in a backup of their database. */
  readonly keysInBackupsUntil: CivilDate;
  readonly removed: PersonalRows;
  readonly kept: RowsThatStay;
  /** Entries of the audit log that speak of the request; what they commit to can be opened no more. */
  readonly entries: { readonly count: number; readonly first: number; readonly last: number };
}

export interface KeptCertificate {
  readonly certificate: Certificate;
  readonly hash: string;
  /** The number of the entry of the audit log that holds the hash. */
  readonly entry: number;
}

export const certificateHash = (certificate: Certificate): string =>
  createHash('sha256').update(canonicalJson(certificate)).digest('hex');

interface Parts {
  readonly underWay: ErasureUnderWay;
  readonly retained: Retained;
  readonly schedule: RetentionSchedule;
  readonly entries: Certificate['entries'];
  /** How long backups of the database of keys are kept. */
  readonly backupLife: Lead;
}

function certifiedCases({ retained, schedule }: Parts): readonly CertifiedCase[] {
  return retained.cases.map(({ caseId, reference, outcome, closedOn }) => {
    if (outcome === null || closedOn === null)
      throw new Error(`Case ${reference} is open, and its request was to be erased.`);
    const { months, days, reason, source } = schedule.periods[outcome];
    return { caseId, reference, outcome, closedOn, kept: { months, days }, reason, source };
  });
}

/** @throws Error where a step before has not been taken */
export function certificateOf(parts: Parts): Certificate {
  const { underWay, retained, schedule, entries, backupLife } = parts;
  const { keys, found, decidedBy, decidedAt } = underWay;
  if (!keys || !found || decidedBy === null || decidedAt === null)
    throw new Error('An erasure is certified only once it was approved and its keys are destroyed.');
  const destroyed = keys
    .map(({ destroyedAt }) => destroyedAt.slice(0, 10))
    .reduce((one, other) => (one < other ? other : one), '');
  return {
    form: 'duly-erasure-1',
    requestId: retained.requestId,
    reference: retained.reference,
    cases: certifiedCases(parts),
    dueOn: underWay.dueOn,
    scheduleVersion: schedule.version,
    warnedOn: retained.warned.flatMap(day => day ?? []),
    proposedBy: underWay.proposedBy,
    proposedAt: underWay.proposedAt,
    approvedBy: decidedBy,
    approvedAt: decidedAt,
    keys,
    keysInBackupsUntil: after(destroyed as CivilDate, backupLife),
    removed: found.removed,
    kept: found.kept,
    entries,
  };
}

/** Certificates that were written; none is ever changed. */
export class Certificates {
  constructor(private readonly database: Database) {}

  async of(requestId: string): Promise<KeptCertificate | undefined> {
    const [row] = await this.database.query<KeptCertificate>(
      `SELECT c.certificate, c.hash, (SELECT e.number FROM register.audit_entry e
         WHERE e.request_id = c.request_id AND e.action = 'RequestErased' AND e.detail->>'certificate' = c.hash) AS entry
       FROM register.erasure_certificate c WHERE c.request_id = $1`,
      [requestId],
    );
    return row;
  }

  async entries(requestId: string): Promise<Certificate['entries']> {
    const [row] = await this.database.query<Certificate['entries']>(
      `SELECT count(*)::int AS count, coalesce(min(number), 0) AS first, coalesce(max(number), 0) AS last
       FROM register.audit_entry WHERE request_id = $1`,
      [requestId],
    );
    return row ?? { count: 0, first: 0, last: 0 };
  }

  /** Requests that are erased, in the order of their ids, after one of them: whose keys must stay destroyed after a restore. */
  async erased(limit: number, afterId = '00000000-0000-0000-0000-000000000000'): Promise<readonly string[]> {
    const rows = await this.database.query<{ requestId: string }>(
      `SELECT request_id AS "requestId" FROM register.erasure_certificate WHERE request_id > $1 ORDER BY request_id LIMIT $2`,
      [afterId, limit],
    );
    return rows.map(({ requestId }) => requestId);
  }
}
