import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { meaningOf, readDeliveryStatus, type DeliveryStatus } from './delivery-status.js';
import { sha256 } from './message.js';
import { marksIn } from './return-address.js';

/** What came to the address for reports, and says something of a letter. */
export interface ReportRead {
  readonly kind: 'report';
  readonly what: 'for-good' | 'for-now' | 'delayed' | 'auto-reply';
  /** The marks of the addresses it was sent to, and the `Message-ID`s it gives back. */
  readonly returnTokens: readonly string[];
  readonly messageIds: readonly string[];
  readonly status?: string;
  /** What the other server said; it repeats the address. */
  readonly words?: string;
  /** The same for the same message, however often it is read. */
  readonly fingerprint: string;
}

/** What says nothing of a letter: it is left to people. */
export interface NoReport {
  readonly kind: 'none';
  readonly because: 'challenge' | 'delivered' | 'not-a-report' | 'unreadable';
}

const messageId = /<[^<>\s]+@[^<>\s]+>/g;

const headersOf = ({ headers }: Email, ...names: readonly string[]): readonly string[] =>
  headers.filter(({ key }) => names.includes(key)).map(({ value }) => value);

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');

const partOf = ({ attachments }: Email, ...types: readonly string[]): string | undefined => {
  const part = attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
  return part && textOf(part);
};

/** The head alone: what the letter says is not looked at. */
const headOf = (message: string): string => message.split(/\r?\n\r?\n/, 1)[0] ?? '';

function returnedIds(email: Email): readonly string[] {
  const returned = partOf(email, 'message/rfc822', 'message/global', 'text/rfc822-headers') ?? '';
  const [, value = ''] = /^message-id:(.*(?:\r?\n[ \t].*)*)/im.exec(headOf(returned.trimStart())) ?? [];
  return value.match(messageId) ?? [];
}

/** RFC 3834 §5; and what machines send that do not know it. */
function isAutomatic(email: Email): boolean {
  const [auto = 'no'] = headersOf(email, 'auto-submitted');
  if (auto.trim().toLowerCase() !== 'no') return true;
  return headersOf(email, 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress').length > 0;
}

/** Asks the sender to prove that they are no machine: nobody should answer it but a person. */
const asksForProof = (email: Email): boolean =>
  email.headers.some(({ key }) => /^x-(boxtrapper|tmda|spamarrest|challenge|asw)/.test(key));

function tokensOf(email: Email): readonly string[] {
  return marksIn(headersOf(email, 'to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'));
}

/** A server that writes no delivery status says in its own words why; only a report to our own mark is believed that much. */
function withoutStatusPart(email: Email): DeliveryStatus | undefined {
  const [returnPath = ''] = headersOf(email, 'return-path');
  const isFromServer = returnPath.trim() === '<>' || /^mailer-daemon@/i.test(email.from?.address ?? '');
  const [, status] = /(?:^|\s|#)([45]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(email.text ?? '') ?? [];
  if (!isFromServer || status === undefined || tokensOf(email).length === 0) return undefined;
  return { action: 'failed', status };
}

function statusOf(email: Email): DeliveryStatus | 'delivered' | undefined {
  const part = partOf(email, 'message/delivery-status', 'message/global-delivery-status');
  if (part === undefined) return withoutStatusPart(email);
  const statuses = readDeliveryStatus(part);
  const failed =
    statuses.find(({ action }) => action === 'failed') ?? statuses.find(({ action }) => action === 'delayed');
  return failed ?? (statuses.length > 0 ? 'delivered' : undefined);
}

const none = (because: NoReport['because']): NoReport => ({ kind: 'none', because });

/**
 * Reads a message that came to the address for reports: a delivery status (RFC 3464) or an automatic answer (RFC 3834). What it is about
 * is for the register to say; it is believed only where it names a letter of ours.
 */
export async function readReport(bytes: Uint8Array): Promise<ReportRead | NoReport> {
  const email = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  }).catch(() => undefined);
  if (!email) return none('unreadable');
  const returnTokens = tokensOf(email);
  const fingerprint = email.messageId ?? sha256(bytes);
  const status = statusOf(email);
  if (status === 'delivered') return none('delivered');
  if (status) {
    const what = meaningOf(status);
    if (!what) return none('delivered');
    const said = { status: status.status, ...(status.words !== undefined && { words: status.words }) };
    return { kind: 'report', what, returnTokens, messageIds: returnedIds(email), ...said, fingerprint };
  }
  if (asksForProof(email)) return none('challenge');
  if (!isAutomatic(email)) return none('not-a-report');
  const messageIds = headersOf(email, 'in-reply-to', 'references').flatMap(
    value => value.match(messageId) ?? [],
  );
  return {
    kind: 'report',
    what: 'auto-reply',
    returnTokens,
    messageIds: [...new Set(messageIds)],
    fingerprint,
  };
}
