import type { Register } from './index.js';
import { aRegister, on } from './register.given.js';
import { asked, closed, CountedCases } from './statistics.given.js';

let register: Register;
let cases: CountedCases;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
  cases = new CountedCases(register);
});
afterAll(() => stop());

describe('being late', () => {
  const due = { dueDate: on('2050-04-30') };
  const figures = async (): Promise<readonly number[]> => {
    const rows = await cases.ofYear(2050);
    const sum = (figure: 'late' | 'openLate' | 'closedLate' | 'closedInTime' | 'closedOtherwise') =>
      rows.reduce((total, row) => total + row[figure], 0);
    return [sum('late'), sum('openLate'), sum('closedLate'), sum('closedInTime'), sum('closedOtherwise')];
  };

  it.each([
    ['open on its last day', {}, '2050-04-30', [0, 0, 0, 0, 0]],
    ['open on the day after', {}, '2050-05-01', [1, 1, 0, 0, 0]],
    ['open without a date, since it is paused', { dueDate: null }, '2050-09-01', [0, 0, 0, 0, 0]],
    ['answered on its last day', closed('2050-04-30'), '2050-06-01', [0, 0, 0, 1, 0]],
    ['answered late', closed('2050-05-02', { inTime: false }), '2050-05-02', [1, 0, 1, 0, 0]],
    [
      'answered while no date bound',
      closed('2050-08-01', { dueDate: null, inTime: null }),
      '2050-08-01',
      [0, 0, 0, 0, 1],
    ],
    [
      'withdrawn before its date',
      closed('2050-04-02', { outcome: 'withdrawn', inTime: null }),
      '2050-04-02',
      [0, 0, 0, 0, 1],
    ],
    [
      'withdrawn when it was late already',
      closed('2050-05-20', { outcome: 'withdrawn', inTime: null }),
      '2050-05-20',
      [1, 0, 1, 0, 0],
    ],
    [
      'a complaint acknowledged late, still open',
      { right: 'complaint', dueDate: null, inTime: false },
      '2050-06-01',
      [1, 1, 0, 0, 0],
    ],
    [
      'dismissed as no request after its date',
      closed('2050-05-20', { outcome: 'dismissed', isEnquiry: true, inTime: null }),
      '2050-05-20',
      [0, 0, 0, 0, 1],
    ],
  ] as const)('%s', async (_what, given, today, added) => {
    const before = await figures();
    await cases.aCase('2050-03-31', { ...due, ...given }, today);
    const after = await figures();
    expect(after.map((many, place) => many - (before[place] ?? 0))).toEqual(added);
  });
});

describe('days that the clock stood still', () => {
  const year = 2051;

  it('are those of ended pauses, over the end of a month too, and of the open one until today', async () => {
    await cases.aCase('2051-03-31', { excludedDays: 6 }, '2051-04-20');
    const open = {
      state: 'PAUSED_CLARIFICATION',
      excludedDays: null,
      countedDays: 9,
      idleSince: null,
    } as const;
    await cases.aCase('2051-03-31', { ...open, dueDate: null }, '2051-04-20');
    await cases.aCase('2051-03-31', {}, '2051-04-20');
    const row = await cases.theOne(year);
    expect(row).toMatchObject({ paused: 2, pausedDays: 6 + 11, openWaiting: 1 });
  });

  it('of a case that was answered while it stood still end on that day', async () => {
    const standing = { excludedDays: null, countedDays: 9, dueDate: null, inTime: null };
    await cases.aCase('2052-03-31', closed('2052-04-15', standing), '2052-08-01');
    expect(await cases.theOne(2052)).toMatchObject({
      pausedDays: 6,
      closedOtherwise: 1,
      medianAgeClosed: 15,
    });
  });

  it('are none before the month has begun', async () => {
    const waiting = { state: 'AWAITING_ID', relevantDate: null, excludedDays: null, dueDate: null } as const;
    await cases.aCase('2053-03-31', { ...waiting, idleSince: null }, '2053-06-01');
    expect(await cases.theOne(2053)).toMatchObject({ paused: 0, pausedDays: 0, openWaiting: 1, late: 0 });
  });
});

