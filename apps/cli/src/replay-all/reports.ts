import { exitCodes, type Verdict } from '../replay/verdict.js';
import type { Judged } from './judged-case.js';

export interface Totals {
  readonly cases: number;
  readonly replays: number;
  readonly good: number;
  readonly bad: number;
  readonly cannotTell: number;
}

export function totalsOf(all: readonly Judged[]): Totals {
  const many = (verdict: Verdict): number => all.filter(one => one.verdict === verdict).length;
  return {
    cases: new Set(all.map(({ caseId }) => caseId)).size,
    replays: all.length,
    good: many('good'),
    bad: many('bad'),
    cannotTell: many('cannot tell'),
  };
}

/** 0 all good, 1 one is bad, 2 none is bad and one cannot be told. */
export function exitCodeOf({ bad, cannotTell }: Totals): number {
  if (bad > 0) return exitCodes.bad;
  return cannotTell > 0 ? exitCodes['cannot tell'] : exitCodes.good;
}

const marks: Readonly<Record<Verdict, string>> = { good: '✓', bad: '✗', 'cannot tell': '?' };

/** What is not good, case by case, and the sum. */
export function asText(all: readonly Judged[]): string {
  const totals = totalsOf(all);
  const lines = all
    .filter(({ verdict }) => verdict !== 'good')
    .flatMap(({ reference, caseId, by, verdict, findings }) => [
      `${marks[verdict]} Case ${reference} (${caseId}) by ${by}`,
      ...findings.map(finding => `    ${finding}`),
    ]);
  return [
    ...lines,
    `${totals.cases} cases, ${totals.replays} replays: ${totals.good} good, ${totals.bad} bad, ${totals.cannotTell} cannot be told.`,
    '',
  ].join('\n');
}

export const asJson = (all: readonly Judged[]): string =>
  `${JSON.stringify({ totals: totalsOf(all), replays: all }, undefined, 1)}\n`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML 1.0 has no place for control characters, not even escaped. */
const xml = (text: string): string =>
  text
    .replace(/[&<>"']/g, one => escapes[one] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '\uFFFD');

function testCase({ reference, by, verdict, findings, seconds }: Judged): string {
  const opening = `    <testcase classname="duly replay by ${xml(by)}" name="${xml(reference)}" time="${seconds}"`;
  if (verdict === 'good') return `${opening}/>`;
  const tag = verdict === 'bad' ? 'failure' : 'error';
  const [first = ''] = findings;
  return `${opening}>\n      <${tag} message="${xml(first)}">${xml(findings.join('\n'))}</${tag}>\n    </testcase>`;
}

/** As CI servers read test results. */
export function asJunit(all: readonly Judged[]): string {
  const { replays, bad, cannotTell } = totalsOf(all);
  const sum = `tests="${replays}" failures="${bad}" errors="${cannotTell}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${sum}>`,
    `  <testsuite name="duly replay --all" ${sum}>`,
    ...all.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
