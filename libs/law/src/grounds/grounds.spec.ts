import { rights } from '../clock/input.js';
import { toCivilDate } from '../dates/civil-date.js';
import {
  alwaysNeedsDpia,
  competenceOf,
  contentsOf,
  directMarketingObjection,
  dutiesOf,
  erasureGroundsFor,
  exemptions,
  exemptionsFor,
  feeGroundsFor,
  holdFor,
  isRefusable,
  letterContents,
  listingForbidsCall,
  marketingRule,
  mustConsultRegulator,
  mustTellRecipients,
  pecrSanctions,
  portabilityOf,
  refusalGrounds,
  refusalGroundsFor,
  riskOf,
  screenDpia,
  whatClaimLacks,
  type LetterKind,
  type RefusableRight,
} from './index.js';

const date = toCivilDate;
const refusable = Object.keys(refusalGrounds) as RefusableRight[];

describe('R36–R44 what each right requires and may be refused for', () => {
  it.each(refusable)('%s: duties, grounds and contents, each with its provision', right => {
    const duties = dutiesOf(right);
    expect(duties).toMatchObject({ right, isAbsolute: false });
    const cited = [...duties.requires, ...duties.refusals, ...duties.fees, ...duties.answerSays];
    expect(duties.refusals.length).toBeGreaterThan(0);
    for (const { cite, rule, words } of cited) {
      expect(cite).toMatch(/Art|s\.|Sch|ICO|reg/);
      expect(rule).toMatch(/^R\d+[ab]?$/);
      expect(words.length).toBeGreaterThan(5);
    }
  });

  it('answers "what may I refuse this for?" in the statute’s order and names', () => {
    expect(refusalGroundsFor('erasure').map(({ ground }) => ground)).toEqual([
      'manifestly_unfounded',
      'manifestly_excessive',
      'cannot_identify',
      'exemption',
      'no_ground_applies',
      'freedom_of_expression',
      'legal_obligation_or_public_task',
      'public_health',
      'archiving_or_research',
      'legal_claims',
    ]);
    expect(refusalGroundsFor('erasure').at(-1)?.cite).toBe('UK GDPR Art 17(3)(e)');
  });

  it('knows the rights that cannot be refused', () => {
    expect(rights.filter(isRefusable)).toEqual(
      rights.filter(right => (refusable as string[]).includes(right)),
    );
    expect(isRefusable('objection_direct_marketing')).toBe(false);
    expect(isRefusable('complaint')).toBe(false);
  });

  it('names the complaint to the controller among what an access answer says (R56)', () => {
    expect(contentsOf('access_answer').map(({ cite }) => cite)).toContain('UK GDPR Art 15(1)(ea)');
  });

  it('lets every letter that asks, refuses or gives up carry the complaint routes (R31)', () => {
    const withRoutes = (Object.keys(letterContents) as LetterKind[]).filter(kind =>
      contentsOf(kind).some(({ words }) => words.startsWith('the complaint routes')),
    );
    expect(withRoutes).toEqual([
      'identity_request',
      'fee_request',
      'refusal',
      'partial_refusal',
      'abandonment',
    ]);
  });
});

describe('R38 erasure after a malicious allegation is off by default (D-9)', () => {
  it('offers grounds (a) to (f), and (g) only where settings say that it is in force', () => {
    expect(Object.keys(erasureGroundsFor())).toHaveLength(6);
    expect(Object.keys(erasureGroundsFor({ maliciousAllegation: 'in-force' })).at(-1)).toBe(
      'malicious_allegation',
    );
  });
});

describe('R40 portability needs consent or contract, automated means, and data the person provided', () => {
  it.each([
    ['consent', true, 'provided', []],
    ['contract', true, 'observed', []],
    ['explicit_consent', true, 'inferred', ['not_provided_by_person']],
    ['contract', true, 'derived', ['not_provided_by_person']],
    ['contract', false, 'provided', ['not_automated']],
    ['legitimate_interests', true, 'provided', ['neither_consent_nor_contract']],
    ['public_task', false, 'derived', ['public_task', 'not_automated', 'not_provided_by_person']],
  ] as const)('%s, automated %s, %s: lacks %j', (basis, isAutomated, origin, missing) => {
    const answer = portabilityOf({ basis, isAutomated, origin });
    expect(answer.isPortable).toBe(missing.length === 0);
    if (!answer.isPortable) expect(answer).toEqual({ isPortable: false, missing, isDueUnderAccess: true });
  });
});

describe('R42, R61 direct marketing', () => {
  it('names nine steps and not one ground', () => {
    expect(dutiesOf('objection_direct_marketing')).toBe(directMarketingObjection);
    expect(directMarketingObjection.steps).toHaveLength(9);
    expect(directMarketingObjection.steps[0]).toMatchObject({ step: 'stop_at_once' });
  });
});

