import { isAlreadyThere, type Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import { isThere, selectDocument, type CaseDocument, type DocumentPurpose } from './document.js';

/** A document before its first byte: its row comes first, so that nothing is ever stored that no row knows of. */
export interface DocumentToTake {
  readonly documentId: string;
  readonly requestId: string;
  readonly caseId: string;
  readonly askId: string | null;
  readonly purpose: DocumentPurpose;
  readonly entity: string | null;
  readonly nameWords: string | null;
  /** A staff id, or `source`. */
  readonly takenBy: string;
}

export interface DocumentTaken {
  readonly mediaType: string;
  readonly bytes: number;
  /** See `CaseDocument`. */
  readonly hash: string;
  /** Made by ourselves out of what is clean, such as a package: it need not be scanned. */
  readonly isOwn?: boolean;
}

export type ScanVerdict =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly found: string }
  | { readonly state: 'failed'; readonly found: string };

export type DocumentPlaceOf = Pick<CaseDocument, 'documentId' | 'requestId' | 'caseId'>;

const placeOf = `document_id AS "documentId", request_id AS "requestId", case_id AS "caseId"`;

/** The documents of cases. Content lies in the store; whose it is stands here, in the store's key and in what seals it. */
export class Documents {
  constructor(private readonly database: Database) {}

  /** Those that are whole, the oldest first. */
  ofCase(caseId: string): Promise<readonly CaseDocument[]> {
    return this.database.query<CaseDocument>(
      `${selectDocument} WHERE case_id = $1 AND ${isThere} ORDER BY received_at, document_id`,
      [caseId],
    );
  }

  ofAsk(askId: string): Promise<readonly CaseDocument[]> {
    return this.database.query<CaseDocument>(
      `${selectDocument} WHERE ask_id = $1 AND ${isThere} ORDER BY received_at, document_id`,
      [askId],
    );
  }

  /** Undefined where there is none, and where it is another case's. */
  async ofCaseById(caseId: string, documentId: string): Promise<CaseDocument | undefined> {
    const [document] = await this.database.query<CaseDocument>(
      `${selectDocument} WHERE case_id = $1 AND document_id = $2 AND ${isThere}`,
      [caseId, documentId],
    );
    return document;
  }

  async begin(document: DocumentToTake): Promise<void> {
    const { documentId, requestId, caseId, askId, purpose, entity, nameWords, takenBy } = document;
    await this.database.change(
      `INSERT INTO register.document (document_id, request_id, case_id, ask_id, purpose, entity, name_words, taken_by, storage_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (document_id) DO NOTHING`,
      [
        documentId,
        requestId,
        caseId,
        askId,
        purpose,
        entity,
        nameWords,
        takenBy,
        `${requestId}/${caseId}/${documentId}`,
      ],
    );
  }

  /** It is whole and waits for its scan. @returns false where its ask is settled, or has records of the entity already: then it is to be removed */
  async received(
    documentId: string,
    { mediaType, bytes, hash, isOwn = false }: DocumentTaken,
  ): Promise<boolean> {
    try {
      return await this.database.inTransaction(async sql => {
        const [row] = await sql.query<{
          requestId: string;
          caseId: string;
          takenBy: string;
          purpose: string;
        }>(
          `UPDATE register.document d SET media_type = $2, bytes = $3, hash = $4, received_at = now(),
             scan_state = CASE WHEN $5 THEN 'clean' ELSE 'waiting' END, scanned_by = CASE WHEN $5 THEN 'own' END
           WHERE document_id = $1 AND received_at IS NULL AND (ask_id IS NULL OR EXISTS (SELECT 1 FROM register.source_ask a
             WHERE a.ask_id = d.ask_id AND a.state IN ('waiting', 'asked') FOR UPDATE))
           RETURNING request_id AS "requestId", case_id AS "caseId", taken_by AS "takenBy", purpose`,
          [documentId, mediaType, bytes, hash, isOwn],
        );
        if (!row) return false;
        const { requestId, caseId, takenBy: by, purpose } = row;
        await appendAudit(sql, [
          {
            action: 'DocumentReceived',
            by,
            requestId,
            caseId,
            commitment: hash,
            detail: { document: documentId, purpose, mediaType, bytes },
          },
        ]);
        return true;
      });
    } catch (error) {
      if (isAlreadyThere(error)) return false;
      throw error;
    }
  }

