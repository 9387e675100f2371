import { isClockError } from '../clock/result.js';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { toCivilDate } from '../dates/civil-date.js';
import { datesMoved } from '../questions/dates-moved.js';
import { openCalendars, type Calendar } from './calendar.js';
import type { FeedEvent } from './gov-uk-feed.js';
import { addHoliday, withdrawHoliday } from './holiday-by-hand.js';
import { importGovUkFeed, isFeedRefusal, type FeedImport } from './import-feed.js';
import { sliceOf } from './slice.js';
import { ukCalendar } from './uk-calendars.js';

const date = toCivilDate;
const event = (on: string, title: string): FeedEvent => ({ date: date(on), title });
const source = (fetchedOn: string): { name: string; hash: string; fetchedOn: ReturnType<typeof date> } => ({
  name: 'gov.uk',
  hash: `sha256-of-${fetchedOn}`,
  fetchedOn: date(fetchedOn),
});

/** The feed's own shape, with its notes and bunting. */
function feed(divisions: Readonly<Record<string, readonly FeedEvent[]>>): string {
  const shaped = Object.entries(divisions).map(([division, events]) => [
    division,
    {
      division,
      events: events.map(({ date: on, title }) => ({ title, date: on, notes: '', bunting: true })),
    },
  ]);
  return JSON.stringify(Object.fromEntries(shaped));
}

function calendar(name: string, years: readonly [string, string], events: readonly FeedEvent[]): Calendar {
  return {
    name,
    version: 'before',
    covers: { from: date(`${years[0]}-01-01`), to: date(`${years[1]}-12-31`) },
    holidays: events,
  };
}

function imported(known: readonly Calendar[], text: string, fetchedOn: string): FeedImport {
  const answer = importGovUkFeed(known, text, source(fetchedOn));
  if (isFeedRefusal(answer)) throw new Error(answer.error.message);
  return answer;
}

const access = (name: string, received: string, asOf?: string): ClockInput => ({
  right: 'access',
  calendar: name,
  ...(asOf === undefined ? {} : { asOf: date(asOf) }),
  events: [{ type: 'received', date: date(received) }],
});

function dueUnder(calendars: readonly Calendar[], input: ClockInput): string | null {
  const answer = clock(input, openCalendars(calendars));
  if (isClockError(answer)) return answer.error.code;
  return answer.dueDate;
}

const year2022 = [
  event('2022-01-03', 'New Year’s Day'),
  event('2022-08-29', 'Summer bank holiday'),
  event('2022-12-26', 'Boxing Day'),
  event('2022-12-27', 'Christmas Day'),
];

