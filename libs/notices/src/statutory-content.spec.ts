import { toCivilDate } from '@duly/law';
import { caseRights, letterKinds as caseLetterKinds } from '@duly/case';
import { insideExamples } from './inside-letters.given.js';
import { examples } from './letters.given.js';
import { ofCase, person } from './people.given.js';
import { beforeJune2026, expectedOf, placeholder, routes } from './required-content.given.js';
import {
  insideLetterKinds,
  letterItems,
  letterKinds,
  renderInside,
  renderLetter,
  templates,
  type InsideLetterData,
  type Letter,
  type LetterData,
  type LetterItem,
  type LetterKind,
} from './index.js';

const each = letterKinds.flatMap(kind =>
  Object.entries<LetterData[LetterKind]>(examples[kind]).map(([variant, data]) => ({
    kind,
    variant,
    data,
    letter: renderLetter(kind, data),
  })),
);

const inside = insideLetterKinds.flatMap(kind =>
  Object.entries<InsideLetterData[typeof kind]>(insideExamples[kind]).map(([variant, data]) => ({
    kind,
    variant,
    letter: renderInside(kind, data),
  })),
);

const refusedOn = (on: string): Letter =>
  renderLetter('refusal', {
    ...ofCase,
    on: toCivilDate(on),
    receivedOn: toCivilDate('2026-06-01'),
    extent: 'wholly',
    ground: 'exemption',
    reasons: 'The law tells us to keep these files.',
  });

describe('what the law wants stated', () => {
  it.each(each)('$kind, $variant: states what its rule asks for', ({ kind, data, letter }) => {
    expect(letter.statutoryContent).toEqual(expect.arrayContaining([...expectedOf(kind, data)]));
    expect(letter.statutoryContent).toEqual(
      expect.arrayContaining([...templates[kind].mustState(data as never)]),
    );
  });

  it('a digest: when each of its cases must be answered, where a date is known (R30)', () => {
    const stated = Object.entries(insideExamples.digest).map(([variant, data]) => [
      variant,
      renderInside('digest', data).statutoryContent,
    ]);
    expect(Object.fromEntries(stated)).toEqual({
      'several-cases': ['answer-by'],
      'one-case': ['answer-by'],
      'without-date': [],
    });
  });

  it.each([...each, ...inside])('$kind, $variant: leaves no placeholder', ({ letter }) => {
    for (const part of [letter.subject, letter.text, letter.html]) {
      expect(part).not.toMatch(placeholder);
    }
  });

  it('has a provision for every item', () => {
    for (const item of each.flatMap(({ letter }) => letter.statutoryContent)) {
      expect(letterItems[item].cite).toMatch(/Art|DPA|ICO/u);
    }
  });

  it('has a template for every kind that a case can send', () => {
    expect([...letterKinds].sort()).toEqual([...caseLetterKinds, 'closure'].sort());
  });

  it('names every right in words', () => {
    for (const right of caseRights) {
      const { text } = renderLetter('withdrawal', { ...ofCase, right, withdrawnOn: ofCase.on });
      expect(text).not.toContain(right.includes('_') ? right : 'undefined');
    }
  });
});

describe('what the answer to each right states beside (R37–R45)', () => {
  const states = (variant: string): readonly LetterItem[] =>
    renderLetter('answer', examples.answer[variant]!).statutoryContent;

  it('a correction: what was put right, and the recipients (Arts 16, 19)', () => {
    expect(states('rectification')).toEqual(expect.arrayContaining(['what-was-corrected', 'recipients']));
  });

  it('an erasure: what was erased, the backups, others who published it, and the recipients (Arts 17, 19)', () => {
    expect(states('erasure')).toEqual(
      expect.arrayContaining(['what-was-erased', 'backups', 'public-steps', 'recipients']),
    );
  });

  it('a restriction: what and why, that its end is told, and the recipients (Arts 18, 19)', () => {
    expect(states('restriction')).toEqual(
      expect.arrayContaining(['restricted-data', 'restriction-ground', 'told-before-lifting', 'recipients']),
    );
  });

  it('an objection: that the processing has stopped (Art 21(1))', () => {
    expect(states('objection')).toContain('processing-stopped');
  });

  it('an automated decision: about it, who looked, the outcome and what can be done (Art 22C(2))', () => {
    expect(states('automated-decision')).toEqual(
      expect.arrayContaining([
        'decision-information',
        'human-intervention',
        'decision-outcome',
        'decision-safeguards',
      ]),
    );
  });

  it('names the recipients only where the person has asked (Art 19)', () => {
    const said = (variant: string) => renderLetter('answer', examples.answer[variant]!).text;
    expect(said('restriction')).toContain('Example Credit Agency Ltd');
    expect(said('rectification').replace(/\s+/gu, ' ')).toContain('If you want to know who they are');
  });
});

