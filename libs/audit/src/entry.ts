import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { leafHash } from './hashing.js';

/** One entry of the audit log, as the tree holds it: every column, and nothing of a person in clear. */
export interface LoggedEntry {
  readonly number: number;
  /** UTC to the microsecond: `2036-03-31T09:00:00.000000Z`. */
  readonly recordedAt: string;
  readonly action: string;
  readonly by: string;
  readonly requestId: string | null;
  readonly caseId: string | null;
  readonly run: number | null;
  readonly eventNumber: number | null;
  readonly cite: string | null;
  readonly commitment: string | null;
  readonly correlationId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Names the form, so that another one can follow it without the two being mixed up. */
const form = 'duly-audit-entry-1';

/** JSON escapes nothing in it, whoever writes it. */
const asItStands = /^[ !#-[\]-~]*$/;

const text = (value: string | number | null): string =>
  typeof value === 'string' && asItStands.test(value) ? `"${value}"` : JSON.stringify(value);

/**
 * The bytes that are hashed: the form and the canonical JSON (RFC 8785) of every column. Their names stand here in the order that
 * the RFC gives them, since sorting them anew for each of millions of entries took longer than hashing them.
 */
export const leafOf = (entry: LoggedEntry): Buffer => Buffer.from(leafText(entry));

function leafText(entry: LoggedEntry): string {
  const { number, recordedAt, action, by, requestId, caseId, run, eventNumber } = entry;
  const { cite, commitment, correlationId, detail } = entry;
  return (
    `{"action":${text(action)},"by":${text(by)},"caseId":${text(caseId)},"cite":${text(cite)},` +
    `"commitment":${text(commitment)},"correlationId":${text(correlationId)},"detail":${canonicalJson(detail)},` +
    `"eventNumber":${text(eventNumber)},"form":"${form}","number":${text(number)},"recordedAt":${text(recordedAt)},` +
    `"requestId":${text(requestId)},"run":${text(run)}}`
  );
}

export const hashOfEntry = (entry: LoggedEntry): Buffer => leafHash(leafOf(entry));

/** The same in hexadecimal, without the bytes between: for whoever goes through millions. U+0000 is the one byte 0 that marks a leaf. */
export const hexHashOfEntry = (entry: LoggedEntry): string =>
  hash('sha256', `\u0000${leafText(entry)}`, 'hex');
