export { type Certainty, type Cited } from './cited.js';
export { competenceOf, type Competence } from './children.js';
export { complaintRoutes, complaintsToController, type ComplaintRoute } from './complaint-routes.js';
export {
  directMarketingObjection,
  type DirectMarketingObjection,
  type DirectMarketingStep,
} from './direct-marketing.js';
export {
  alwaysNeedsDpia,
  dpiaReviewTriggers,
  dpiaSteps,
  europeanCriteria,
  mustConsultRegulator,
  riskOf,
  screenDpia,
  type AlwaysNeedsDpia,
  type DpiaAnswers,
  type DpiaReviewTrigger,
  type DpiaScreening,
  type DpiaStep,
  type DpoAdvice,
  type EuropeanCriterion,
  type Level,
} from './dpia-screening.js';
export {
  dutiesOf,
  type ExtensionDecision,
  type Requirement,
  type RightDuties,
  type RightWithDuties,
  type WeighedRight,
} from './duties.js';
export {
  erasureGrounds,
  erasureGroundsFor,
  maliciousAllegation,
  type ErasureGround,
} from './erasure-grounds.js';
export {
  exemptions,
  exemptionsFor,
  specialChannels,
  whatClaimLacks,
  type ExemptibleRight,
  type Exemption,
  type ExemptionClaim,
  type ExemptionName,
} from './exemptions.js';
export {
  extensionGrounds,
  isExtensionGround,
  notExtensionGrounds,
  type ExtensionGround,
  type NotAnExtensionGround,
} from './extension-grounds.js';
export { feeConditions, feeGroundsFor, type FeeCharge, type FeeGround } from './fees.js';
export { holdFor, type Hold } from './holds.js';
export { contentsOf, letterContents, type LetterContent, type LetterKind } from './letter-contents.js';
export {
  excessiveFactors,
  notEnoughForManifestly,
  unfoundedFactors,
  type ExcessiveFactor,
  type ManifestlyAssessment,
  type NotEnoughForManifestly,
  type UnfoundedFactor,
} from './manifestly.js';
export {
  charitySoftOptInFrom,
  directMarketing,
  listingForbidsCall,
  marketingRule,
  pecrSanctions,
  screenEveryDays,
  type MarketingChannel,
  type MarketingRule,
  type SoftOptIn,
  type Subscriber,
} from './pecr.js';
export {
  dataOrigins,
  lawfulBases,
  portabilityOf,
  portableFormats,
  type DataOrigin,
  type LawfulBasis,
  type PortableCandidate,
  type Portability,
} from './portability.js';
export { recognition, requestChannels, type RequestChannel } from './recognition.js';
export { mustTellRecipients, type RecipientOutcome, type RightTellingRecipients } from './recipients.js';
export {
  isRefusable,
  refusalGrounds,
  refusalGroundsFor,
  type NamedRefusalGround,
  type Refusal,
  type RefusableRight,
  type RefusalGround,
  type RefusalGroundOf,
} from './refusal-grounds.js';
export { regulatorOn, regulators, type Regulator } from './regulator.js';
export {
  restrictionGrounds,
  usesWhileRestricted,
  type LiftingOfRestriction,
  type RestrictionGround,
  type UseWhileRestricted,
} from './restriction-rules.js';
