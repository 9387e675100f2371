import type { CaseEvent, CaseRight, CaseSummary, Channel, LetterKind, LetterRecipient } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import { applyStep, type Commitments } from './apply-step.js';
import { listCases, limitOf, type CaseFilter, type CaseSort, type PageAsked } from './case-list.js';
import { selectCase, type CaseItem, type RegisteredCase } from './case-row.js';
import type { Page } from './keyset.js';
import { SavedViews } from './saved-views.js';
import { areTooMany } from './sought-names.js';

/** How fresh an answer must be, and how long it may be waited for. */
export interface Freshness {
  /** The version the caller has already seen. */
  readonly atLeast?: number;
  /** Milliseconds; default 2000. */
  readonly within?: number;
}

export type Read<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'not-found' }
  /** The register has not yet caught up: ask again in so many seconds. */
  | { readonly kind: 'not-yet'; readonly version: number; readonly retryAfter: number };

export interface RegisteredRequest {
  readonly requestId: string;
  readonly reference: string;
  readonly receivedOn: CivilDate;
  readonly receivedAt: string | null;
  readonly channel: Channel;
  readonly acceptedAt: string;
  /** Staff id of who opened it. */
  readonly acceptedBy: string;
  readonly wordsId: string;
  readonly externalReferenceId: string | null;
  /** The case that a complaint is about (R54). */
  readonly aboutCase: string | null;
  /** Somebody asks on the subject's behalf; somebody else is to have the answer. */
  readonly hasRequester: boolean;
  readonly hasRecipient: boolean;
  readonly cases: readonly RegisteredCase[];
}

/** Whose requests, seen from which case, on which day. */
export interface HeldWhat {
  readonly requestIds: readonly string[];
  readonly caseId: string;
  readonly on: CivilDate;
}

/** A letter of a case, without its content. */
export interface LetterItem {
  readonly letterId: string;
  readonly level: 'request' | 'case';
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
  readonly state: 'decided' | 'sending' | 'deferred' | 'accepted' | 'refused' | 'unknown' | 'to-be-posted';
  /** The event of this case that decided it. */
  readonly decided: number;
  readonly decidedAt: string;
  readonly outcomeOn: CivilDate | null;
  readonly outcomeAt: string | null;
  readonly tries: number;
  readonly isPossibleDuplicate: boolean;
  /** SHA-256 of the bytes that were sent, in hexadecimal. */
  readonly messageHash: string | null;
  readonly messageId: string | null;
  /** Bytes; null of a letter that was built before this was kept. */
  readonly size: number | null;
  readonly builtAt: string | null;
  /** The run of the case in which it was decided. */
  readonly run: number;
  readonly replyCode: number | null;
  /** Civil date in Europe/London; null of a letter that goes at once. */
  readonly plannedFor: CivilDate | null;
  /** Which wording it was written in; null while it is not written. */
  readonly template: string | null;
  readonly templateVersion: number | null;
  readonly language: string | null;
  /** HMAC of the data it was written from, under the request's key, in hexadecimal. */
  readonly dataHash: string | null;
  /** SHA-256 of its PDF, in hexadecimal; null while nobody has printed it. */
  readonly printHash: string | null;
}

const fromIntake = (summary: CaseSummary): RegisteredCase => ({
  ...summary,
  handler: null,
  team: null,
  clockAheadMs: 0,
  isLate: false,
  isStarted: false,
});

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

const requestFields = `request_id AS "requestId", reference, received_on AS "receivedOn", received_at AS "receivedAt", channel,
  accepted_at AS "acceptedAt", accepted_by AS "acceptedBy", words_id AS "wordsId", external_reference_id AS "externalReferenceId",
  about_case AS "aboutCase", has_requester AS "hasRequester", has_recipient AS "hasRecipient"`;

/** Cases as the register has them; until a case has written its first row, as they were accepted. */
export class Cases {
  /** Of the list of cases. */
  readonly views: SavedViews;

  constructor(private readonly database: Database) {
    this.views = new SavedViews(database);
  }

  /** See `applyStep`. The case's own register lane is the only caller. */
  applyStep(step: RegisterStep, hashes?: Commitments): Promise<boolean> {
    return applyStep(this.database, step, hashes);
  }

  byId(caseId: string, freshness: Freshness = {}): Promise<Read<RegisteredCase>> {
    return this.freshEnough(() => this.find(caseId), freshness);
  }

  /** Whether so many bear a name that a list looks through the newest alone. */
  areTooMany(named: readonly [string, ...string[]]): Promise<boolean> {
    return areTooMany(this.database, named);
  }

  async request(requestId: string): Promise<RegisteredRequest | undefined> {
    const [[request], cases] = await Promise.all([
      this.database.query<Omit<RegisteredRequest, 'cases'>>(
        `SELECT ${requestFields} FROM register.request WHERE request_id = $1`,
        [requestId],
      ),
      this.ofRequest(requestId),
    ]);
    return request && { ...request, cases };
  }