  /** Nothing of it was kept, or it is no more wanted: its row goes. Only of one that never became whole. */
  async abandon(documentId: string): Promise<void> {
    await this.database.change(
      'DELETE FROM register.document WHERE document_id = $1 AND received_at IS NULL',
      [documentId],
    );
  }

  /** Begun so many seconds ago and never whole: whoever took them has died. */
  unfinished(olderThan: number, limit = 100): Promise<readonly DocumentPlaceOf[]> {
    return this.database.query<DocumentPlaceOf>(
      `SELECT ${placeOf} FROM register.document WHERE received_at IS NULL AND begun_at < now() - make_interval(secs => $1) LIMIT $2`,
      [olderThan, limit],
    );
  }

  /** Takes what waits for its scan, each for one scanner for so many seconds; longer with each scan that it did not outlive. */
  claimToScan(limit: number, lease: number): Promise<readonly CaseDocument[]> {
    return this.database.inTransaction(async sql => {
      const claimed = await sql.query<{ id: string }>(
        `UPDATE register.document SET scans = scans + 1,
           next_scan = now() + make_interval(secs => $2 * power(2, least(scans, 5)))
         WHERE document_id IN (SELECT document_id FROM register.document
           WHERE scan_state = 'waiting' AND ${isThere} AND next_scan <= now()
           ORDER BY next_scan LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING document_id AS id`,
        [limit, lease],
      );
      return sql.query<CaseDocument>(`${selectDocument} WHERE document_id = ANY($1)`, [
        claimed.map(({ id }) => id),
      ]);
    });
  }

  /** No verdict came: it waits 2, 4, 8 seconds, at most two minutes, rather than for the end of its lease. */
  async notScanned(documentId: string): Promise<void> {
    await this.database.change(
      `UPDATE register.document SET next_scan = now() + make_interval(secs => least(power(2, least(scans, 7)), 120))
       WHERE document_id = $1 AND scan_state = 'waiting'`,
      [documentId],
    );
  }

  /** The first verdict stands. @param by which scanner */
  scanned(documentId: string, verdict: ScanVerdict, by: string): Promise<void> {
    const found = verdict.state === 'clean' ? null : verdict.found;
    return this.database.inTransaction(async sql => {
      const [row] = await sql.query<{ requestId: string; caseId: string }>(
        `UPDATE register.document SET scan_state = $2, scan_found = $3, scanned_by = $4, scanned_at = now()
         WHERE document_id = $1 AND scan_state = 'waiting' RETURNING request_id AS "requestId", case_id AS "caseId"`,
        [documentId, verdict.state, found, by],
      );
      if (!row) return;
      await appendAudit(sql, [
        {
          action: 'DocumentScanned',
          by: 'scanner',
          ...row,
          detail: { document: documentId, state: verdict.state, found, scanner: by },
        },
      ]);
    });
  }

  /** Its content is to be removed from the store first. @returns false where it is not there, or another case's */
  remove(caseId: string, documentId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const [row] = await sql.query<{ requestId: string }>(
        `UPDATE register.document SET removed_at = now(), removed_by = $3 WHERE case_id = $1 AND document_id = $2 AND ${isThere}
         RETURNING request_id AS "requestId"`,
        [caseId, documentId, by],
      );
      if (!row) return false;
      await appendAudit(sql, [
        { action: 'DocumentRemoved', by, requestId: row.requestId, caseId, detail: { document: documentId } },
      ]);
      return true;
    });
  }
}
