import type { LawfulBasis } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';

export const incomingStates = [
  'receiving',
  'received',
  'to-assess',
  'refused',
  'accepted',
  'rejected',
] as const;
export type IncomingState = (typeof incomingStates)[number];

/** Why a package is not taken, each by one look of a machine. */
export const incomingFaults = [
  'hash-differs',
  'not-a-package',
  'unsafe-name',
  'not-a-plain-file',
  'expands-too-far',
  'not-as-listed',
  'not-readable',
  'infected',
] as const;
export type IncomingFault = (typeof incomingFaults)[number];

/** A package that another controller sends. */
export interface Incoming {
  readonly incomingId: string;
  /** The sender's own id of the transfer. */
  readonly transferId: string;
  readonly senderId: string;
  readonly theirReference: string;
  readonly state: IncomingState;
  readonly bytes: number;
  readonly receivedBytes: number;
  /** What was announced, as words of the vault. */
  readonly announcement: string;
  readonly receiptWords: string | null;
  readonly because: IncomingFault | null;
  readonly waitsFor: string | null;
  readonly announcedAt: string;
  readonly receivedAt: string | null;
  readonly examinedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionWords: string | null;
  readonly basis: LawfulBasis | null;
  readonly letter: string | null;
  readonly destroyedAt: string | null;
}

export type IncomingToBegin = Pick<
  Incoming,
  'incomingId' | 'transferId' | 'senderId' | 'theirReference' | 'bytes' | 'announcement'
> & {
  /** Keyed: a bare hash would tell whether a guess is right. */
  readonly announcedHash: string;
};

export interface IncomingPart {
  readonly fromByte: number;
  readonly bytes: number;
  readonly partId: string;
}

export const itemReasons = ['not-relevant', 'excessive', 'other-person'] as const;
export type ItemReason = (typeof itemReasons)[number];

/** What may be kept of a package, or not: the records of one entity, or a document. */
export interface IncomingItem {
  readonly itemId: string;
  readonly number: number;
  readonly kind: 'records' | 'document';
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly records: number | null;
  /** What the sender says of it: words of the vault. */
  readonly described: string;
  readonly decision: 'keep' | 'delete' | null;
  readonly because: ItemReason | null;
  readonly otherPeople: boolean | null;
  readonly otherPeopleBasis: LawfulBasis | null;
  readonly words: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Where it lies once it is taken over. */
  readonly documentId: string | null;
  readonly deletedAt: string | null;
}

export type ItemFound = Pick<
  IncomingItem,
  'itemId' | 'number' | 'kind' | 'path' | 'mediaType' | 'bytes' | 'records' | 'described'
>;

export interface ItemJudged {
  readonly decision: 'keep' | 'delete';
  readonly because: ItemReason | null;
  readonly otherPeople: boolean;
  readonly otherPeopleBasis: LawfulBasis | null;
  readonly words: string;
}

export interface IncomingDecision {
  readonly state: 'accepted' | 'rejected';
  readonly decisionWords: string;
  readonly basis: LawfulBasis | null;
}

export const selectIncoming = `SELECT incoming_id AS "incomingId", transfer_id AS "transferId", sender_id AS "senderId",
  their_reference AS "theirReference", state, bytes, received_bytes AS "receivedBytes", announcement, receipt_words AS "receiptWords",
  because, waits_for AS "waitsFor", announced_at AS "announcedAt", received_at AS "receivedAt", examined_at AS "examinedAt",
  decided_by AS "decidedBy", decided_at AS "decidedAt", decision_words AS "decisionWords", basis, letter,
  destroyed_at AS "destroyedAt" FROM register.incoming`;

export const selectItem = `SELECT item_id AS "itemId", number, kind, path, media_type AS "mediaType", bytes, records, described, decision,
  because, other_people AS "otherPeople", other_people_basis AS "otherPeopleBasis", words, decided_by AS "decidedBy",
  decided_at AS "decidedAt", document_id AS "documentId", deleted_at AS "deletedAt" FROM register.incoming_item`;

export const incomingAudited = (
  sql: Sql,
  action: string,
  by: string,
  incoming: string,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> => appendAudit(sql, [{ action, by, detail: { incoming, ...detail } }]);

/** Changes one package, with its audit entry. @returns false where the statement changed nothing */
export const incomingChanged = (
  database: Database,
  statement: string,
  values: readonly [string, ...(string | null)[]],
  action: string,
  by: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<boolean> =>
  database.inTransaction(async sql => {
    if ((await sql.change(statement, values)) === 0) return false;
    await incomingAudited(sql, action, by, values[0], detail);
    return true;
  });
