/** R49 — what speaks for a request being manifestly unfounded (ICO; portability page). Case by case, never a list to tick. */
export const unfoundedFactors = {
  no_intention_to_exercise: 'the person clearly has no intention to exercise the right',
  offers_to_withdraw_for_benefit: 'the person offers to withdraw the request in return for a benefit',
  malicious: 'the request is meant to harass and has no other purpose than to cause disruption',
  states_intent_to_disrupt: 'the request itself states that it is meant to cause disruption',
  unsubstantiated_accusations: 'it makes unsubstantiated accusations that are clearly prompted by malice',
  targets_an_employee: 'it targets a particular employee against whom there is a personal grudge',
  systematic_campaign: 'requests come systematically, for instance weekly, as part of a campaign',
} as const;
export type UnfoundedFactor = keyof typeof unfoundedFactors;

/** R49 — what speaks for a request being manifestly excessive. */
export const excessiveFactors = {
  repeats: 'it repeats an earlier request and a reasonable interval has not passed',
  overlaps: 'it overlaps with other requests that are still open',
  disproportionate: 'it is clearly and obviously unreasonable against the burden and cost of dealing with it',
} as const;
export type ExcessiveFactor = keyof typeof excessiveFactors;

/** R49 — what is not enough by itself. */
export const notEnoughForManifestly = {
  earlier_bad_requests: 'earlier requests of the person were unfounded or excessive',
  rude_language: 'the language is rude or aggressive',
  large_amount: 'a large amount of information is asked for',
  other_circumstances: 'it repeats an earlier one, but the circumstances differ',
} as const;
export type NotEnoughForManifestly = keyof typeof notEnoughForManifestly;

/** The finding that a fee or refusal under Art 12(5) rests on: at least one factor of its own kind, and the reasons (burden: Art 12(5)). */
export type ManifestlyAssessment =
  | {
      readonly finding: 'manifestly_unfounded';
      readonly factors: readonly [UnfoundedFactor, ...UnfoundedFactor[]];
      readonly reasons: string;
    }
  | {
      readonly finding: 'manifestly_excessive';
      readonly factors: readonly [ExcessiveFactor, ...ExcessiveFactor[]];
      readonly reasons: string;
    };
