export {
  Courier,
  type CallAnswered,
  type CallOutcome,
  type CallToMake,
  type CourierOptions,
} from './courier.js';
export { failures, type Failure } from './failure.js';
export { isPublicAddress } from './public-address.js';
export { newHookSecret, signatureHeaders, type MessageToSign } from './signature.js';
export { isWrong, targetOf, type Target, type TargetRules, type WrongTarget } from './target.js';
