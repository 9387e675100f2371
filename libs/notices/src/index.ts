export { isWrittenIn, renderLetter, type Letter } from './render-letter.js';
export { coverOnPaper, type CoverLetterData } from './cover-letter.js';
export type { SourceAskData } from './source-ask.js';
export type { DigestCase, DigestData } from './digest.js';
export {
  insideLetterKinds,
  insideTemplates,
  renderInside,
  type InsideLetter,
  type InsideLetterData,
  type InsideLetterKind,
} from './render-inside.js';
export type { PrintBlock, PrintDocument } from './document/to-print.js';
export { letterKinds, templates } from './templates/index.js';
export { english, publishedLanguages } from './english.js';
export { languageOf, type Formats, type Language, type Languages } from './language.js';
export { judgeReviews, type Review, type WordingReviewed } from './reviews.js';
export { layoutVersion } from './document/to-html.js';
export type { Template } from './template.js';
export {
  type AbandonmentData,
  type AbandonmentWarningData,
  type AcknowledgementData,
  type AlarmToHandlerData,
  type AlarmToManagerData,
  type AnswerData,
  type AuthorityData,
  type Awaited,
  type ClarificationData,
  type ClosureData,
  type ExtensionData,
  type FeeData,
  type FeeRefundData,
  type IdentityData,
  type LetterData,
  type LetterKind,
  type RefusalData,
  type ReminderToHandlerData,
  type ReminderToRequesterData,
  type TransferData,
  type WithdrawalData,
} from './data/letter-data.js';
export type { ToStaff } from './data/to-staff.js';
export type { DismissalData } from './data/enquiry.js';
export type { CannotIdentifyData, DeathData, ReclassificationData } from './data/rarer-ends.js';
export type { AnswerRecord, RecipientsOfAnswer } from './data/answer-record.js';
export {
  type DecisionExplainedData,
  type RecipientsData,
  type RestrictionLiftingData,
} from './data/duties-data.js';
export type { Amount, Organisation, ToPerson } from './data/organisation.js';
export { rightNames } from './wording/staff.js';
export { letterItems, type LetterItem } from './letter-item.js';
export {
  type DisclosureTold,
  type BesideAnswer,
  type ExemptionTold,
  type ItemsTold,
  type ItemTold,
  type ParticularsTold,
  type TransferTold,
  type WhyNotSent,
} from './data/answer-data.js';
export { LetterNotComplete } from './letter-not-complete.js';
export { routesOn } from './complaint-routes.js';
export type { PackageJudgedData } from './package-judged.js';