describe('R59 the feed as its history shows it', () => {
  it('takes 19 September 2022 with nine days’ notice, and moves a due date later', () => {
    const before = calendar('england-and-wales', ['2022', '2022'], year2022);
    const funeral = event('2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II');
    const after = imported([before], feed({ 'england-and-wales': [...year2022, funeral] }), '2022-09-10');
    expect(after.changes).toEqual([{ calendar: 'england-and-wales', kind: 'added', ...funeral }]);
    expect(after.report[0]).toContain('Monday 19 September 2022 is new');
    const input = access('england-and-wales', '2022-08-19');
    expect(dueUnder([before], input)).toBe('2022-09-19');
    expect(dueUnder(after.calendars, input)).toBe('2022-09-20');
    expect(dueUnder(after.calendars, access('england-and-wales', '2022-08-19', '2022-09-09'))).toBe(
      '2022-09-19',
    );
    expect(datesMoved(input, openCalendars([before]), openCalendars(after.calendars))).toMatchObject({
      isEarlier: false,
      moved: expect.arrayContaining([
        { field: 'effectiveDueDate', from: '2022-09-19', to: '2022-09-20', isEarlier: false },
      ]) as unknown,
    });
  });

  it('corrects Scottish Summer 2027 from 30 August to 2 August, and says which date moved earlier', () => {
    const wrong = [
      event('2027-01-01', 'New Year’s Day'),
      event('2027-08-30', 'Summer bank holiday'),
      event('2027-12-27', 'Christmas Day'),
    ];
    const right = [
      event('2027-01-01', 'New Year’s Day'),
      event('2027-08-02', 'Summer bank holiday'),
      event('2027-12-27', 'Christmas Day'),
    ];
    const before = imported([], feed({ scotland: wrong }), '2024-11-28');
    const after = imported(before.calendars, feed({ scotland: right }), '2025-01-09');
    expect(after.changes).toEqual([
      {
        calendar: 'scotland',
        kind: 'moved',
        from: '2027-08-30',
        to: '2027-08-02',
        title: 'Summer bank holiday',
      },
    ]);
    expect(after.report[0]).toContain('EARLIER');
    const [scotland] = after.calendars;
    expect(scotland?.holidays.find(({ date: on }) => on === '2027-08-30')?.withdrawnOn).toBe('2025-01-09');
    expect(scotland?.holidays.find(({ date: on }) => on === '2027-08-02')?.knownFrom).toBe('2025-01-09');
    const input = access('scotland', '2027-07-30');
    const moved = datesMoved(input, openCalendars(before.calendars), openCalendars(after.calendars));
    expect(moved).toMatchObject({ isEarlier: true });
    expect(dueUnder(before.calendars, input)).toBe('2027-08-31');
    expect(dueUnder(after.calendars, input)).toBe('2027-08-30');
    expect(dueUnder(after.calendars, access('scotland', '2027-07-30', '2027-08-01'))).toBe('2027-08-30');
  });

  it('keeps the history that the feed dropped on 11 August 2025, and takes it back in January', () => {
    const whole = [
      ...year2022,
      event('2025-08-25', 'Summer bank holiday'),
      event('2025-12-25', 'Christmas Day'),
    ];
    const before = imported([], feed({ 'england-and-wales': whole }), '2025-08-01');
    const dropped = imported(before.calendars, feed({ 'england-and-wales': whole.slice(4) }), '2025-08-11');
    expect(dropped.calendars).toEqual(before.calendars);
    expect(dropped.changes).toEqual([
      { calendar: 'england-and-wales', kind: 'history_removed', before: '2025-08-25', kept: 4 },
    ]);
    const restored = imported(dropped.calendars, feed({ 'england-and-wales': whole }), '2026-01-05');
    expect(restored.calendars).toEqual(before.calendars);
    expect(restored.changes).toEqual([]);
  });

  it('does not speak for the months that a first feed has dropped', () => {
    const rest = [event('2025-08-25', 'Summer bank holiday'), event('2025-12-25', 'Christmas Day')];
    const after = imported([], feed({ 'england-and-wales': rest }), '2025-08-11');
    expect(after.calendars[0]?.covers).toEqual({ from: '2025-08-25', to: '2025-12-31' });
    expect(dueUnder(after.calendars, access('england-and-wales', '2025-04-01'))).toBe('CALENDAR_HORIZON');
  });

  it('does not speak for a year that has only begun to be published', () => {
    const next = event('2023-01-02', 'New Year’s Day');
    const before = calendar('england-and-wales', ['2022', '2022'], year2022);
    const after = imported([before], feed({ 'england-and-wales': [...year2022, next] }), '2022-06-01');
    expect(after.calendars[0]?.covers?.to).toBe('2022-12-31');
    expect(after.changes).toMatchObject([{ kind: 'added', date: '2023-01-02' }]);
  });

  it('goes on with the others while Scotland comes late in 2019', () => {
    const may = (on: string): FeedEvent[] => [
      event('2020-01-01', 'New Year’s Day'),
      event(on, on === '2020-05-04' ? 'Early May bank holiday' : 'Early May bank holiday (VE day)'),
      event('2020-12-25', 'Christmas Day'),
    ];
    const known = ['england-and-wales', 'scotland'].map(name =>
      calendar(name, ['2020', '2020'], may('2020-05-04')),
    );
    const june = imported(
      known,
      feed({ 'england-and-wales': may('2020-05-08'), scotland: may('2020-05-04') }),
      '2019-06-10',
    );
    expect(june.changes).toMatchObject([{ calendar: 'england-and-wales', kind: 'moved', to: '2020-05-08' }]);
    expect(june.calendars.map(({ version }) => version === 'before')).toEqual([false, true]);
    const july = imported(
      june.calendars,
      feed({ 'england-and-wales': may('2020-05-08'), scotland: may('2020-05-08') }),
      '2019-07-02',
    );
    expect(july.changes).toMatchObject([{ calendar: 'scotland', kind: 'moved', to: '2020-05-08' }]);
  });

  it.each([
    ['<!DOCTYPE html><html>Service unavailable</html>', 'FEED_NOT_JSON', 'an HTML page'],
    ['', 'FEED_NOT_JSON', 'no JSON'],
    ['[]', 'FEED_OUT_OF_SHAPE', 'no divisions'],
    ['{"error":"too many requests"}', 'FEED_OUT_OF_SHAPE', 'no list of events'],
    [feed({ scotland: [] }), 'FEED_OUT_OF_SHAPE', 'empty'],
  ])('refuses %s and loses nothing', (text, code, words) => {
    const answer = importGovUkFeed([ukCalendar('scotland')], text, source('2026-09-01'));
    expect(answer).toMatchObject({ error: { code } });
    expect(isFeedRefusal(answer) && answer.error.message).toContain(words);
  });

  it('refuses an empty division, one out of shape and one that is absent, each for itself', () => {
    const known = ['england-and-wales', 'scotland', 'northern-ireland'].map(name =>
      calendar(name, ['2022', '2022'], year2022),
    );
    const outOfShape = { division: 'scotland', events: [{ title: 'New Year’s Day', date: '03/01/2022' }] };
    const text = JSON.stringify({
      'england-and-wales': { division: 'england-and-wales', events: [] },
      scotland: outOfShape,
      wales: { division: 'wales', events: year2022 },
    });
    const after = imported(known, text, '2022-02-01');
    expect(after.calendars.slice(0, 3)).toEqual(known);
    const ofKnown = after.changes.filter(({ calendar: name }) => name !== 'wales');
    expect(ofKnown.map(({ calendar: name, kind }) => [name, kind])).toEqual([
      ['england-and-wales', 'division_refused'],
      ['scotland', 'division_refused'],
      ['northern-ireland', 'division_absent'],
    ]);
    expect(after.report.join(' ')).toContain('event 1 of 1 has no date and title');
  });

  it('keeps a holiday that is only missing, and asks a person', () => {
    const before = calendar('england-and-wales', ['2022', '2022'], year2022);
    const without = year2022.filter(({ date: on }) => on !== '2022-08-29');
    const after = imported([before], feed({ 'england-and-wales': without }), '2022-03-01');
    expect(after.calendars).toEqual([before]);
    expect(after.changes).toMatchObject([{ kind: 'missing', date: '2022-08-29' }]);
  });

  it('grows its horizon with a new year, and goes on saying what it did not know before (R20)', () => {
    const next = [event('2023-01-02', 'New Year’s Day'), event('2023-12-25', 'Christmas Day')];
    const before = calendar('england-and-wales', ['2022', '2022'], year2022);
    const after = imported([before], feed({ 'england-and-wales': [...year2022, ...next] }), '2022-06-01');
    expect(after.changes.at(-1)).toMatchObject({ kind: 'horizon', to: '2023-12-31' });
    expect(dueUnder(after.calendars, access('england-and-wales', '2022-12-02'))).toBe('2023-01-03');
    expect(dueUnder(after.calendars, access('england-and-wales', '2022-12-02', '2022-12-05'))).toBe(
      '2023-01-03',
    );
    const early = access('england-and-wales', '2022-12-02', '2022-12-05');
    const late = imported([before], feed({ 'england-and-wales': [...year2022, ...next] }), '2022-12-20');
    expect(dueUnder(late.calendars, early)).toBe('CALENDAR_HORIZON');
  });
});

