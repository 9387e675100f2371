import { createHash } from 'node:crypto';
import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import { casePapers, collectedItems, isCollected, itemsNotClean, type CollectedItem } from './items.js';

export const reviewMarks = ['seen', 'third-party', 'redact', 'withhold'] as const;
/** `seen`: somebody looked, and it may go; `third-party`: it tells of other people. */
export type ReviewMarkKind = (typeof reviewMarks)[number];

export const leftOutReasons = ['other-person', 'exemption', 'not-portable', 'not-in-scope'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What somebody decided of one item. Marks are added and taken back, never changed. */
export interface ReviewMark {
  readonly markId: string;
  readonly documentId: string;
  readonly mark: ReviewMarkKind;
  /** Of a redaction of records: the fields that are left out everywhere. */
  readonly fields: readonly string[] | null;
  /** Of a redaction of records: the records that are left out, from 1. */
  readonly records: readonly number[] | null;
  /** Of a redaction of a document: the document that goes in its place. */
  readonly replacedBy: string | null;
  readonly because: LeftOutReason | null;
  /** The number of the event `ExemptionApplied` on which it rests. */
  readonly exemption: number | null;
  /** What it is, and why: words in the vault. */
  readonly words: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly takenBackBy: string | null;
  readonly takenBackAt: string | null;
}

export type MarkToMake = Pick<ReviewMark, 'markId' | 'documentId' | 'mark'> &
  Partial<Pick<ReviewMark, 'fields' | 'records' | 'replacedBy' | 'because' | 'exemption' | 'words'>>;

export interface ReviewFinish {
  readonly finishedBy: string;
  readonly finishedAt: string;
}

export interface Review {
  readonly items: readonly CollectedItem[];
  /** Papers of the case, which may go in the place of a document that is redacted. */
  readonly papers: readonly CollectedItem[];
  /** Those taken back too, the oldest first. */
  readonly marks: readonly ReviewMark[];
  /** Names these items with these marks: another mark, or another document, makes another. */
  readonly version: string;
  /** Who has finished the review of exactly this. */
  readonly finishes: readonly ReviewFinish[];
  /** How much was collected that is not clean, or waits for its scan. */
  readonly notClean: number;
  /** Undefined where no collection was begun. */
  readonly isCollected: boolean | undefined;
}

const select = `mark_id AS "markId", document_id AS "documentId", mark, fields, records, replaced_by AS "replacedBy", because, exemption,
  words, made_by AS "madeBy", made_at AS "madeAt", taken_back_by AS "takenBackBy", taken_back_at AS "takenBackAt"`;

export const stands = ({ takenBackAt }: ReviewMark): boolean => takenBackAt === null;

function versionOf(items: readonly CollectedItem[], marks: readonly ReviewMark[]): string {
  const ids = [
    ...items.map(({ documentId }) => documentId),
    ...marks.filter(stands).map(({ markId }) => markId),
  ];
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32);
}

/** What of the collected data goes to the person, what is left out, why, and who looked. */
export class Reviews {
  constructor(private readonly database: Database) {}

  of(caseId: string): Promise<Review> {
    return this.read(this.database, caseId);
  }

  private async read(sql: Sql, caseId: string): Promise<Review> {
    // First: what becomes clean between the two is among the items, so none is ever counted as clean and not shown.
    const notClean = await itemsNotClean(sql, caseId);
    const items = await collectedItems(sql, caseId);
    const marks = await sql.query<ReviewMark>(
      `SELECT ${select} FROM register.review_mark WHERE case_id = $1 ORDER BY number`,
      [caseId],
    );
    const version = versionOf(items, marks);
    const finishes = await sql.query<ReviewFinish>(
      `SELECT finished_by AS "finishedBy", finished_at AS "finishedAt" FROM register.review_finish
       WHERE case_id = $1 AND version = $2 ORDER BY finished_at, finished_by`,
      [caseId, version],
    );
    const papers = await casePapers(sql, caseId);
    return { items, papers, marks, version, finishes, notClean, isCollected: await isCollected(sql, caseId) };
  }

  /** The same id again changes nothing. */
  async mark(where: { readonly caseId: string; readonly requestId: string }, mark: MarkToMake, by: string) {
    const {
      markId,
      documentId,
      fields,
      records,
      because,
      exemption = null,
      words = null,
      replacedBy = null,
    } = mark;
    await this.database.inTransaction(async sql => {
      const made = await sql.change(
        `INSERT INTO register.review_mark
           (mark_id, case_id, document_id, mark, fields, records, replaced_by, because, exemption, words, made_by)
         VALUES ($1, $2, $3, $4, (SELECT array_agg(f) FROM jsonb_array_elements_text($5::jsonb) f),
           (SELECT array_agg(r::int) FROM jsonb_array_elements_text($6::jsonb) r), $7, $8, $9, $10, $11)
         ON CONFLICT (mark_id) DO NOTHING`,
        [
          ...[
            markId,
            where.caseId,
            documentId,
            mark.mark,
            json(fields ?? []),
            json(records ?? []),
            replacedBy,
          ],
          ...[because ?? null, exemption, words, by],
        ],
      );
      const detail = { mark: markId, document: documentId, what: mark.mark, because: because ?? null };
      if (made > 0) await appendAudit(sql, [{ action: 'ReviewMarked', by, ...where, detail }]);
    });
  }

  /** @returns false where there is no such mark of this case, or it was taken back */
  takeBack(where: { readonly caseId: string; readonly requestId: string }, markId: string, by: string) {
    return this.database.inTransaction(async sql => {
      const taken = await sql.change(
        `UPDATE register.review_mark SET taken_back_by = $3, taken_back_at = now()
         WHERE mark_id = $1 AND case_id = $2 AND taken_back_at IS NULL`,
        [markId, where.caseId, by],
      );
      if (taken === 0) return false;
      await appendAudit(sql, [{ action: 'ReviewMarkTakenBack', by, ...where, detail: { mark: markId } }]);
      return true;
    });
  }

  /** Of exactly what the caller has seen. @returns false where it is another by now */
  finish(where: { readonly caseId: string; readonly requestId: string }, version: string, by: string) {
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 29))', [where.caseId]);
      if ((await this.read(sql, where.caseId)).version !== version) return false;
      const finished = await sql.change(
        `INSERT INTO register.review_finish (case_id, version, finished_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [where.caseId, version, by],
      );
      if (finished > 0)
        await appendAudit(sql, [{ action: 'ReviewFinished', by, ...where, detail: { version } }]);
      return true;
    });
  }
}
