import type { CivilDate } from '../dates/civil-date.js';
import type { Cited } from './cited.js';

type Words = Cited & { readonly words: string };

/** R39 — the grounds for restriction, UK GDPR Art 18(1). */
export const restrictionGrounds = {
  accuracy_contested: {
    rule: 'R39',
    cite: 'UK GDPR Art 18(1)(a)',
    words: 'the accuracy is contested, while it is checked',
  },
  unlawful_but_not_erased: {
    rule: 'R39',
    cite: 'UK GDPR Art 18(1)(b)',
    words: 'unlawful, and the person opposes erasure',
  },
  needed_for_claims: {
    rule: 'R39',
    cite: 'UK GDPR Art 18(1)(c)',
    words: 'needed only for the person’s legal claims',
  },
  objection_pending: { rule: 'R39', cite: 'UK GDPR Art 18(1)(d)', words: 'an objection is being weighed' },
} as const satisfies Readonly<Record<string, Words>>;
export type RestrictionGround = keyof typeof restrictionGrounds;

/** R39 — besides storing, restricted data may be used for these only, UK GDPR Art 18(2). */
export const usesWhileRestricted = {
  consent: { rule: 'R39', cite: 'UK GDPR Art 18(2)', words: 'with the person’s consent' },
  legal_claims: { rule: 'R39', cite: 'UK GDPR Art 18(2)', words: 'for legal claims' },
  rights_of_another: {
    rule: 'R39',
    cite: 'UK GDPR Art 18(2)',
    words: 'to protect the rights of another person',
  },
  important_public_interest: {
    rule: 'R39',
    cite: 'UK GDPR Art 18(2)',
    words: 'for important public interest',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type UseWhileRestricted = keyof typeof usesWhileRestricted;

/** R39 — a restriction is lifted only after the person was told: there is no lifting without the day of that notice (Art 18(3)). */
export interface LiftingOfRestriction {
  readonly personToldOn: CivilDate;
  readonly liftedOn: CivilDate;
}
