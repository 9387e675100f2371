import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
const read = (name: string): string => readFileSync(join(source, name), 'utf8');
const code = files.filter(name => !name.endsWith('.spec.ts') && !name.startsWith('verification')).map(read);
const tests = files.filter(name => name.endsWith('.spec.ts')).map(read);

const span = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `R${from + index}`);
const rules = [...span(11, 35), 'R50', 'R57', 'R71'];

/** The docstrings that stand directly over a function or over the data that a rule is. */
const docstrings = code.flatMap(text =>
  [
    ...text.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:async )?(?:function|const|interface)\b/g,
    ),
  ].map(match => match[1] ?? ''),
);

/** `R13` itself, or a span that holds it, as `R11–R14`. */
function names(text: string, rule: string): boolean {
  if (new RegExp(`\\b${rule}\\b`).test(text)) return true;
  return [...text.matchAll(/\bR(\d+)[–-]R(\d+)\b/g)].some(([, from, to]) => {
    const number = Number(rule.slice(1));
    return number >= Number(from) && number <= Number(to);
  });
}

describe('every rule is cited where it is implemented, and by the test that checks it', () => {
  it.each(rules)('%s by a docstring', rule => {
    expect(docstrings.filter(text => names(text, rule))).not.toEqual([]);
  });

  it.each(rules)('%s by a test that names it', rule => {
    const cited = tests.filter(text => new RegExp(`describe\\('${rule} \\S`).test(text));
    expect(cited).not.toEqual([]);
  });
});
