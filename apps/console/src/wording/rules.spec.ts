import { verbs } from '@duly/case';
import { guidanceOf } from './rules.js';

const published =
  /^https:\/\/www\.legislation\.gov\.uk\/(?:eur\/2016\/679\/article|ukpga\/2018\/12\/section)\/\d+[A-Z]?$/u;

describe('the guidance of a step', () => {
  it.each(verbs)('%s says what matters, in sentences, with the rule and where it can be read', verb => {
    const { text, rule, source } = guidanceOf(verb);
    expect(text).toMatch(/^[A-Z].{25,}[^ ]\.$/u);
    expect(text.length).toBeLessThan(400);
    expect(rule).toMatch(/^(?:Art \d+[A-Z]?|DPA 2018 s\.\d+[A-Z]?)/u);
    expect(source).toMatch(published);
  });

  it('leads to the article or section that it names', () => {
    expect(guidanceOf('extend-time').source).toBe('https://www.legislation.gov.uk/eur/2016/679/article/12A');
    expect(guidanceOf('give-outcome').source).toBe(
      'https://www.legislation.gov.uk/ukpga/2018/12/section/164A',
    );
  });

  it('is said once: no two steps have the same words', () => {
    const texts = verbs.map(verb => guidanceOf(verb).text);
    expect(new Set(texts).size).toBe(verbs.length);
  });
});
