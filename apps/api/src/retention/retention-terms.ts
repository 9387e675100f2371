import type { Leads } from '@duly/register';

/** How long before an erasure it is warned of. */
export class RetentionTerms {
  constructor(readonly leads: Leads) {}
}
