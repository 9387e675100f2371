import type { Certainty } from './cited.js';

/** The rights from which an exemption of the DPA 2018 can release. */
export type ExemptibleRight =
  'access' | 'rectification' | 'erasure' | 'restriction' | 'portability' | 'objection';

/** One exemption: its paragraph, what it covers, and whether it needs harm to be shown case by case. */
export interface Exemption {
  readonly paragraph: string;
  readonly words: string;
  /** True where it releases only to the extent that the right would be likely to prejudice what it protects. */
  readonly needsPrejudice: boolean;
  readonly rights: readonly ExemptibleRight[];
  readonly certainty: Certainty;
  /** A time limit of its own in place of the month. */
  readonly ownPeriod?: string;
}

const all = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;
const accessOnly = ['access'] as const;

const exemption = (
  paragraph: string,
  words: string,
  needsPrejudice: boolean,
  rights: readonly ExemptibleRight[],
): Exemption => ({ paragraph, words, needsPrejudice, rights, certainty: 'recalled' });

/** R49b — exemptions of DPA 2018 Schedules 2 to 4, by name, each with its paragraph. */
export const exemptions = {
  crime_and_taxation: exemption('DPA 2018 Sch 2 para 2', 'crime and taxation', true, all),
  risk_assessment: exemption('DPA 2018 Sch 2 para 3', 'crime and taxation: risk assessment', true, all),
  immigration: exemption('DPA 2018 Sch 2 paras 4–4B', 'effective immigration control', true, all),
  required_by_law: exemption(
    'DPA 2018 Sch 2 para 5',
    'disclosure required by law, legal proceedings',
    true,
    all,
  ),
  protecting_the_public: exemption(
    'DPA 2018 Sch 2 para 7',
    'functions designed to protect the public',
    true,
    all,
  ),
  audit_functions: exemption('DPA 2018 Sch 2 para 8', 'audit functions', true, all),
  bank_of_england: exemption('DPA 2018 Sch 2 para 9', 'functions of the Bank of England', true, all),
  regulatory_functions: exemption('DPA 2018 Sch 2 paras 10–12', 'regulatory functions', true, all),
  parliamentary_privilege: exemption('DPA 2018 Sch 2 para 13', 'parliamentary privilege', false, all),
  judicial: exemption(
    'DPA 2018 Sch 2 para 14',
    'judicial appointments, independence and proceedings',
    false,
    all,
  ),
  crown_honours: exemption('DPA 2018 Sch 2 para 15', 'Crown honours, dignities and appointments', false, all),
  rights_of_others: exemption(
    'DPA 2018 Sch 2 paras 16–17',
    'information about another individual',
    false,
    accessOnly,
  ),
  legal_professional_privilege: exemption(
    'DPA 2018 Sch 2 para 19',
    'legal professional privilege',
    false,
    accessOnly,
  ),
  self_incrimination: exemption('DPA 2018 Sch 2 para 20', 'self-incrimination', false, accessOnly),
  corporate_finance: exemption('DPA 2018 Sch 2 para 21', 'corporate finance', true, accessOnly),
  management_forecasts: exemption('DPA 2018 Sch 2 para 22', 'management forecasts', true, accessOnly),
  negotiations: exemption('DPA 2018 Sch 2 para 23', 'negotiations with the person', true, accessOnly),
  confidential_references: exemption('DPA 2018 Sch 2 para 24', 'confidential references', false, accessOnly),
  exam_scripts: exemption(
    'DPA 2018 Sch 2 para 25(1)',
    'exam scripts: the candidate’s own answers',
    false,
    accessOnly,
  ),
  exam_marks: {
    ...exemption(
      'DPA 2018 Sch 2 para 25(2)–(4)',
      'exam marks asked for before the results',
      false,
      accessOnly,
    ),
    ownPeriod:
      'the earlier of five months from the relevant time and 40 days from the announcement of the results',
  },
  journalism_art_literature: exemption(
    'DPA 2018 Sch 2 para 26',
    'journalistic, academic, artistic or literary purposes',
    true,
    all,
  ),
  research_and_statistics: exemption('DPA 2018 Sch 2 para 27', 'research and statistics', true, [
    'access',
    'rectification',
    'restriction',
    'objection',
  ]),
  archiving: exemption('DPA 2018 Sch 2 para 28', 'archiving in the public interest', true, [
    'access',
    'rectification',
    'restriction',
    'portability',
    'objection',
  ]),
  health_data: exemption(
    'DPA 2018 Sch 3 Part 2',
    'health data: serious harm, expectations, courts',
    true,
    accessOnly,
  ),
  social_work_data: exemption('DPA 2018 Sch 3 Part 3', 'social work data', true, accessOnly),
  education_data: exemption(
    'DPA 2018 Sch 3 Part 4',
    'education data: serious harm, courts',
    true,
    accessOnly,
  ),
  child_abuse_data: exemption('DPA 2018 Sch 3 para 21', 'child abuse data', true, accessOnly),
  fertilisation_and_embryology: exemption(
    'DPA 2018 Sch 4 para 2',
    'human fertilisation and embryology information',
    false,
    accessOnly,
  ),
  adoption: exemption('DPA 2018 Sch 4 para 3', 'adoption records and reports', false, accessOnly),
  special_educational_needs: exemption(
    'DPA 2018 Sch 4 para 4',
    'statements of special educational needs',
    false,
    accessOnly,
  ),
  parental_orders: exemption(
    'DPA 2018 Sch 4 para 5',
    'parental order records and reports',
    false,
    accessOnly,
  ),
  childrens_hearings: exemption(
    'DPA 2018 Sch 4 para 6',
    'reporter’s information for children’s hearings, Scotland',
    false,
    accessOnly,
  ),
} as const satisfies Readonly<Record<string, Exemption>>;
export type ExemptionName = keyof typeof exemptions;

/** R49b — a claim of an exemption for a part of the data: what it covers, why, and who reviewed it. Texts are ids of a vault. */
export interface ExemptionClaim {
  readonly exemption: ExemptionName;
  readonly scope: string;
  /** Why the right would be likely to prejudice what is protected; needed wherever `needsPrejudice` is true. */
  readonly prejudice: string | null;
  readonly reviewer: string;
}

/** What a claim still lacks, for people; undefined where it is complete. */
export function whatClaimLacks({ exemption: name, prejudice }: ExemptionClaim): string | undefined {
  const { needsPrejudice, paragraph } = exemptions[name];
  if (!needsPrejudice || prejudice !== null) return undefined;
  return `${paragraph} releases only so far as answering would be likely to prejudice what it protects: record why it would here.`;
}

/** The exemptions that can release from a right. */
export function exemptionsFor(right: ExemptibleRight): ExemptionName[] {
  return (Object.keys(exemptions) as ExemptionName[]).filter(name => {
    const rights: readonly ExemptibleRight[] = exemptions[name].rights;
    return rights.includes(right);
  });
}

/** R49b — matters that are answered on another track than an ordinary request. */
export const specialChannels = {
  credit_reference: {
    cite: 'DPA 2018 s.13',
    words:
      'a credit reference agency answers about financial standing only, unless asked for more, and adds the notice of correction rights',
  },
  health_social_education: {
    cite: 'DPA 2018 Sch 3',
    words: 'health, social work and education data need the professional’s view before disclosure',
  },
  exam_marks: { cite: 'DPA 2018 Sch 2 para 25', words: 'exam marks have a longer period of their own' },
} as const;
