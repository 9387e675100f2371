import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { CaughtLetter } from '@duly/testing';

/** A delivery status as a mail server writes it, on a letter that it had taken. */
export function bounceOf({ envelope, messageId }: CaughtLetter, status = '5.1.1'): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.marrowbone.example',
    `To: ${envelope.from}`,
    `Message-ID: <${randomUUID()}@mx.marrowbone.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.marrowbone.example',
    '',
    `Final-Recipient: rfc822; ${envelope.to[0] ?? ''}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} ${envelope.to[0] ?? ''} is not here`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId ?? ''}`,
    '',
    '--b--',
    '',
  ].join('\r\n');
}

/** What a machine answers while somebody is away. */
export const autoReplyTo = ({ envelope, messageId }: CaughtLetter): string =>
  [
    `From: ${envelope.to[0] ?? ''}`,
    `To: ${envelope.from}`,
    `Message-ID: <${randomUUID()}@marrowbone.example>`,
    `In-Reply-To: ${messageId ?? ''}`,
    'Auto-Submitted: auto-replied',
    'Subject: Out of office',
    '',
    'I am away until May.',
  ].join('\r\n');

export const reportSecret = `whsec_${randomBytes(32).toString('base64')}`;
export const nextReportSecret = `whsec_${randomBytes(32).toString('base64')}`;

/** The heads of a webhook's message (Standard Webhooks). */
export function signed(
  body: string,
  { secret = reportSecret, id = `msg_${randomUUID()}`, secondsAgo = 0 } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - secondsAgo);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
