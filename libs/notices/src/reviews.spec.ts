import { insideLetterKinds, insideTemplates, judgeReviews, letterKinds, templates } from './index.js';

const everyTemplate = { ...templates, ...insideTemplates };
const now = judgeReviews([]);
const refusal = now.find(({ template }) => template === 'refusal')!;
const review = { ...refusal, reviewer: 'Example LLP', on: '2026-11-22' };

describe('who answers for a wording', () => {
  it('nobody yet for ours, each at its present version', () => {
    expect(now.map(({ template }) => template).sort()).toEqual([...letterKinds, ...insideLetterKinds].sort());
    for (const one of now) {
      expect(one).toMatchObject({
        language: 'en',
        review: undefined,
        wording: expect.stringMatching(/^[0-9a-f]{64}$/u),
      });
      expect(one.version).toBe(everyTemplate[one.template as keyof typeof everyTemplate].version);
    }
  });

  it('a review of these words of this version, and no other', () => {
    const of = (changes: object) =>
      judgeReviews([{ ...review, ...changes }]).find(({ template }) => template === 'refusal')?.review
        ?.reviewer;
    expect(of({})).toBe('Example LLP');
    expect(of({ version: refusal.version + 1 })).toBeUndefined();
    expect(of({ wording: '0'.repeat(64) })).toBeUndefined();
    expect(of({ language: 'cy' })).toBeUndefined();
  });
});
