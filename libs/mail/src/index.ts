export { lookedUp, NotARecordLine, writtenDown, type DnsRecords } from './doctor/dns-records.js';
export { examineMail, type MailWay } from './doctor/examine-mail.js';
export type { Finding, Verdict } from './doctor/finding.js';
export {
  addressFault,
  needsSmtpUtf8,
  NotOneAddress,
  singleAddress,
  type Address,
  type AddressFault,
} from './address.js';
export {
  deliver,
  TryAgain,
  WrongBytes,
  type ClaimedLetter,
  type Outbox,
  type OutboxClaim,
  type Reply,
  type SentOutcome,
  type Written,
} from './deliver.js';
export { HalfSet, mailboxFrom, mailWayFrom, signatureFrom, smtpFrom } from './from-settings.js';
export { buildMessage, sha256, type BuiltMessage, type MessageContent, type Signature } from './message.js';
export { packed, unpacked } from './packed-letter.js';
export { readReport, type NoReport, type ReportRead } from './read-report.js';
export { ReportMailbox, type MailboxSettings, type Taken, type Visit } from './report-mailbox.js';
export { marksIn, returnAddress } from './return-address.js';
export { readMessage, type MessageRead } from './read-message.js';
export type { Envelope, Post, PostResult, Send } from './post.js';
export { SmtpPost } from './smtp-post.js';
export type { SmtpSettings } from './smtp-settings.js';
