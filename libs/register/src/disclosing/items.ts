import type { Sql } from '@duly/postgres';
import type { EntityHeld } from '../collecting/source.js';

/** What was collected for a case and may go to the person: the records of one entity, or one document. */
export interface CollectedItem {
  readonly documentId: string;
  /** The source's name; `case` of a document that no source gave. */
  readonly source: string;
  /** Null of a document. */
  readonly entity: EntityHeld | null;
  readonly mediaType: string;
  readonly bytes: number;
  /** What it was called: words in the vault. */
  readonly nameWords: string | null;
}

interface Row extends Omit<CollectedItem, 'entity'> {
  readonly entity: string | null;
  readonly entities: readonly EntityHeld[] | null;
}

/** Of a case's documents `d` with their asks `a`: those that are whole, and were not sent for anything else. */
const collected = `d.case_id = $1 AND d.purpose IN ('records', 'original') AND d.received_at IS NOT NULL AND d.removed_at IS NULL
  AND (d.ask_id IS NULL OR (a.purpose = 'collect' AND a.state = 'answered'))`;

/** What a source's answer holds, once it is clean, in an order that stays. Nothing that still waits for a scanner is among it. */
export async function collectedItems(sql: Sql, caseId: string): Promise<readonly CollectedItem[]> {
  const rows = await sql.query<Row>(
    `SELECT d.document_id AS "documentId", coalesce(s.name, 'case') AS source, d.entity, a.entities, d.media_type AS "mediaType",
       d.bytes, d.name_words AS "nameWords"
     FROM register.document d LEFT JOIN register.source_ask a USING (ask_id) LEFT JOIN register.source s USING (source_id)
     WHERE ${collected} AND d.scan_state = 'clean'
     ORDER BY coalesce(s.name, 'case'), d.entity NULLS LAST, d.received_at, d.document_id`,
    [caseId],
  );
  return rows.map(({ entities, entity, ...row }) => ({
    ...row,
    entity: entity === null ? null : (entities?.find(({ name }) => name === entity) ?? null),
  }));
}

/** What people sent to the case itself, clean: no part of a copy, but such a paper may be what goes in a document's place. */
export function casePapers(sql: Sql, caseId: string): Promise<readonly CollectedItem[]> {
  return sql.query<CollectedItem>(
    `SELECT document_id AS "documentId", 'case' AS source, NULL AS entity, media_type AS "mediaType", bytes, name_words AS "nameWords"
     FROM register.document WHERE case_id = $1 AND purpose = 'requester-paper' AND received_at IS NOT NULL AND removed_at IS NULL
       AND scan_state = 'clean' ORDER BY received_at, document_id`,
    [caseId],
  );
}

/** How many of them wait for the scanner, or are not clean: until they are, or are removed, the copy would lack them unseen. */
export async function itemsNotClean(sql: Sql, caseId: string): Promise<number> {
  const [row] = await sql.query<{ many: number }>(
    `SELECT count(*)::int AS many FROM register.document d LEFT JOIN register.source_ask a USING (ask_id)
     WHERE ${collected} AND d.scan_state <> 'clean'`,
    [caseId],
  );
  return row?.many ?? 0;
}

/** Whether every source has answered or is set aside; undefined where no collection was begun. */
export async function isCollected(sql: Sql, caseId: string): Promise<boolean | undefined> {
  const [row] = await sql.query<{ isComplete: boolean }>(
    `SELECT completed_at IS NOT NULL AS "isComplete" FROM register.collection WHERE case_id = $1 AND purpose = 'collect'`,
    [caseId],
  );
  return row?.isComplete;
}
