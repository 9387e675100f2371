import type { Cited } from './cited.js';
import type { RefusableRight } from './refusal-grounds.js';

/** A fee that may lawfully be asked for. Only that of Art 12(5) moves the relevant time (R23; Art 12A(2)(c)). */
export type FeeGround = Cited & {
  readonly words: string;
} & (
    | {
        readonly basis: '12(5)';
        readonly ground: 'manifestly_unfounded' | 'manifestly_excessive';
        readonly movesRelevantTime: true;
      }
    | { readonly basis: '15(3)'; readonly ground: 'further_copies'; readonly movesRelevantTime: false }
  );

/** A fee is charged or the request refused, never both: the controller chooses (R49). */
const manifestly: readonly FeeGround[] = [
  {
    rule: 'R23',
    cite: 'UK GDPR Art 12(5)(a)',
    words: 'the request is manifestly unfounded',
    basis: '12(5)',
    ground: 'manifestly_unfounded',
    movesRelevantTime: true,
  },
  {
    rule: 'R23',
    cite: 'UK GDPR Art 12(5)(a)',
    words: 'the request is manifestly excessive',
    basis: '12(5)',
    ground: 'manifestly_excessive',
    movesRelevantTime: true,
  },
];

const furtherCopies: FeeGround = {
  rule: 'R23',
  cite: 'UK GDPR Art 15(3), subject to Art 12(5)',
  words: 'further copies were asked for; the administrative cost only',
  basis: '15(3)',
  ground: 'further_copies',
  movesRelevantTime: false,
};

/** A fee as it is decided: the basis is never left out, and an objection to direct marketing has none (R42). */
export type FeeCharge =
  | {
      readonly right: RefusableRight;
      readonly basis: '12(5)';
      readonly ground: 'manifestly_unfounded' | 'manifestly_excessive';
      readonly reasons: string;
      readonly calculation: string;
    }
  | { readonly right: 'access'; readonly basis: '15(3)'; readonly calculation: string };

/** What a fee must satisfy, whatever its basis (R23). */
export const feeConditions = [
  {
    rule: 'R23',
    cite: 'UK GDPR Art 12(5)(a)',
    words: 'it is reasonable and covers administrative cost only',
  },
  {
    rule: 'R23',
    cite: 'ICO right of access guidance',
    words: 'the person is told promptly, with how it was calculated',
  },
  { rule: 'R31', cite: 'UK GDPR Art 12(4)', words: 'the letter gives the reasons and the complaint routes' },
  {
    rule: 'R23',
    cite: 'UK GDPR Arts 12(5), 12A(2)(c)',
    words: 'until it is paid the request need not be complied with',
  },
] as const satisfies readonly (Cited & { words: string })[];

/** The fees that a right allows. */
export function feeGroundsFor(right: RefusableRight): readonly FeeGround[] {
  if (right === 'access') return [...manifestly, furtherCopies];
  if (right === 'access_s45') return manifestly.map(fee => ({ ...fee, cite: 'DPA 2018 s.53(1)(a)' }));
  return manifestly;
}
