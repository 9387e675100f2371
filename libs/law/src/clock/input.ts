import type { CivilDate } from '../dates/civil-date.js';
import type { Policy } from './policy.js';
import type { RulesetId } from '../rulesets/ruleset-ids.js';

/** Every right and duty that some ruleset has a clock for. */
export const rights = [
  'access',
  'access_s45',
  'erasure',
  'portability',
  'rectification',
  'restriction',
  'objection',
  'objection_direct_marketing',
  'adm_22c',
  'complaint',
  'prior_consultation',
  'know',
  'delete',
  'opt_out',
] as const;
export type Right = (typeof rights)[number];

/** Only a request for access can be clarified so that time stands still (UK GDPR Art 12A(5); DPA 2018 s.54(3C)). */
export type RightWithPause = 'access' | 'access_s45';

interface Dated {
  /** Civil date in Europe/London on which it happened. */
  readonly date: CivilDate;
  /** The instant, ISO 8601 with `Z` or offset, where it is known; must fall on `date` in London. */
  readonly at?: string;
  /** True while it may later be judged unjustified or not given; then `planBy` joins in the fallback date (R30). */
  readonly doubtful?: boolean;
}

export type ReceiptFact = Dated & {
  readonly type: 'received' | 'complaint_received' | 'consultation_received_by_regulator';
};

export type PreconditionFact = Dated &
  (
    | { readonly type: 'id_requested'; readonly reasonableDoubts?: boolean }
    | { readonly type: 'id_received'; readonly sufficient?: boolean }
    | { readonly type: 'authority_requested' }
    | { readonly type: 'authority_received'; readonly sufficient?: boolean }
    | { readonly type: 'fee_requested'; readonly basis: '12(5)' | '15(3)' }
    | { readonly type: 'fee_paid' }
  );

export type ClarificationFact = Dated & {
  readonly type: 'clarification_requested' | 'clarification_received' | 'clarification_declined';
  readonly ref?: string;
};

export type ExtensionFact = Dated & { readonly type: 'extension_notified'; readonly reasons?: boolean };

export const closingTypes = ['completed', 'refused', 'withdrawn', 'abandoned', 'died'] as const;
export type ClosingType = (typeof closingTypes)[number];
export type ClosingFact = Dated & { readonly type: ClosingType };

export type FactWithoutPause = ReceiptFact | PreconditionFact | ExtensionFact | ClosingFact;
export type ClockFact = FactWithoutPause | ClarificationFact;
export type ClockFactType = ClockFact['type'];

interface Asked {
  readonly id?: string | number;
  /** Without it the right and the date of receipt choose (R2). */
  readonly ruleset?: RulesetId;
  /** `england-and-wales`, `scotland`, `northern-ireland`, `none`, or the name of an imported calendar (R18). */
  readonly calendar: string;
  /** Hides what was known or happened after the end of this day (R20). */
  readonly asOf?: CivilDate;
  readonly policy?: Partial<Policy>;
}

/** The facts that stand, in any order. A pause can only be told of a right that has one. */
export type ClockInput = Asked &
  (
    | { readonly right: RightWithPause; readonly events: readonly ClockFact[] }
    | { readonly right: Exclude<Right, RightWithPause>; readonly events: readonly FactWithoutPause[] }
  );
