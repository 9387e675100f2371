import type { Cited } from './cited.js';
import { directMarketingObjection, type DirectMarketingObjection } from './direct-marketing.js';
import { exemptionsFor, type ExemptibleRight, type ExemptionName } from './exemptions.js';
import { extensionGrounds, type ExtensionGround } from './extension-grounds.js';
import { feeGroundsFor, type FeeGround } from './fees.js';
import { holdFor, type Hold } from './holds.js';
import { contentsOf, type LetterContent, type LetterKind } from './letter-contents.js';
import { mustTellRecipients } from './recipients.js';
import { refusalGroundsFor, type NamedRefusalGround, type RefusableRight } from './refusal-grounds.js';

/** A duty that goes with a right, besides answering in time. */
export interface Requirement extends Cited {
  readonly words: string;
}

/** A right that can be weighed: what it requires, and all that may be held against it. */
export interface WeighedRight<R extends RefusableRight = RefusableRight> {
  readonly right: R;
  readonly rule: string;
  readonly provision: string;
  readonly isAbsolute: false;
  readonly requires: readonly Requirement[];
  readonly answerSays: readonly LetterContent[];
  readonly refusals: readonly NamedRefusalGround[];
  readonly exemptions: readonly ExemptionName[];
  readonly fees: readonly FeeGround[];
  readonly extensions: readonly ExtensionGround[];
  readonly tellsRecipients: boolean;
  readonly hold: Hold | null;
}

/** What every right makes the controller do; an absolute one has nothing to refuse it for. */
export type RightDuties = WeighedRight | DirectMarketingObjection;
export type RightWithDuties = RefusableRight | 'objection_direct_marketing';

interface Requires {
  readonly rule: string;
  readonly provision: string;
  readonly answer: LetterKind;
  readonly requires: readonly Requirement[];
}

const need = (rule: string, cite: string, words: string): Requirement => ({ rule, cite, words });

const requires: Readonly<Record<RefusableRight, Requires>> = {
  access: {
    rule: 'R36',
    provision: 'UK GDPR Art 15',
    answer: 'access_answer',
    requires: [
      need('R36', 'UK GDPR Art 15(1A)', 'a reasonable and proportionate search, with a record of it'),
      need('R36', 'UK GDPR Art 15(3)', 'in electronic form where it was asked for electronically'),
      need('R36', 'UK GDPR Art 15(4)', 'the rights of others are protected'),
    ],
  },
  access_s45: {
    rule: 'R57',
    provision: 'DPA 2018 s.45',
    answer: 'access_answer',
    requires: [need('R57', 'DPA 2018 s.53(6)–(7)', 'reasons for a refusal within the period')],
  },
  rectification: {
    rule: 'R37',
    provision: 'UK GDPR Art 16',
    answer: 'rectification_answer',
    requires: [
      need('R37', 'UK GDPR Art 16', 'a supplementary statement may be added to incomplete data'),
      need('R37', 'ICO right to rectification guidance', 'restrict while it is checked: good practice'),
    ],
  },
  erasure: {
    rule: 'R38',
    provision: 'UK GDPR Art 17',
    answer: 'erasure_answer',
    requires: [
      need(
        'R38',
        'UK GDPR Art 17(2)',
        'where the data was made public, reasonable steps to tell other controllers',
      ),
      need('R38', 'ICO right to erasure guidance', 'weight is given to data collected from a child'),
      need('R38', 'ICO right to erasure guidance', 'the data held on receipt is what is covered'),
    ],
  },
  restriction: {
    rule: 'R39',
    provision: 'UK GDPR Art 18',
    answer: 'restriction_answer',
    requires: [
      need('R39', 'UK GDPR Art 18(2)', 'store only, and use only for the purposes of Art 18(2)'),
      need('R39', 'UK GDPR Art 4(3), recital 67', 'mark it so by technical means'),
      need('R39', 'UK GDPR Art 18(3)', 'tell the person before it is lifted'),
    ],
  },
  portability: {
    rule: 'R40',
    provision: 'UK GDPR Art 20',
    answer: 'portability_answer',
    requires: [
      need(
        'R40',
        'UK GDPR Art 20(2)',
        'direct transfer to another controller where technically feasible, without hindrance',
      ),
      need('R40', 'ICO portability guidance', 'sent securely'),
      need('R40', 'ICO portability guidance', 'of joint data all parties must agree'),
    ],
  },
  objection: {
    rule: 'R41',
    provision: 'UK GDPR Art 21(1)',
    answer: 'objection_answer',
    requires: [need('R41', 'UK GDPR Art 18(1)(d)', 'restrict meanwhile, if asked')],
  },
  adm_22c: {
    rule: 'R44',
    provision: 'UK GDPR Arts 22A–22D',
    answer: 'automated_decision_answer',
    requires: [
      need(
        'R44',
        'UK GDPR Art 22C',
        'the safeguards are mandatory: information, representations, human intervention, contest',
      ),
      need('R44', 'UK GDPR Art 22B', 'special category data only under its conditions'),
    ],
  },
};

const exemptible: readonly string[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
];
const isExemptible = (right: string): right is ExemptibleRight => exemptible.includes(right);

function weighed<R extends RefusableRight>(right: R): WeighedRight<R> {
  const { rule, provision, answer, requires: requirements } = requires[right];
  return {
    right,
    rule,
    provision,
    isAbsolute: false,
    requires: requirements,
    answerSays: contentsOf(answer),
    refusals: refusalGroundsFor(right),
    exemptions: isExemptible(right) ? exemptionsFor(right) : [],
    fees: feeGroundsFor(right),
    extensions: Object.keys(extensionGrounds) as ExtensionGround[],
    tellsRecipients: mustTellRecipients(right),
    hold: holdFor(right) ?? null,
  };
}

export function dutiesOf(right: 'objection_direct_marketing'): DirectMarketingObjection;
export function dutiesOf<R extends RefusableRight>(right: R): WeighedRight<R>;
export function dutiesOf(right: RightWithDuties): RightDuties;
/** R36–R49b — what a right requires and forbids, as data with citations. */
export function dutiesOf(right: RightWithDuties): RightDuties {
  return right === 'objection_direct_marketing' ? directMarketingObjection : weighed(right);
}

/** An extension as it is decided; it has a right that can be extended and one of the two grounds (R15, R42). */
export interface ExtensionDecision {
  readonly right: RefusableRight;
  readonly ground: ExtensionGround;
  readonly reasons: string;
}
