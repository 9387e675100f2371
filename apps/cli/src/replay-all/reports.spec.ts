import type { Judged } from './judged-case.js';
import { asJson, asJunit, asText, exitCodeOf, totalsOf } from './reports.js';

const judged = (changes: Partial<Judged> = {}): Judged => ({
  caseId: '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a',
  reference: 'DR-2036-000001-1',
  version: 3,
  by: 'today’s code',
  verdict: 'good',
  findings: [],
  seconds: 0.125,
  ...changes,
});
const bad = judged({ verdict: 'bad', findings: ['dueDate is <2036> & not "2035"\u0001'] });
const unknown = judged({ verdict: 'cannot tell', by: 'its own code', findings: ['The code was not kept.'] });

it('one bad replay makes it bad, whatever else; none bad and one unknown makes it unknown', () => {
  expect(exitCodeOf(totalsOf([judged()]))).toBe(0);
  expect(exitCodeOf(totalsOf([judged(), unknown, bad]))).toBe(1);
  expect(exitCodeOf(totalsOf([judged(), unknown]))).toBe(2);
  expect(exitCodeOf(totalsOf([]))).toBe(0);
});

it('the text names what is not good and sums up; JSON holds all of it', () => {
  const text = asText([judged(), bad, unknown]);
  expect(text).toMatch(/^✗ Case DR-2036-000001-1 \(0d9c8b7a-.*\) by today’s code\n {4}dueDate is/);
  expect(text).toMatch(/1 cases, 3 replays: 1 good, 1 bad, 1 cannot be told\./);
  expect(JSON.parse(asJson([judged(), bad]))).toMatchObject({
    totals: { good: 1, bad: 1 },
    replays: [{}, { verdict: 'bad' }],
  });
});

it('JUnit’s XML has a test for each replay, and nothing in it that XML has no place for', () => {
  const xml = asJunit([judged(), bad, unknown]);
  expect(xml).toContain('<testsuites tests="3" failures="1" errors="1">');
  expect(xml).toContain('&lt;2036&gt; &amp; not &quot;2035&quot;\uFFFD');
  expect(xml).toContain('<error message="The code was not kept.">');
  expect(xml.match(/<testcase /g)).toHaveLength(3);
});
