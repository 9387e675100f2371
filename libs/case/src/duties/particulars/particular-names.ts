/** UK GDPR Art 15(1)(a)–(d), (g), (h) and 15(2): what the controller must tell of its processing, besides the data itself. */
export const particularNames = [
  // (a)
  'purposes',
  // (b)
  'dataCategories',
  // (c) recipients, or categories of them
  'disclosedTo',
  // (d) for how long, or how that is decided
  'keptFor',
  // (g) the source; none where the person gave it all
  'obtainedFrom',
  // (h) logic, significance and consequences; none where there are no such decisions
  'automatedDecisions',
  // Art 15(2): the safeguards; none where nothing is sent abroad
  'transfersAbroad',
] as const;
export type ParticularName = (typeof particularNames)[number];

/** What need not arise: the person gave all of it, no machine alone decides, nothing goes abroad. */
export const particularsThatMayBeNone = [
  'obtainedFrom',
  'automatedDecisions',
  'transfersAbroad',
] as const satisfies readonly ParticularName[];
export type ParticularThatMayBeNone = (typeof particularsThatMayBeNone)[number];
