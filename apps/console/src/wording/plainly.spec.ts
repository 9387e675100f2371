import { actorInWords, citeInWords, plainly } from './plainly.js';

describe('what the API says, as people at work read it', () => {
  it('names steps and days as pages do, and nothing that is for programs', () => {
    expect(plainly('Judge whether a ground applies (`judge-erasure-ground`) by 2036-04-30.')).toBe(
      'Judge whether a ground applies (“Judge whether a ground for erasure applies (Art 17(1))”) by Wednesday 30 April 2036.',
    );
    expect(plainly('Correct the fields named in errors; /openapi.json describes each of them.')).toBe(
      'Mend what is marked, and send it again.',
    );
    expect(plainly('must not be before `from`')).toBe('must not be before “from”');
    expect(plainly(undefined)).toBe('');
  });

  it('tells the article, and not our own number of the rule', () => {
    expect(citeInWords('UK GDPR Art 12A(2)(a) (R16)')).toBe('UK GDPR Art 12A(2)(a)');
    expect(citeInWords('DPA 2018 s.173 (R49a)')).toBe('DPA 2018 s.173');
    expect(citeInWords('UK GDPR Art 12(1), 12A(4) (R13, D-3)')).toBe('UK GDPR Art 12(1), 12A(4)');
  });

  it('says what acted where no person did', () => {
    expect(actorInWords('time')).toBe('by itself, on its day');
    expect(actorInWords('Harriet Okafor')).toBe('Harriet Okafor');
  });
});
