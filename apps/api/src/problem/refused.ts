import type { CaseRefusal } from '@duly/case';

/** Carries a case's refusal up to the one place that turns it into an answer. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: CaseRefusal) {
    super(refusal.message);
  }
}
