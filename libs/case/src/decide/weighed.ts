import type { WeighedRight } from '../names.js';
import type { Judging } from './judging.js';

/**
 * What a step is judged with that weighs something against the request: a refusal, a fee, an extension, an assessment. It holds a right
 * that can be weighed, so that no such step against an absolute right can even be asked of its judgement (UK GDPR Art 21(3); R42).
 */
export interface WeighedJudging extends Judging {
  readonly right: WeighedRight;
}
