import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { readPolicy } from '../clock/read-policy.js';
import { defaultPolicy } from '../clock/policy.js';
import { idOf } from '../clock/read-input.js';
import { ev, ok, received, wrongInputs } from './wrong-inputs.data.js';

const asGiven = (input: unknown): ClockInput => input as ClockInput;

describe('what is wrong is told with its field, the rule and what to do', () => {
  it.each(wrongInputs)('%s', (_, input, code, field, message, remedy) => {
    const id = typeof input === 'object' && !Array.isArray(input) ? { id: 'a' } : {};
    expect(clock(input as ClockInput)).toEqual({ ...id, error: { code, field, message, remedy } });
  });

  it('null stands for what is left out', () => {
    const nothing = { ruleset: null, asOf: null, policy: null };
    const events = [{ ...received, at: null, doubtful: null }];
    expect(clock(asGiven({ ...ok, ...nothing, events }))).toEqual(clock(asGiven(ok)));
    expect(clock(asGiven({ ...ok, right: null }))).toMatchObject({
      error: { code: 'MISSING', field: 'right' },
    });
    expect(clock(asGiven({ ...ok, events: null }))).toMatchObject({
      error: { code: 'MISSING', field: 'events' },
    });
    expect(clock(asGiven({ ...ok, calendar: null }))).toMatchObject({ error: { code: 'MISSING' } });
    expect(clock(ev({ type: null }) as ClockInput)).toMatchObject({
      error: { code: 'MISSING', field: 'events[1].type' },
    });
    expect(clock(ev({ type: 'completed', date: null }) as ClockInput)).toMatchObject({
      error: { code: 'MISSING' },
    });
  });

  it('takes every answer that a policy may have, and both ends of a range', () => {
    for (const answers of [
      { safetyDays: 0, identityPromptWorkingDays: 31, internalTarget: 1, abandonAfter: 12 },
      { safetyDays: 31, identityPromptWorkingDays: 0, internalTarget: 366, abandonAfter: 1 },
      { clarificationAnswerDay: 'counted', identityAskedLate: 'does-not-reset', noticeCutOff: 'unrolled' },
      { clarificationAnswerDay: 'excluded', identityAskedLate: 'resets', noticeCutOff: 'rolled' },
      { furtherCopiesFee: 'moves-relevant-time', agentAuthority: 'not-a-trigger', edpbSuspension: 'applied' },
      { furtherCopiesFee: 'moves-nothing', agentAuthority: 'trigger', edpbSuspension: 'not-applied' },
      { clarificationOnRolledDay: 'not-excluded', clarificationBeforeArticle12A: 'stops-the-clock' },
      { clarificationOnRolledDay: 'excluded', clarificationBeforeArticle12A: 'excludes-nothing' },
    ]) {
      expect(readPolicy(answers)).toEqual({ ...defaultPolicy, ...answers });
    }
    for (const answers of [
      { safetyDays: -1 },
      { internalTarget: 367 },
      { abandonAfter: 13 },
      { identityPromptWorkingDays: 32 },
    ]) {
      expect(() => readPolicy(answers)).toThrow('is not a whole number from');
    }
  });

  it('gives back an id that is a text or a number, and no other', () => {
    expect([idOf({ id: 'a' }), idOf({ id: 0 }), idOf({ id: {} }), idOf({ id: NaN }), idOf(null)]).toEqual([
      'a',
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('quotes what was wrong, but not at length', () => {
    const quoting = (right: unknown): unknown => clock(asGiven({ ...ok, right }));
    const message = (quote: string): object => ({
      error: { message: `${quote} is not a right that the clock knows.` },
    });
    expect(quoting('x'.repeat(41))).toMatchObject(message(`"${'x'.repeat(40)}…"`));
    expect(quoting('x'.repeat(40))).toMatchObject(message(`"${'x'.repeat(40)}"`));
    expect(quoting([1])).toMatchObject(message('A list'));
    expect(quoting(() => 1)).toMatchObject(message('An object'));
    expect(quoting(false)).toMatchObject(message('false'));
  });
});
