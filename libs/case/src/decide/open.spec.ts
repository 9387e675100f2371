import { readDay, readInstant, toCivilDate, type Instant } from '@duly/law';
import { received, tenOn } from '../case.given.js';
import type { OpenCase } from '../commands.js';
import { channels } from '../names.js';
import { isRefusal } from '../refusals.js';
import { decideOpening } from './open.js';

const letter: OpenCase = {
  verb: 'open',
  by: 'staff-1',
  right: 'access',
  channel: 'email',
  words: 'words-0',
  people: { requester: false, recipient: false },
};
const on = toCivilDate;
const now = tenOn('2036-04-02');
const verdict = (more: Partial<OpenCase>, at: Instant = now): string => {
  const decision = decideOpening({ ...letter, ...more }, at);
  return isRefusal(decision) ? decision.code : `received on ${decision[0]?.on ?? ''}`;
};

describe('opening: a request was received', () => {
  it.each(channels)('counts by %s, spoken or written, on whichever channel (R16)', channel => {
    expect(verdict({ channel, receivedOn: on('2036-03-31') })).toBe('received on 2036-03-31');
  });

  it('counts on a Sunday or a public holiday as on any day (R16)', () => {
    expect(verdict({ receivedOn: on('2036-03-30') })).toBe('received on 2036-03-30');
    expect(verdict({ receivedOn: on('2036-01-01') })).toBe('received on 2036-01-01');
  });

  it('may lie in the past, however far', () => {
    expect(verdict({ receivedOn: on('2035-06-01') })).toBe('received on 2035-06-01');
  });

  it('may be today, but never tomorrow', () => {
    expect(verdict({ receivedOn: on('2036-04-02') })).toBe('received on 2036-04-02');
    expect(verdict({ receivedOn: on('2036-04-03') })).toBe('receipt-in-future');
  });

  it('falls on the London day: a quarter past eleven at night UTC in summer is the next day (R17)', () => {
    expect(verdict({ receivedAt: '2036-03-31T23:15:00Z' })).toBe('received on 2036-04-01');
  });

  it('refuses a day and an instant that disagree', () => {
    expect(verdict({ receivedOn: on('2036-03-31'), receivedAt: '2036-03-31T23:15:00Z' })).toBe(
      'receipt-dates-differ',
    );
  });

  it('refuses 30 February, an instant without a zone, and no day at all', () => {
    expect(verdict({ receivedOn: '2036-02-30' as OpenCase['receivedOn'] & string })).toBe('not-a-date');
    expect(verdict({ receivedAt: '2036-03-31T09:00:00' })).toBe('not-a-date');
    expect(verdict({})).toBe('receipt-missing');
  });

  it('knows today by London: at half past midnight in summer it is that day already', () => {
    const halfPastMidnight = readInstant('2036-06-30T23:30:00Z', readDay);
    expect(verdict({ receivedOn: on('2036-07-01') }, halfPastMidnight)).toBe('received on 2036-07-01');
  });

  it('begins the month, to be answered by 30 April, and acknowledges it', () => {
    const told = received({ on: '2036-03-31' });
    expect(told.summary).toMatchObject({
      state: 'RUNNING',
      dueDate: '2036-04-30',
      planBy: '2036-04-30',
      version: 2,
    });
    expect(told.letters.map(({ kind }) => kind)).toEqual(['acknowledgement']);
    expect(told.tasks).toEqual(['assess']);
  });

  it('is accepted beyond the calendar’s horizon, with a date that is flagged as provisional', () => {
    const calendar = {
      name: 'short',
      version: '1',
      covers: { from: on('2036-01-01'), to: on('2036-04-15') },
      holidays: [],
    };
    const told = received({ on: '2036-03-31', calendar });
    expect(told.summary).toMatchObject({
      isProvisional: true,
      dueDate: '2036-04-30',
      calendarTo: '2036-04-15',
    });
  });

  it('of one letter with two rights sends one acknowledgement, under one id', () => {
    const [access, erasure] = [
      received({ on: '2036-03-31' }),
      received({ on: '2036-03-31', right: 'erasure', caseId: 'other' }),
    ];
    expect(access.letters[0]?.letterId).toBe(erasure.letters[0]?.letterId);
  });
});