describe('R45, R48, R49a, R49b', () => {
  it('tells recipients of rectification, erasure and restriction only', () => {
    expect(rights.filter(mustTellRecipients)).toEqual(['erasure', 'rectification', 'restriction']);
  });

  it.each([
    ['scotland', 11, 'case_by_case'],
    ['scotland', 12, 'presumed'],
    ['scotland', 16, 'adult'],
    ['england-and-wales', 12, 'case_by_case'],
    ['england-and-wales', 17, 'case_by_case'],
    ['northern-ireland', 18, 'adult'],
  ] as const)('a child in %s of %i: %s', (nation, age, competence) => {
    expect(competenceOf(nation, age).competence).toBe(competence);
  });

  it('holds what is in scope of access and portability', () => {
    expect(rights.filter(right => holdFor(right) !== undefined)).toEqual([
      'access',
      'access_s45',
      'portability',
    ]);
  });

  it('gives every exemption a paragraph, and asks for the prejudice where one is needed', () => {
    expect(Object.values(exemptions).every(({ paragraph }) => /^DPA 2018 Sch [234] /.test(paragraph))).toBe(
      true,
    );
    expect(exemptionsFor('portability')).toContain('archiving');
    expect(exemptionsFor('erasure')).not.toContain('legal_professional_privilege');
    const claim = { scope: 's', prejudice: null, reviewer: 'r' };
    expect(whatClaimLacks({ ...claim, exemption: 'crime_and_taxation' })).toContain('Sch 2 para 2');
    expect(whatClaimLacks({ ...claim, exemption: 'legal_professional_privilege' })).toBeUndefined();
    expect(whatClaimLacks({ ...claim, prejudice: 'p', exemption: 'negotiations' })).toBeUndefined();
  });
});

describe('R23 fees', () => {
  it('offers further copies for access only, and says which fee moves the month', () => {
    expect(feeGroundsFor('access').map(({ basis, movesRelevantTime }) => [basis, movesRelevantTime])).toEqual(
      [
        ['12(5)', true],
        ['12(5)', true],
        ['15(3)', false],
      ],
    );
    expect(feeGroundsFor('erasure').map(({ basis }) => basis)).toEqual(['12(5)', '12(5)']);
    expect(feeGroundsFor('access_s45')[0]?.cite).toContain('s.53');
  });
});

describe('R62–R66 PECR', () => {
  it('excuses a call to a number listed for less than 28 days', () => {
    expect(listingForbidsCall(date('2026-03-01'), date('2026-03-28'))).toBe(false);
    expect(listingForbidsCall(date('2026-03-01'), date('2026-03-29'))).toBe(true);
  });

  it('knows the charity soft opt-in and the new sanctions from 5 February 2026', () => {
    const mail = (on: string): unknown => marketingRule('electronic_mail', 'individual', date(on));
    expect(mail('2026-02-04')).toMatchObject({ needs: 'consent', softOptIns: ['own_customers'] });
    expect(mail('2026-02-05')).toMatchObject({ softOptIns: ['own_customers', 'charity'] });
    expect(pecrSanctions(date('2026-02-04'))).toBe('pecr_as_it_stood');
    expect(pecrSanctions(date('2026-02-05'))).toBe('dpa_2018_powers');
  });

  it.each([
    ['live_call', 'individual', 'no_objection', 'PECR reg 21'],
    ['live_call', 'corporate', 'no_objection', 'PECR reg 21'],
    ['automated_call', 'corporate', 'consent', 'PECR reg 19'],
    ['fax', 'individual', 'consent', 'PECR reg 20'],
    ['fax', 'corporate', 'no_objection', 'PECR reg 20'],
    ['electronic_mail', 'corporate', 'no_objection', 'UK GDPR Art 21; PECR reg 23'],
    ['post', 'individual', 'no_objection', 'UK GDPR Art 21(2)–(3)'],
  ] as const)('%s to a subscriber that is %s: %s', (channel, subscriber, needs, cite) => {
    expect(marketingRule(channel, subscriber, date('2026-03-01'))).toMatchObject({ needs, cite });
  });
});

describe('R67–R72 DPIA screening', () => {
  const nothing = { operations: [], criteria: [], isMajorProject: false } as const;

  it('knows twelve operations, four of which need a European criterion beside them', () => {
    expect(Object.values(alwaysNeedsDpia)).toHaveLength(12);
    expect(Object.values(alwaysNeedsDpia).filter(({ withCriterion }) => withCriterion)).toHaveLength(4);
  });

  it.each([
    [{ ...nothing, operations: ['children'] }, 'required'],
    [{ ...nothing, operations: ['tracking'] }, 'consider'],
    [{ ...nothing, operations: ['tracking'], criteria: ['large_scale'] }, 'required'],
    [{ ...nothing, criteria: ['large_scale', 'vulnerable_subjects'] }, 'required'],
    [{ ...nothing, criteria: ['large_scale'] }, 'consider'],
    [{ ...nothing, isMajorProject: true }, 'consider'],
    [nothing, 'not_indicated'],
  ] as const)('%j: %s', (answers, outcome) => {
    expect(screenDpia(answers).outcome).toBe(outcome);
  });

  it('takes a risk for high where likelihood or severity is, and then the regulator is consulted first (R71)', () => {
    expect([
      riskOf('high', 'low'),
      riskOf('low', 'high'),
      riskOf('low', 'medium'),
      riskOf('low', 'low'),
    ]).toEqual(['high', 'high', 'medium', 'low']);
    expect([mustConsultRegulator('high'), mustConsultRegulator('medium')]).toEqual([true, false]);
  });
});