describe('R59 holidays by hand', () => {
  it('adds the World Cup holiday of 15 June 2026 on the day it was proclaimed, 22 days before the feed', () => {
    const scotland = ukCalendar('scotland');
    const without = {
      ...scotland,
      holidays: scotland.holidays.filter(({ date: on }) => on !== '2026-06-15'),
    };
    const after = addHoliday(without, {
      date: date('2026-06-15'),
      title: 'World Cup bank holiday',
      citation: 'Royal Proclamation of 4 February 2026',
      knownFrom: date('2026-02-04'),
    });
    expect(after.version).not.toBe(without.version);
    expect(dueUnder([without], access('scotland', '2026-05-15'))).toBe('2026-06-15');
    expect(dueUnder([after], access('scotland', '2026-05-15'))).toBe('2026-06-16');
    expect(
      addHoliday(after, {
        ...after.holidays[0]!,
        title: 'again',
        citation: 'x',
        knownFrom: date('2026-01-01'),
      }),
    ).toBe(after);
    const withdrawn = withdrawHoliday(after, {
      date: date('2026-06-15'),
      citation: 'revoked',
      withdrawnOn: date('2026-05-01'),
    });
    expect(withdrawn.holidays).toHaveLength(after.holidays.length);
    expect(dueUnder([withdrawn], access('scotland', '2026-05-15'))).toBe('2026-06-15');
    expect(
      withdrawHoliday(withdrawn, {
        date: date('2026-06-16'),
        citation: 'x',
        withdrawnOn: date('2026-05-01'),
      }),
    ).toBe(withdrawn);
  });

  it('slices a calendar as data that answers the same within, and nothing outside', () => {
    const slice = sliceOf(ukCalendar('scotland'), date('2026-11-01'), date('2027-02-28'));
    expect(slice.version).toBe(ukCalendar('scotland').version);
    expect(slice.holidays.map(({ date: on }) => on)).toEqual([
      '2026-11-30',
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
      '2027-01-04',
    ]);
    const travelled = JSON.parse(JSON.stringify(slice)) as Calendar;
    expect(dueUnder([travelled], access('scotland', '2026-12-01'))).toBe('2027-01-05');
    expect(dueUnder([travelled], access('scotland', '2027-02-01'))).toBe('CALENDAR_HORIZON');
  });
});
