import { toCivilDate as on } from '@duly/law';
import { caseAsOf, type AsOf } from './as-of.js';
import { received, testCalendar, type Told } from './case.given.js';
import { summaryOf } from './summary-of.js';

const at = (told: Told, asOf: AsOf) => {
  const file = caseAsOf([told.file.opening], told.file.events, asOf);
  return file && summaryOf(file);
};

/** Asked for on 31 March, extended on 21 April by a letter that was given at once, answered on 20 June 2036. */
const extended = (): Told =>
  received({ on: '2036-03-31' })
    .on('2036-04-21')
    .when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' });
const answered = (): Told =>
  extended().on('2036-06-20').when({ verb: 'answer', extent: 'wholly', words: 'w' });

describe('the case as it was believed to stand at an instant', () => {
  it('is due on 30 April 2036 before the extension was told, and on 30 June after', () => {
    expect(at(answered(), { recordedAt: '2036-04-20T12:00:00.000Z' })).toMatchObject({
      dueDate: '2036-04-30',
      extension: 'none',
      closedOn: null,
    });
    expect(at(answered(), { recordedAt: '2036-04-22T12:00:00.000Z' })).toMatchObject({
      dueDate: '2036-06-30',
      extension: 'in-force',
      closedOn: null,
    });
  });

  it('does not know of a corrected receipt before it was corrected, and knows it after', () => {
    const told = received({ on: '2036-03-31' })
      .on('2036-04-10')
      .when({ verb: 'correct-receipt-date', receivedOn: on('2036-03-20'), reasons: 'w' });
    expect(at(told, { recordedAt: '2036-04-09T12:00:00.000Z' })).toMatchObject({ receivedOn: '2036-03-31' });
    expect(at(told, { recordedAt: '2036-04-11T12:00:00.000Z' })).toMatchObject({ receivedOn: '2036-03-20' });
  });

  it('counts by the public holidays that were known then', () => {
    const holiday = { date: on('2036-09-19') };
    const funeral = { ...testCalendar, version: 'funeral', holidays: [...testCalendar.holidays, holiday] };
    const told = received({ on: '2036-08-19' }).on('2036-09-10').whenTheCalendarIs(funeral);
    expect(at(told, { recordedAt: '2036-09-09T12:00:00.000Z' })?.dueDate).toBe('2036-09-19');
    expect(at(told, { recordedAt: '2036-09-11T12:00:00.000Z' })?.dueDate).toBe('2036-09-22');
  });

  it('was not there before it was received', () => {
    expect(at(answered(), { recordedAt: '2036-03-30T12:00:00.000Z' })).toBeUndefined();
  });
});

describe('the case as it stood on a day, by what we know today', () => {
  it('was open on 19 June 2036 and closed on the 20th', () => {
    expect(at(answered(), { on: on('2036-06-19') })).toMatchObject({ closedOn: null, dueDate: '2036-06-30' });
    expect(at(answered(), { on: on('2036-06-20') })).toMatchObject({ closedOn: '2036-06-20', inTime: true });
  });

  it('was received on 20 March all along, though that was corrected on 10 April', () => {
    const told = received({ on: '2036-03-31' })
      .on('2036-04-10')
      .when({ verb: 'correct-receipt-date', receivedOn: on('2036-03-20'), reasons: 'w' });
    expect(at(told, { on: on('2036-04-01') })).toMatchObject({ receivedOn: '2036-03-20' });
  });

  it('was not there on the day before', () => {
    expect(at(answered(), { on: on('2036-03-30') })).toBeUndefined();
  });
});

describe('at every step of a life', () => {
  const steps: readonly ((told: Told) => Told)[] = [
    told => told.on('2036-04-02'),
    told => told.when({ verb: 'ask-for-clarification', words: 'w', reasons: 'w' }),
    told => told.when({ verb: 'add-note', words: 'w' }),
    told => told.on('2036-04-21'),
    told => told.when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' }),
    told => told.on('2036-06-28'),
    told => told.on('2036-07-02'),
    told => told.when({ verb: 'answer', extent: 'wholly', words: 'w' }),
  ];

  it('what was believed then is what the case said then, and as of now is the case', () => {
    let told = received({ on: '2036-03-31' });
    const said = [{ recordedAt: told.file.events.at(-1)?.recordedAt ?? '', summary: told.summary }];
    for (const step of steps) {
      told = step(told);
      const recordedAt = told.file.events.at(-1)?.recordedAt ?? '';
      said.push({ recordedAt, summary: told.summary });
    }
    for (const { recordedAt, summary } of said) {
      const last = said.filter(one => one.recordedAt === recordedAt).at(-1);
      expect(at(told, { recordedAt })).toEqual(last?.summary ?? summary);
    }
    expect(at(told, { recordedAt: '2099-01-01T00:00:00.000Z' })).toEqual(told.summary);
    expect(at(told, { on: on('2099-01-01') })).toEqual(told.summary);
  });
});
