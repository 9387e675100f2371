import { changeInWords, type CalendarChange } from '../calendar/calendar-change.js';
import { horizonOf, openCalendar, type Calendar } from '../calendar/calendar.js';
import { importGovUkFeed, isFeedRefusal } from '../calendar/import-feed.js';
import { toCivilDate, toDay, type CivilDate } from '../dates/civil-date.js';

const on = (date: string): CivilDate => toCivilDate(date);
const source = { name: 'feed', hash: 'abc', fetchedOn: on('2026-06-01') };
const spring = { date: on('2026-05-25'), title: 'Spring' };
const summer = { date: on('2026-08-31'), title: 'Summer' };
const christmas = { date: on('2026-12-25'), title: 'Christmas' };
const known: Calendar = {
  name: 'scotland',
  version: 'v1',
  covers: { from: on('2026-01-01'), to: on('2026-12-31') },
  holidays: [spring, summer, christmas],
};

const division = (...events: { date: string; title: string }[]): string =>
  JSON.stringify({ scotland: { division: 'scotland', events } });

describe('an import, whole (R58–R59)', () => {
  it('keeps all that it holds and says nothing where nothing is new', () => {
    const same = importGovUkFeed([known], division(christmas, spring, summer, spring), source);
    expect(same).toEqual({ calendars: [known], changes: [], report: [] });
  });

  it('tells a moved day from a new one, and dates both', () => {
    const moved = { date: on('2026-08-24'), title: 'Summer' };
    const fresh = { date: on('2026-09-14'), title: 'Fresh' };
    expect(importGovUkFeed([known], division(spring, moved, fresh, christmas), source)).toEqual({
      calendars: [
        {
          name: 'scotland',
          version: 'feed 2026-06-01 abc',
          covers: known.covers,
          holidays: [
            spring,
            { ...moved, knownFrom: '2026-06-01', source: 'feed, 2026-06-01, abc' },
            { ...summer, withdrawnOn: '2026-06-01' },
            { ...fresh, knownFrom: '2026-06-01', source: 'feed, 2026-06-01, abc' },
            christmas,
          ],
        },
      ],
      changes: [
        { calendar: 'scotland', kind: 'moved', from: '2026-08-31', to: '2026-08-24', title: 'Summer' },
        { calendar: 'scotland', kind: 'added', ...fresh },
      ],
      report: [
        'scotland: Summer moved EARLIER, from Monday 31 August 2026 to Monday 24 August 2026; dates may move either way.',
        'scotland: Fresh on Monday 14 September 2026 is new.',
      ],
    });
  });

  it('takes the year that follows, and remembers how far it reached before', () => {
    const next = [
      { date: on('2027-01-01'), title: 'New Year' },
      { date: on('2027-12-27'), title: 'Christmas' },
    ];
    const grown = importGovUkFeed([known], division(spring, summer, christmas, ...next), source);
    expect(grown).toMatchObject({
      calendars: [
        {
          covers: { from: '2026-01-01', to: '2027-12-31' },
          earlierHorizons: [{ to: '2026-12-31', until: '2026-06-01' }],
        },
      ],
      report: [
        'scotland: New Year on Friday 1 January 2027 is new.',
        'scotland: Christmas on Monday 27 December 2027 is new.',
        'scotland: holidays are now known to Friday 31 December 2027 (before: Thursday 31 December 2026).',
      ],
    });
    const [calendar] = 'calendars' in grown ? grown.calendars : [];
    const open = openCalendar(calendar!);
    expect(horizonOf(open)).toBe(toDay(on('2027-12-31')));
    expect(horizonOf(open, toDay(on('2026-05-31')))).toBe(toDay(on('2026-12-31')));
    expect(horizonOf(open, toDay(on('2026-06-01')))).toBe(toDay(on('2027-12-31')));
  });

  it('keeps what is past, what lies too far to have moved, and what lies outside the feed', () => {
    const far = { date: on('2026-10-02'), title: 'Summer' };
    const before = importGovUkFeed([known], division(summer, christmas), source);
    expect(before).toMatchObject({
      changes: [{ kind: 'history_removed', before: '2026-08-31', kept: 1 }],
      report: [
        'scotland: the feed holds nothing before Monday 31 August 2026 any more; 1 earlier holidays are kept.',
      ],
    });
    expect(importGovUkFeed([known], division(spring, summer), source)).toMatchObject({
      changes: [{ kind: 'ends_earlier', after: '2026-08-31', kept: 1 }],
      report: ['scotland: the feed ends on Monday 31 August 2026; 1 later holidays are kept.'],
    });
    expect(importGovUkFeed([known], division(spring, far, christmas), source)).toMatchObject({
      changes: [
        { kind: 'added', date: '2026-10-02' },
        { kind: 'missing', date: '2026-08-31', title: 'Summer' },
      ],
    });
    const late = { ...source, fetchedOn: on('2026-08-31') };
    expect(
      importGovUkFeed([known], division(spring, { ...summer, date: on('2026-08-24') }, christmas), late),
    ).toMatchObject({
      changes: [{ kind: 'added' }, { kind: 'missing' }],
    });
  });

  it('reads the same from events in any order, told twice, with blanks around a title', () => {
    const orderly = importGovUkFeed([], division(spring, summer, christmas), source);
    for (const events of [
      [christmas, spring, summer],
      [summer, christmas, spring, summer],
      [spring, { ...summer, title: ' Summer ' }, spring, christmas, christmas],
    ]) {
      expect(importGovUkFeed([], division(...events), source)).toEqual(orderly);
    }
  });

  it('takes for the new date of a moved day the same title first, then the nearest, at most 31 days away in its year', () => {
    const movedTo = (...added: { date: string; title: string }[]): unknown => {
      const found = importGovUkFeed([known], division(spring, ...added, christmas), source);
      return 'changes' in found ? found.changes.find(({ kind }) => kind === 'moved') : undefined;
    };
    const other = (date: string) => ({ date, title: 'Other' });
    expect(movedTo(other('2026-09-02'), { date: '2026-09-30', title: 'Summer' })).toMatchObject({
      to: '2026-09-30',
    });
    expect(movedTo(other('2026-08-01'), other('2026-09-02'))).toMatchObject({ to: '2026-09-02' });
    expect(movedTo(other('2026-08-24'), other('2026-09-14'))).toMatchObject({ to: '2026-08-24' });
    expect(movedTo(other('2026-10-01'))).toMatchObject({ to: '2026-10-01' });
    expect(movedTo(other('2026-10-02'))).toBeUndefined();
    const newYear = importGovUkFeed(
      [known],
      division(spring, summer, { date: '2027-01-04', title: 'Christmas' }),
      source,
    );
    expect(newYear).toMatchObject({
      changes: [
        { kind: 'added', date: '2027-01-04' },
        { kind: 'missing', date: '2026-12-25' },
      ],
    });
  });

  it('speaks for a year from its January, and for no time between what was known and what came', () => {
    const coversWith = (...events: { date: string; title: string }[]): unknown => {
      const grown = importGovUkFeed([known], division(...events), source);
      return 'calendars' in grown ? grown.calendars[0]?.covers : undefined;
    };
    const day = (date: string) => ({ date, title: 'Day' });
    expect(coversWith(day('2025-01-01'), spring, summer, christmas)).toEqual({
      from: '2025-01-01',
      to: '2026-12-31',
    });
    expect(coversWith(day('2025-01-02'), spring, summer, christmas)).toMatchObject({ from: '2025-01-01' });
    expect(coversWith(day('2025-04-18'), spring, summer, christmas)).toMatchObject({ from: '2025-04-18' });
    expect(coversWith(day('2027-01-01'), day('2027-12-27'))).toMatchObject({ to: '2027-12-31' });
    expect(coversWith(day('2027-03-26'), day('2027-12-27'))).toEqual(known.covers);
  });

  it('begins a calendar that nobody knew, without dating its holidays', () => {
    expect(importGovUkFeed([], division(spring, christmas), source)).toMatchObject({
      calendars: [
        {
          name: 'scotland',
          covers: { to: '2026-12-31' },
          holidays: [
            { ...spring, source: 'feed, 2026-06-01, abc' },
            { ...christmas, source: 'feed, 2026-06-01, abc' },
          ],
        },
      ],
    });
    const imported = importGovUkFeed([], division(spring, christmas), source);
    expect(
      'calendars' in imported && imported.calendars[0]?.holidays.every(holiday => !('knownFrom' in holiday)),
    ).toBe(true);
  });

  it.each([
    ['<html>', 'FEED_NOT_JSON', 'The bank-holiday feed answered with an HTML page.'],
    ['  <!doctype', 'FEED_NOT_JSON', 'The bank-holiday feed answered with an HTML page.'],
    ['gone', 'FEED_NOT_JSON', 'The bank-holiday feed answered with text that is no JSON.'],
    ['{}', 'FEED_OUT_OF_SHAPE', 'The bank-holiday feed holds no divisions.'],
    ['[]', 'FEED_OUT_OF_SHAPE', 'The bank-holiday feed holds no divisions.'],
    [
      '{"a":1,"b":{"events":[]}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: it has no list of events; b: its list of events is empty).',
    ],
    [
      '{"a":{"events":[{"date":"2026-01-01","title":"x"},{"date":"2026-02-30","title":"x"}]}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: event 2 of 2 has no date and title).',
    ],
    [
      '{"a":{"events":[{"date":"2026-01-01","title":" "}]}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: event 1 of 1 has no date and title).',
    ],
    [
      '{"a":{"events":[{"date":"2026-01-01"}]}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: event 1 of 1 has no date and title).',
    ],
    [
      '{"a":{"events":[5]}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: event 1 of 1 has no date and title).',
    ],
    [
      '{"a":{"events":{}}}',
      'FEED_OUT_OF_SHAPE',
      'No division of the bank-holiday feed can be used (a: it has no list of events).',
    ],
  ])('refuses %s and changes nothing', (text, code, message) => {
    const refused = importGovUkFeed([known], text, source);
    expect(isFeedRefusal(refused)).toBe(true);
    const remedy =
      'Nothing was changed. Fetch https://www.gov.uk/bank-holidays.json again, or add the holiday by hand with a citation.';
    expect(refused).toEqual({ error: { code, message, remedy } });
  });
});

describe('what an import found, in words', () => {
  const calendar = 'scotland';
  it.each<[CalendarChange, string]>([
    [
      { calendar, kind: 'moved', from: on('2026-05-25'), to: on('2026-06-01'), title: 'Spring' },
      'scotland: Spring moved later, from Monday 25 May 2026 to Monday 1 June 2026; dates may move either way.',
    ],
    [
      { calendar, kind: 'missing', date: on('2026-05-25'), title: 'Spring' },
      'scotland: Spring on Monday 25 May 2026 is missing from the feed and nothing took its place. It is kept; withdraw it by hand, with a citation, if it is wrong.',
    ],
    [
      { calendar, kind: 'division_refused', because: 'it is empty' },
      'scotland: this division was refused, because it is empty; what is known is kept.',
    ],
    [
      { calendar, kind: 'division_absent' },
      'scotland: the feed does not speak of it; what is known is kept.',
    ],
  ])('%j', (change, words) => {
    expect(changeInWords(change)).toBe(words);
  });
});