describe('complaint routes by the day the notice is given (R31)', () => {
  it('names the regulator and the court on 18 June 2026, and not the complaint to us', () => {
    const letter = refusedOn('2026-06-18');
    expect(letter.statutoryContent).toEqual(expect.arrayContaining([...beforeJune2026]));
    expect(letter.statutoryContent).not.toContain('complaint-to-controller');
    expect(letterItems['complaint-to-supervisory-authority'].cite).toContain('Art 77');
    expect(letter.text).not.toContain('complain to us');
  });

  it('names us, the regulator and the court from 19 June 2026, and never cites Art 77', () => {
    const letter = refusedOn('2026-06-19');
    expect(letter.statutoryContent).toEqual(expect.arrayContaining([...routes]));
    expect(letter.statutoryContent.map(item => letterItems[item].cite).join()).not.toContain('Art 77');
    expect(letter.text).toContain('right to complain to us');
    expect(letter.text.replace(/\s+/gu, ' ')).toContain('Information Commissioner’s Office (ICO)');
    expect(letter.text).toContain('ask a court');
  });

  it('takes the regulator of the day on which the letter is given', () => {
    const [first] = person.regulators;
    const commission = { ...first, from: toCivilDate('2027-01-01'), name: 'Information Commission' };
    const regulators = [first, commission] as const;
    const given = (on: string) =>
      renderLetter('withdrawal', { ...ofCase, regulators, on: toCivilDate(on), withdrawnOn: ofCase.on }).text;
    expect(given('2026-12-31')).toContain('Information Commissioner’s');
    expect(given('2027-01-01').replace(/\s+/gu, ' ')).toContain('complain to the Information Commission.');
  });
});

describe('a letter that would not say what it must', () => {
  const blank = ['', '  ', '\n\t ', '\u0000\u202E'];

  it.each(blank)('refuses blank reasons %j (Art 12A(4)(b))', reasons => {
    const data = { ...ofCase, ground: 'complexity', reasons, dueDate: null, extendedDueDate: null } as const;
    expect(() => renderLetter('extension', data)).toThrow(/reasons/u);
  });

  it('refuses to refuse an objection to direct marketing (R42)', () => {
    const data = { ...ofCase, right: 'objection_direct_marketing', extent: 'wholly' } as const;
    expect(() => renderLetter('refusal', { ...data, ground: 'exemption', reasons: 'No.' })).toThrow(
      /marketing/u,
    );
  });

  it.each([0, -1, 10.5, Number.NaN])('refuses a fee of %p pence', minorUnits => {
    const data = { ...ofCase, basis: '15(3)', dueDate: null, reasons: 'Paper.' } as const;
    expect(() => renderLetter('fee', { ...data, amount: { minorUnits, currency: 'GBP' } })).toThrow(
      /amount/u,
    );
  });

  it('tells of a fee for further copies that it moves nothing, of another that the month waits (R23)', () => {
    expect(renderLetter('fee', examples.fee['further-copies']!).statutoryContent).toContain(
      'fee-moves-nothing',
    );
    expect(renderLetter('fee', examples.fee['manifestly-excessive']!).statutoryContent).toContain(
      'fee-before-work',
    );
  });
});
