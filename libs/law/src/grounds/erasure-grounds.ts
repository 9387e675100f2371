import type { Cited } from './cited.js';

/** R38 — the grounds for erasure, UK GDPR Art 17(1). */
export const erasureGrounds = {
  no_longer_necessary: {
    rule: 'R38',
    cite: 'UK GDPR Art 17(1)(a)',
    words: 'no longer necessary for its purposes',
  },
  consent_withdrawn: {
    rule: 'R38',
    cite: 'UK GDPR Art 17(1)(b)',
    words: 'consent is withdrawn and there is no other ground',
  },
  objected: {
    rule: 'R38',
    cite: 'UK GDPR Art 17(1)(c)',
    words: 'the person objected and nothing overrides it, or objected to direct marketing',
  },
  unlawful: { rule: 'R38', cite: 'UK GDPR Art 17(1)(d)', words: 'processed unlawfully' },
  legal_obligation: { rule: 'R38', cite: 'UK GDPR Art 17(1)(e)', words: 'a legal obligation to erase' },
  child_services: {
    rule: 'R38',
    cite: 'UK GDPR Art 17(1)(f)',
    words: 'collected for an online service offered to a child',
  },
} as const satisfies Readonly<Record<string, Cited & { readonly words: string }>>;

/** R10, D-9 — erasure after a malicious allegation; whether it is in force is doubtful, so it is off unless settings turn it on. */
export const maliciousAllegation = {
  rule: 'R10',
  cite: 'UK GDPR Art 17(1)(g)',
  words: 'the data is about the person because of a malicious allegation',
} as const satisfies Cited & { readonly words: string };

export type ErasureGround = keyof typeof erasureGrounds | 'malicious_allegation';

/** The grounds that can be invoked; `maliciousAllegation: 'in-force'` is the other answer to D-9. */
export function erasureGroundsFor(
  policy: { readonly maliciousAllegation: 'off' | 'in-force' } = { maliciousAllegation: 'off' },
): Readonly<Partial<Record<ErasureGround, Cited & { readonly words: string }>>> {
  if (policy.maliciousAllegation === 'off') return erasureGrounds;
  return { ...erasureGrounds, malicious_allegation: maliciousAllegation };
}
