import { caseOf } from '../clauses/judged.js';
import { explain } from '../explain/explain.js';
import { clock } from './clock.js';
import type { ClockInput } from './input.js';

const good = caseOf('access', 'received@2026-09-03');
/** As a caller of JavaScript may pass it, whom no compiler stops. */
const given = (more: Readonly<Record<string, unknown>>): ClockInput => ({ ...good, ...more });

const cycle: Record<string, unknown> = {};
cycle['again'] = cycle;
const deep = Array.from({ length: 100_000 }).reduce<unknown[]>(inner => [inner], []);
const sparse = Array.of<unknown>(...good.events);
sparse.length = 3;

describe('wrong input is answered, whatever it is, and never thrown', () => {
  it.each([
    ['a right nested too deep to print', { right: deep }, 'right', 'A list is not a right'],
    ['a bigint', { right: 10n }, 'right', '10 is not a right'],
    ['a cycle as asOf', { asOf: cycle }, 'asOf', 'An object is not a date'],
    ['a cycle as a type', { events: [{ type: cycle }] }, 'events[0].type', 'An object is not an event'],
    ['a bigint as a policy', { policy: { safetyDays: 1n } }, 'policy.safetyDays', '1 is not a whole number'],
    ['not a number', { policy: { safetyDays: NaN } }, 'policy.safetyDays', 'NaN is not a whole number'],
    ['a list with holes', { events: sparse }, 'events[1]', 'An event is an object'],
    ['no right', { right: undefined }, 'right', 'The right is missing.'],
    ['no type', { events: [{ date: '2026-09-03' }] }, 'events[0].type', 'The type of the event is missing.'],
  ])('%s', (_, more, field, message) => {
    for (const door of [clock, explain]) {
      const answer = door(given(more));
      expect(answer).toMatchObject({ error: { field } });
      expect('error' in answer && answer.error.message).toContain(message);
    }
  });

  it('quotes no more than the beginning of a long text', () => {
    const answer = clock(given({ right: 'x'.repeat(100_000) }));
    expect('error' in answer && answer.error.message.length).toBeLessThan(100);
  });

  it.each(['received', 'completed', 'id_received'])('takes only true or false for doubtful of %s', type => {
    const event = { type, date: '2026-09-03', doubtful: 'yes' };
    const events = type === 'received' ? [event] : [...good.events, event];
    expect(clock(given({ events }))).toMatchObject({ error: { code: 'UNKNOWN_VALUE' } });
  });
});

describe('R59 no date is given past what can be known', () => {
  it.each(['access', 'know'] as const)('not after 2199, with a calendar that has no end: %s', right => {
    const answer = clock(caseOf(right, 'received@2199-12-31', { calendar: 'none' }));
    expect(answer).toMatchObject({ error: { code: 'CALENDAR_HORIZON', field: 'dueDate' } });
  });

  it('gives the reason for every field that it leaves out', () => {
    expect(clock(caseOf('access', 'received@2028-12-15 id_requested@2028-12-18'))).toMatchObject({
      fallbackDueDate: null,
      reason:
        'The period has not begun: what was asked for has not arrived (R24). fallbackDueDate lies outside the calendar england-and-wales, which ends on 2028-12-31 (R59).',
    });
    expect(clock(caseOf('know', 'received@2028-12-20'))).toMatchObject({
      dueDate: '2029-02-03',
      acknowledgeBy: null,
      reason: 'acknowledgeBy lies outside the calendar england-and-wales, which ends on 2028-12-31 (R59).',
    });
  });
});
