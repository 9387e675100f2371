import { createHash } from 'node:crypto';
import { isErased, type Vault } from '@duly/vault';
import type { ReportedBy, ReportedLetter, ReportedWhat } from './mail-reports.js';
import type { Register } from './register.js';

/** What was read of one report, whichever way it came. */
export interface ReportToRecord extends ReportedBy {
  readonly what: ReportedWhat;
  readonly status?: string;
  /** The other server's words; sealed before they are kept. */
  readonly words?: string;
  /** The same for the same report. */
  readonly fingerprint: string;
}

export interface RecordedFrom {
  readonly source: 'mailbox' | 'webhook';
  /** Of a webhook: its message's own id, which counts once. */
  readonly webhookMessage?: string;
}

export type Recorded = 'recorded' | 'known' | 'not-ours';

/** Of a letter as it is kept: to whom it goes. */
export type AddressIn = (opened: Buffer) => string;

const idOf = ({ fingerprint, what }: ReportToRecord, { letterId }: ReportedLetter): string =>
  createHash('sha256').update(`${letterId}\n${what}\n${fingerprint}`).digest('hex');

/** Upper and lower case are told apart by no server that people use. */
export const addressHash = (vault: Vault, address: string): Promise<string> =>
  vault.keyedHash('address', address.trim().toLowerCase());

async function failedAddress(
  vault: Vault,
  letter: ReportedLetter,
  addressIn: AddressIn,
): Promise<string | undefined> {
  const { requestId, letterId, sealedMessage, recipient } = letter;
  if (!sealedMessage || (recipient !== 'requester' && recipient !== 'recipient')) return undefined;
  const opened = await vault.openLetter(requestId, letterId, sealedMessage);
  const address = isErased(opened) ? '' : addressIn(opened);
  return address === '' ? undefined : addressHash(vault, address);
}

/**
 * Puts a report of the mail system on record and marks the cases that are to be told of it. What names no letter of ours is left alone.
 * An address that failed for good is known from then on: letters to it go by post until another is named.
 */
export async function recordReport(
  { register, vault }: { readonly register: Register; readonly vault: Vault },
  addressIn: AddressIn,
  report: ReportToRecord,
  { source, webhookMessage }: RecordedFrom,
): Promise<Recorded> {
  const { mailReports } = register;
  const letter = await mailReports.letterOf(report);
  if (!letter) return 'not-ours';
  const { letterId, requestId } = letter;
  const { what, status, words } = report;
  const reportId = idOf(report, letter);
  const failed = what === 'for-good' ? await failedAddress(vault, letter, addressIn) : undefined;
  const sealed =
    words === undefined
      ? undefined
      : await vault.sealLetter(requestId, `report/${reportId}`, Buffer.from(words));
  const isNew = await mailReports.record(
    {
      reportId,
      letterId,
      what,
      source,
      ...(status !== undefined && { status }),
      ...(sealed && !isErased(sealed) && { sealedWords: sealed }),
      ...(failed !== undefined && { failedAddress: failed }),
    },
    requestId,
    webhookMessage,
  );
  return isNew ? 'recorded' : 'known';
}
