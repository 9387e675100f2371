/** `records`: NDJSON of one entity of a source. `original`: a document as a source holds it. `proof`: of an erasure. */
export const documentPurposes = ['records', 'original', 'requester-paper', 'package', 'proof'] as const;
export type DocumentPurpose = (typeof documentPurposes)[number];

/** `failed`: the scanner can give no verdict on it, and a person must decide. */
export const scanStates = ['waiting', 'clean', 'infected', 'failed'] as const;
export type ScanState = (typeof scanStates)[number];

/** A document of a case, without its content. */
export interface CaseDocument {
  readonly documentId: string;
  readonly requestId: string;
  readonly caseId: string;
  /** The ask that it answers; null where it answers none. */
  readonly askId: string | null;
  readonly purpose: DocumentPurpose;
  /** Of records: the entity's name; null of all else. */
  readonly entity: string | null;
  /** What it was called; words in the vault, since a name may name somebody. */
  readonly nameWords: string | null;
  readonly mediaType: string;
  /** Of its content as it was sent. */
  readonly bytes: number;
  /** HMAC under the request's key of the SHA-256 of its content, in hexadecimal. */
  readonly hash: string;
  readonly scanState: ScanState;
  /** The scanner's name for what it found. */
  readonly scanFound: string | null;
  readonly scannedBy: string | null;
  readonly scannedAt: string | null;
  /** Request, case and document, with `/` between. */
  readonly storageKey: string;
  /** A staff id, or `source`. */
  readonly takenBy: string;
  readonly receivedAt: string;
}

export const selectDocument = `SELECT document_id AS "documentId", request_id AS "requestId", case_id AS "caseId", ask_id AS "askId", purpose, entity,
  name_words AS "nameWords", media_type AS "mediaType", bytes, hash, scan_state AS "scanState", scan_found AS "scanFound",
  scanned_by AS "scannedBy", scanned_at AS "scannedAt", storage_key AS "storageKey", taken_by AS "takenBy", received_at AS "receivedAt"
  FROM register.document`;

/** Whole and not removed. */
export const isThere = 'received_at IS NOT NULL AND removed_at IS NULL';