describe('the target of 28 days (R32)', () => {
  const target = { targetDate: on('2054-04-28') };
  it.each([
    ['on the 28th day', closed('2054-04-28'), 1, 1],
    ['a day after it', closed('2054-04-29'), 0, 0],
    ['after it, but for a pause of six days', closed('2054-05-04', { excludedDays: 6 }), 0, 1],
    ['a day after that', closed('2054-05-05', { excludedDays: 6 }), 0, 0],
    [
      'after it, but the month began on 10 April',
      closed('2054-05-08', { relevantDate: on('2054-04-10') }),
      0,
      1,
    ],
    ['before the month ever began', closed('2054-06-08', { relevantDate: null, excludedDays: null }), 0, 1],
    ['refused, a part of it', closed('2054-04-20', { outcome: 'partly-answered' }), 1, 1],
    ['withdrawn, which is no answer', closed('2054-04-20', { outcome: 'withdrawn', inTime: null }), 0, 0],
  ] as const)('%s', async (_what, given, withinTarget, withinTargetByClock) => {
    const right = 'rectification';
    const before = (await cases.ofYear(2054, { right }))[0];
    await cases.aCase('2054-03-31', { ...target, ...given, right }, '2054-09-01');
    const after = await cases.theOne(2054, { right });
    expect(after.withinTarget - (before?.withinTarget ?? 0)).toBe(withinTarget);
    expect(after.withinTargetByClock - (before?.withinTargetByClock ?? 0)).toBe(withinTargetByClock);
  });
});

describe('ends and grounds', () => {
  it('count a refusal wholly or partly, under each of its grounds', async () => {
    const refused = { outcome: 'refused', state: 'CLOSED_REFUSED' } as const;
    await cases.aCase(
      '2055-01-10',
      closed('2055-01-20', { ...refused, refusedFor: ['exemption'] }),
      '2055-02-01',
    );
    const partly = { outcome: 'partly-answered', refusedFor: ['exemption', 'cannot-identify'] } as const;
    await cases.aCase('2055-01-10', closed('2055-01-20', partly), '2055-02-01');
    // A part refused, the rest not answered yet: it has no end.
    await cases.aCase('2055-01-10', { refusedFor: ['manifestly-excessive'] }, '2055-02-01');
    const row = await cases.theOne(2055);
    expect(row.ends).toEqual({
      answered: 0,
      'partly-answered': 1,
      refused: 1,
      withdrawn: 0,
      abandoned: 0,
      'not-identified': 0,
      died: 0,
      dismissed: 0,
      concluded: 0,
    });
    expect(row.refusedWholly).toMatchObject({ exemption: 1, 'cannot-identify': 0 });
    expect(row.refusedPartly).toMatchObject({
      exemption: 1,
      'cannot-identify': 1,
      'manifestly-excessive': 0,
    });
  });

  it('make up all that closed, and with what is open all there is', async () => {
    const rows = await register.statistics.of(asked('2036-01-01', '2099-12-31', { byMonth: false }));
    for (const row of rows) {
      expect(row.open + row.closed).toBe(row.cases);
      expect(row.closedInTime + row.closedLate + row.closedOtherwise).toBe(row.closed);
      expect(row.openLate + row.closedLate).toBe(row.late);
      expect(Object.values(row.ends).reduce((one, other) => one + other)).toBe(row.closed);
    }
  });

  it('leave out a case that was read as another right: the same letter has a case of that one', async () => {
    const misread = closed('2056-02-01', {
      outcome: 'reclassified',
      state: 'CLOSED_WITHDRAWN',
      inTime: null,
    });
    await cases.aCase('2056-01-10', misread, '2056-03-01');
    await cases.aCase('2056-01-10', { right: 'erasure' }, '2056-01-20');
    const rows = await cases.ofYear(2056);
    expect(
      rows.map(({ right, cases, closed: ended, reclassified }) => [right, cases, ended, reclassified]),
    ).toEqual([
      ['access', 0, 0, 1],
      ['erasure', 1, 0, 0],
    ]);
    expect(await cases.theOne(2056, { byRight: false })).toMatchObject({
      right: null,
      cases: 1,
      reclassified: 1,
    });
  });
});

describe('age and idle time (R33)', () => {
  it('are medians in civil days: of the closed from receipt to closing, of the open to today by their own clock', async () => {
    for (const [day, longestIdleDays] of [
      ['2058-01-11', 4],
      ['2058-01-21', 9],
      ['2058-03-02', 12],
    ] as const)
      await cases.aCase('2058-01-01', closed(day, { longestIdleDays }), '2058-06-01');
    await cases.aCase('2058-01-01', { idleSince: on('2058-01-21'), longestIdleDays: 5 }, '2058-02-10');
    await cases.aCase(
      '2058-01-01',
      { idleSince: null, longestIdleDays: 7, state: 'AWAITING_ID' },
      '2058-01-11',
    );
    expect(await cases.theOne(2058)).toMatchObject({
      medianAgeClosed: 20,
      medianAgeOpen: 25,
      medianIdle: 9,
      longestIdle: 20,
    });
  });

  it('are null where there is nothing to take them of', async () => {
    await cases.aCase('2059-01-01', {}, '2059-01-01');
    expect(await cases.theOne(2059)).toMatchObject({
      medianAgeClosed: null,
      medianAgeOpen: 0,
      medianIdle: 0,
    });
  });
});