  /** The cases of a request in the order of its rights. */
  async ofRequest(requestId: string): Promise<readonly RegisteredCase[]> {
    const [rows, accepted] = await Promise.all([
      this.database.query<RegisteredCase>(
        `SELECT ${selectCase} FROM register.case_row WHERE request_id = $1`,
        [requestId],
      ),
      this.database.query<{ summary: CaseSummary }>(
        'SELECT summary FROM register.intake WHERE request_id = $1 AND run = 1 ORDER BY position',
        [requestId],
      ),
    ]);
    const written = new Map(rows.map(row => [row.caseId, row]));
    return accepted.map(({ summary }) => written.get(summary.caseId) ?? fromIntake(summary));
  }

  /**
   * References of the other cases of these requests and rights that had been received and were not known to have closed on that day. A
   * case counts from the moment it is accepted, also while its workflow has not begun; a reopened one counts again at once. What was
   * done on the day of its closing counts as done after it.
   */
  async holding(
    { requestIds, caseId, on }: HeldWhat,
    rights: readonly CaseRight[],
  ): Promise<readonly string[]> {
    const rows = await this.database.query<{ reference: string }>(
      `SELECT DISTINCT i.reference FROM register.intake i LEFT JOIN register.case_row c USING (case_id)
       WHERE i.request_id = ANY($1) AND i.case_id <> $2 AND coalesce(c.case_right, i.summary->>'right') = ANY($3)
         AND coalesce(c.received_on, i.received_on) <= $4
         AND (c.case_id IS NULL OR c.closed_on IS NULL OR c.closed_on > $4 OR i.run > c.run)
       ORDER BY i.reference`,
      [requestIds, caseId, rights, on],
    );
    return rows.map(row => row.reference);
  }

  list(filter: CaseFilter, asked?: PageAsked<CaseSort>): Promise<Page<CaseItem>> {
    return listCases(this.database, filter, asked);
  }

  /** Its events in order; `after` is the number of the last one seen. */
  async timeline(caseId: string, after = 0, limit?: number): Promise<readonly CaseEvent[]> {
    const rows = await this.database.query<{ event: CaseEvent }>(
      'SELECT event FROM register.timeline WHERE case_id = $1 AND number > $2 ORDER BY number LIMIT $3',
      [caseId, after, limitOf(limit)],
    );
    return rows.map(row => row.event);
  }

  letters(caseId: string): Promise<readonly LetterItem[]> {
    return this.database.query<LetterItem>(
      `SELECT l.letter_id AS "letterId", l.level, l.kind, l.recipient, l.state, c.decided, l.decided_at AS "decidedAt",
         l.outcome_on AS "outcomeOn", l.outcome_at AS "outcomeAt", l.tries, l.is_possible_duplicate AS "isPossibleDuplicate",
         l.message_hash AS "messageHash", l.message_id AS "messageId", l.message_size AS size, l.built_at AS "builtAt", c.run, l.reply_code AS "replyCode",
         l.template, l.template_version AS "templateVersion", l.language, l.data_hash AS "dataHash", l.print_hash AS "printHash",
         ((w.letter_order->>'notBefore')::timestamptz AT TIME ZONE 'Europe/London')::date AS "plannedFor"
       FROM register.letter_of_case c JOIN register.letter l USING (letter_id)
       LEFT JOIN register.letter_to_staff w USING (letter_id)
       WHERE c.case_id = $1 ORDER BY c.decided, l.letter_id`,
      [caseId],
    );
  }

  private async find(caseId: string): Promise<RegisteredCase | undefined> {
    const [row] = await this.database.query<RegisteredCase>(
      `SELECT ${selectCase} FROM register.case_row WHERE case_id = $1`,
      [caseId],
    );
    if (row) return row;
    const [accepted] = await this.database.query<{ summary: CaseSummary }>(
      'SELECT summary FROM register.intake WHERE case_id = $1 AND run = 1',
      [caseId],
    );
    return accepted && fromIntake(accepted.summary);
  }

  /** The register follows the case within milliseconds; asking again with growing gaps costs less than a connection that listens. */
  private async freshEnough(
    find: () => Promise<RegisteredCase | undefined>,
    { atLeast = 0, within = 2_000 }: Freshness,
  ): Promise<Read<RegisteredCase>> {
    const until = Date.now() + within;
    for (let gap = 10; ; gap = Math.min(gap * 2, 160)) {
      const found = await find();
      if (!found) return { kind: 'not-found' };
      if (found.version >= atLeast) return { kind: 'found', found };
      const left = until - Date.now();
      if (left <= 0) return { kind: 'not-yet', version: found.version, retryAfter: 1 };
      await pause(Math.min(gap, left));
    }
  }
}
