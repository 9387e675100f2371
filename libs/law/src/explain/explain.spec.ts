import { readFileSync } from 'node:fs';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { isClockError } from '../clock/result.js';
import { caseOf } from '../clauses/judged.js';
import { rulesetIds } from '../rulesets/ruleset-ids.js';
import { explain, inLines } from './explain.js';

type Vector = ClockInput & { readonly id: string };
const vectors = rulesetIds.flatMap(
  id =>
    JSON.parse(readFileSync(new URL(`../rulesets/${id}/vectors.json`, import.meta.url), 'utf8')) as Vector[],
);

describe('explanations', () => {
  it.each(vectors.map(vector => [vector.id, vector] as const))(
    '%s has a chain that a person can read',
    (_, vector) => {
      const answer = explain(vector);
      if (isClockError(answer)) throw new Error(answer.error.message);
      expect(answer.result).toEqual(clock(vector));
      const { steps, result } = answer;
      for (const { rule, cite, text } of steps) {
        expect(rule).toMatch(/^R\d+(, R\d+)*$/);
        expect(cite).not.toBe('');
        expect(text).toMatch(/^[A-Z][^{}]*\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|Infinity|: :| {2}|\.\./);
      }
      const outcomes = steps.map(({ outcome }) => outcome);
      expect(steps[0]?.rule).toMatch(/^R[25]$/);
      for (const date of [
        result.dueDate,
        result.effectiveDueDate,
        result.relevantDate,
        result.conservativeDueDate,
      ]) {
        if (date !== null) expect(outcomes).toContain(date);
      }
      expect(inLines(steps).split('\n')).toHaveLength(steps.length);
    },
  );

  it('names every fact that was told, also what was ignored', () => {
    const facts =
      'received@2026-08-29 id_requested@2026-09-01 id_received@2026-09-03:insufficient id_received@2026-09-08 authority_received@2026-09-09 fee_requested@2026-09-10:15(3) clarification_requested@2026-09-14:c1 clarification_declined@2026-09-18:c1 clarification_received@2026-09-19:c9 extension_notified@2026-10-12 completed@2026-12-01';
    const answer = explain(caseOf('access', facts));
    if (isClockError(answer)) throw new Error(answer.error.message);
    const told = inLines(answer.steps);
    for (const day of [29, 1, 3, 8, 9, 10, 14, 18, 19, 12])
      expect(told).toMatch(new RegExp(`day ${day} [A-Z]`));
    for (const rule of ['R2', 'R11', 'R12', 'R13', 'R16', 'R18', 'R21', 'R22', 'R23', 'R26', 'R29', 'R30']) {
      expect(answer.steps.some(step => step.rule === rule)).toBe(true);
    }
  });

  it('names the end of the calendar for an extended date beyond it', () => {
    const answer = explain(caseOf('access', 'received@2028-11-15 extension_notified@2028-12-01'));
    if (isClockError(answer)) throw new Error(answer.error.message);
    expect(answer.result).toMatchObject({ dueDate: '2028-12-15', effectiveDueDate: null, planBy: null });
    expect(answer.result.reason).toContain('2028-12-31');
    expect(inLines(answer.steps)).toContain('the calendar does not reach that far');
  });

  it('answers an error like the clock', () => {
    expect(explain({ ...caseOf('access', 'received@2026-03-10'), events: [] })).toMatchObject({
      error: { code: 'NOT_RECEIVED' },
    });
  });
});
