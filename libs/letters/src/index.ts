export { momentAt, type Moment } from './moment.js';
export { deliveryOf, disclosureTold } from './writing/disclosure-told.js';
export { senderFrom } from './sender-from.js';
export type { Sender } from './writing/letter-context.js';
export { LetterMaker, type Made, type MakerOptions } from './writing/letter-maker.js';
export {
  LetterWriter,
  type GoesTo,
  type NotYetKept,
  type Sendable,
  type WriterOptions,
  type Written,
} from './writing/letter-writer.js';
export { NotPrintable } from './print/not-printable.js';
export { Press, PressBusy, type Printer } from './print/press.js';
export { PrintRoom } from './print/print-room.js';
export { lettersMustBeReady, LettersNotReady, readReviews } from './reviewed-wording.js';
