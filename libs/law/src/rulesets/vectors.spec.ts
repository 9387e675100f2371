import { readFileSync } from 'node:fs';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { rulesetIds } from './ruleset-ids.js';

type Vector = ClockInput & {
  readonly id: string;
  readonly certainty: string;
  readonly source: string;
  readonly notes?: string;
  readonly expected: Readonly<Record<string, unknown>>;
};

/** Vectors that are believed wrong, each with the argument. They stay as they are and must go on failing. */
const disputed: Readonly<Record<string, string>> = {};

function vectorsOf(ruleset: string): Vector[] {
  return JSON.parse(readFileSync(new URL(`./${ruleset}/vectors.json`, import.meta.url), 'utf8')) as Vector[];
}

describe.each(rulesetIds)('the worked cases of %s', ruleset => {
  it.each(vectorsOf(ruleset).map(vector => [vector.id, vector] as const))('%s', (id, vector) => {
    const answer: Readonly<Record<string, unknown>> = { ...clock(vector) };
    const given = Object.fromEntries(
      Object.keys(vector.expected).map(field => [field, answer[field] ?? null]),
    );
    if (disputed[id] === undefined) expect(given).toEqual(vector.expected);
    else expect(given).not.toEqual(vector.expected);
  });

  it('gives the same answer when right and receipt choose the ruleset', () => {
    const chosenByReceipt = vectorsOf(ruleset).filter(
      () => ruleset.startsWith('uk-') || ruleset === 'us-ca-ccpa',
    );
    for (const vector of chosenByReceipt) {
      const { ruleset: _, ...chosen } = vector;
      expect(clock(chosen as ClockInput)).toEqual(clock(vector));
    }
    expect(chosenByReceipt.length > 0).toBe(ruleset.startsWith('uk-') || ruleset === 'us-ca-ccpa');
  });
});
