import { choiceInWords } from './choices-of-fields.js';

describe('a choice of a field, as a person reads it', () => {
  it('is the law’s own words where the law names it, with the paragraph (DPA 2018 Sch 2–4)', () => {
    expect(choiceInWords('exemption', 'bank_of_england')).toBe(
      'Functions of the Bank of England (DPA 2018 Sch 2 para 9)',
    );
    expect(choiceInWords('factors', 'disproportionate')).toBe(
      'It is clearly and obviously unreasonable against the burden and cost of dealing with it',
    );
    expect(choiceInWords('factors', 'rude_language')).toMatch(/not enough by itself/u);
  });

  it('means what its own field means: whose consent it is depends on what is asked (Art 6(1)(a), Art 15(4))', () => {
    expect(choiceInWords('basis', 'consent')).toBe('The person’s consent');
    expect(choiceInWords('decision', 'consent')).toBe('The other person agrees');
    expect(choiceInWords('outcome', 'disproportionate')).toBe('To tell them would be out of proportion');
  });
});
