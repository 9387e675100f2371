import { createHash } from 'node:crypto';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { singleAddress, type Address } from './address.js';

export interface MessageContent {
  readonly from: Address;
  /** Left out of a letter that is to be printed and posted. */
  readonly to?: Address;
  /** Where answers go. */
  readonly replyTo?: Address;
  readonly subject: string;
  readonly text: string;
  /** Left out where the reader wants plain text. */
  readonly html?: string;
  /** When it is written, ISO 8601; stands in its head. */
  readonly at: string;
  /** 64 hexadecimal digits: the HMAC of what makes this letter this letter. */
  readonly messageHash: string;
  readonly language?: string;
}

/** The key a domain signs its mail with (RFC 6376). */
export interface Signature {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface BuiltMessage {
  readonly bytes: Buffer;
  /** `<…@domain>`, the same whenever this letter is built. */
  readonly messageId: string;
  /** SHA-256 of the bytes in hexadecimal. */
  readonly hash: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const messageIdOf = ({ messageHash, from }: MessageContent): string =>
  `<${messageHash.slice(0, 40)}@${from.address.split('@')[1] ?? 'localhost'}>`;

const oneLine = (subject: string): string => subject.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();

async function signed(bytes: Buffer, { domain, selector, privateKey }: Signature): Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  const parts: Buffer[] = [];
  for await (const part of signer.sign(bytes)) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/**
 * Builds the bytes that are sent. The same content gives the same bytes: nothing in them comes from the clock or from chance.
 * Nothing of the content may name a file or an address to fetch.
 * @throws NotOneAddress
 */
export async function buildMessage(content: MessageContent, signature?: Signature): Promise<BuiltMessage> {
  const from = singleAddress(content.from);
  const messageId = messageIdOf(content);
  const composer = new MailComposer({
    from,
    ...(content.to && { to: [singleAddress(content.to)] }),
    ...(content.replyTo && { replyTo: [singleAddress(content.replyTo)] }),
    subject: oneLine(content.subject),
    text: content.text,
    ...(content.html !== undefined && { html: content.html }),
    date: new Date(content.at),
    messageId,
    baseBoundary: content.messageHash.slice(40),
    newline: 'windows',
    // No automatic answer may come back to a letter that nobody typed (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': content.language ?? 'en' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const plain = await composer.compile().build();
  const bytes = signature ? await signed(plain, signature) : plain;
  return { bytes, messageId, hash: sha256(bytes) };
}
