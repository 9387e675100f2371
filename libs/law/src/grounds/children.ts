/** R48 — where the child lives decides how its own competence to exercise a right is judged. */
export type Competence =
  | { readonly competence: 'presumed'; readonly cite: string; readonly words: string }
  | { readonly competence: 'case_by_case'; readonly cite: string; readonly words: string }
  | { readonly competence: 'adult' };

const presumedFrom = 12;
const adultFrom = 18;
/** In Scotland a person of 16 has full capacity (Age of Legal Capacity (Scotland) Act 1991 s.1). */
const scottishAdultFrom = 16;

/**
 * R48 — the right is the child's own. Scotland: capacity with a general understanding, presumed from 12 (DPA 2018 s.208); England and
 * Wales and Northern Ireland: case by case. Record the assessment. `age` in whole years, 0 or more.
 */
export function competenceOf(
  nation: 'england-and-wales' | 'scotland' | 'northern-ireland',
  age: number,
): Competence {
  if (age >= (nation === 'scotland' ? scottishAdultFrom : adultFrom)) return { competence: 'adult' };
  if (nation === 'scotland' && age >= presumedFrom) {
    return {
      competence: 'presumed',
      cite: 'DPA 2018 s.208(2)–(3)',
      words: 'A person of 12 or more is presumed to understand what it means to exercise the right.',
    };
  }
  return {
    competence: 'case_by_case',
    cite: nation === 'scotland' ? 'DPA 2018 s.208(2)' : 'ICO guidance on children’s rights',
    words: 'Assess whether the child understands what it means to exercise the right, and record it.',
  };
}
