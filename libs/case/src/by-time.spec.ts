import { endOfLondonDay, startOfLondonDay, toCivilDate, toDay, type Instant } from '@duly/law';
import { nextMoment } from './by-time.js';
import { lastMomentOf, received, type Told } from './case.given.js';
import { placeInWindow } from './window.js';

const reminders = (told: Told): string[] =>
  told.file.events.flatMap(event =>
    event.type === 'ReminderDue' && event.to === 'handler' ? [`${event.on} for ${event.forDate}`] : [],
  );
const midnightAfter = (date: string): number => endOfLondonDay(toDay(toCivilDate(date)));

describe('what time brings about', () => {
  it('reminds the handler ten, five and two working days before the day to plan by, and the day before', () => {
    const told = received({ on: '2036-03-31' }).on('2036-04-30');
    // 25 April is a Friday; Good Friday and Easter Monday lie before the first of them.
    expect(reminders(told)).toEqual([
      '2036-04-16 for 2036-04-30',
      '2036-04-23 for 2036-04-30',
      '2036-04-28 for 2036-04-30',
      '2036-04-29 for 2036-04-30',
    ]);
    expect(told.letters.filter(({ kind }) => kind === 'reminder-to-handler')).toHaveLength(4);
  });

  it('says once that the case is due soon, a week before', () => {
    const told = received({ on: '2036-03-31' });
    expect(told.on('2036-04-22').summary.isDueSoon).toBe(false);
    expect(told.on('2036-04-30').events.filter(type => type === 'DueSoon')).toHaveLength(1);
    expect(told.on('2036-04-23').summary.isDueSoon).toBe(true);
  });

  it('begins its reminders anew when the date moves', () => {
    const told = received({ on: '2036-03-31' })
      .on('2036-04-29')
      .when({ verb: 'extend-time', ground: 'complexity', reasons: 'r' });
    expect(told.summary.isDueSoon).toBe(false);
    expect(reminders(told.on('2036-06-30')).slice(-4)).toEqual([
      '2036-06-16 for 2036-06-30',
      '2036-06-23 for 2036-06-30',
      '2036-06-26 for 2036-06-30',
      '2036-06-29 for 2036-06-30',
    ]);
  });

  it('of several reminders that an outage has missed sends the last only', () => {
    const told = received({ on: '2036-03-31', recordedOn: '2036-04-28' });
    expect(reminders(told)).toEqual(['2036-04-28 for 2036-04-30']);
  });

  it('is silent once the request is answered, and once the day has passed', () => {
    const answered = received({ on: '2036-03-31' })
      .on('2036-04-10')
      .when({ verb: 'answer', extent: 'wholly', words: 'w' });
    expect(nextMoment(answered.file, answered.now)).toBeNull();
    const late = received({ on: '2036-03-31', recordedOn: '2036-05-10' }).on('2036-05-10');
    expect(late.events).toEqual(['RequestReceived', 'AlarmRaised', 'NoticeGiven']);
  });

  it('raises the alarm after the last local day has ended, at the case’s own place, never before', () => {
    const told = received({ on: '2036-03-31' });
    const place = placeInWindow(told.file.opening.caseId, 300);
    expect(told.until(lastMomentOf('2036-04-30')).events).not.toContain('AlarmRaised');
    const moment = (midnightAfter('2036-04-30') + place) as Instant;
    expect(told.until((moment - 1) as Instant).events).not.toContain('AlarmRaised');
    const alarmed = told.until(moment);
    expect(alarmed.file.events.at(-1)).toMatchObject({
      type: 'AlarmRaised',
      forDate: '2036-04-30',
      on: '2036-05-01',
    });
    expect(alarmed.tasks).toContain('alarm');
    expect(alarmed.letters.slice(-2).map(({ kind }) => kind)).toEqual([
      'alarm-to-handler',
      'alarm-to-manager',
    ]);
  });

  it('ends the last day of British Summer Time at its own midnight', () => {
    expect(midnightAfter('2036-10-26')).toBe(Date.UTC(2036, 9, 27, 0));
    expect(midnightAfter('2036-10-25')).toBe(Date.UTC(2036, 9, 25, 23));
    expect(startOfLondonDay(toDay(toCivilDate('2036-03-31')))).toBe(Date.UTC(2036, 2, 30, 23));
  });

  it('raises it once for each date, and the case goes on', () => {
    const told = received({ on: '2036-03-31' }).on('2036-07-01');
    expect(told.events.filter(type => type === 'AlarmRaised')).toHaveLength(1);
    expect(told.summary).toMatchObject({ state: 'RUNNING', outcome: null });
  });

  it('raises none while nothing is due: identity is awaited', () => {
    const told = received({ on: '2036-03-31' })
      .on('2036-04-02')
      .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(told.on('2036-12-01').events).not.toContain('AlarmRaised');
  });

  it('reminds the requester once, 14 days after an ask was given', () => {
    const told = received({ on: '2036-03-31' })
      .on('2036-04-02')
      .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(told.on('2036-04-15').events).not.toContain('ReminderDue');
    const reminded = told.on('2036-04-16').file.events.filter(({ type }) => type === 'ReminderDue');
    expect(reminded).toEqual([expect.objectContaining({ to: 'requester', on: '2036-04-16' })]);
  });
});

describe('a case’s place in the window', () => {
  const ids = Array.from({ length: 1000 }, (_unused, index) => `case-${index}`);
  const places = ids.map(id => placeInWindow(id, 300));

  it('lies within the window, is always the same, and spreads the cases over it', () => {
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(300_000);
    expect(places).toEqual(ids.map(id => placeInWindow(id, 300)));
    const minutes = [0, 1, 2, 3, 4].map(
      minute => places.filter(place => Math.floor(place / 60_000) === minute).length,
    );
    expect(Math.min(...minutes)).toBeGreaterThan(120);
  });

  it('is the moment itself where there is no window', () => {
    expect(placeInWindow('case-1', 0)).toBe(0);
  });
});
