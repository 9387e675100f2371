export { addressFault, NotOneAddress, singleAddress, type Address, type AddressFault } from './address.js';
export {
  deliver,
  TryAgain,
  WrongBytes,
  type ClaimedLetter,
  type Outbox,
  type OutboxClaim,
  type Reply,
  type SentOutcome,
} from './deliver.js';
export { buildMessage, sha256, type BuiltMessage, type MessageContent, type Signature } from './message.js';
export { packed, unpacked } from './packed-letter.js';
export { readMessage, type MessageRead } from './read-message.js';
export type { Envelope, Post, PostResult } from './post.js';
export { SmtpPost, type SmtpSettings } from './smtp-post.js';
