import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '@duly/case';
import { Database } from '@duly/postgres';
import type { Register, StatisticsAsked, StatisticsRow } from './index.js';
import { anEvent, aRegister, aRequest, aStep, aSummary, aTask, on } from './register.given.js';
import { statisticsStatement } from './statistics.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
});
afterAll(() => stop());

const noon = (date: string) => `${date}T12:00:00.000Z`;

/** A case as its row stands on a day by its own clock. */
async function aCase(receivedOn: string, given: Partial<CaseSummary>, today: string): Promise<CaseSummary> {
  const received = on(receivedOn);
  const begun = { receivedOn: received, relevantDate: received, idleSince: received };
  const ended = given.closedOn ? { idleSince: null } : {};
  const summary = aSummary({ ...begun, ...ended, ...given });
  await register.cases.applyStep(aStep({ summary, caseTime: noon(today) }));
  return summary;
}

const closed = (closedOn: string, given: Partial<CaseSummary> = {}): Partial<CaseSummary> => ({
  state: 'CLOSED_COMPLETED',
  outcome: 'answered',
  closedOn: on(closedOn),
  inTime: true,
  ...given,
});

const asked = (from: string, to: string, more: Partial<StatisticsAsked> = {}): StatisticsAsked => ({
  counting: 'received',
  from: on(from),
  to: on(to),
  byMonth: true,
  byRight: true,
  ...more,
});
const ofYear = (year: number, more: Partial<StatisticsAsked> = {}) =>
  register.statistics.of(asked(`${year}-01-01`, `${year}-12-31`, more));
async function theOne(year: number, more: Partial<StatisticsAsked> = {}): Promise<StatisticsRow> {
  const rows = await ofYear(year, more);
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`one row was expected, not ${rows.length}`);
  return row;
}

describe('the month of a case', () => {
  it('is that of its receipt, or that in which it closed, and never both in one answer', async () => {
    await aCase('2040-01-31', closed('2040-02-20', { dueDate: on('2040-02-29') }), '2040-02-20');
    await aCase('2040-02-10', { dueDate: on('2040-03-12') }, '2040-02-20');
    const months = async (counting: 'received' | 'closed') =>
      (await ofYear(2040, { counting })).map(({ month, cases, open }) => [month, cases, open]);
    expect(await months('received')).toEqual([
      ['2040-01', 1, 0],
      ['2040-02', 1, 1],
    ]);
    expect(await months('closed')).toEqual([['2040-02', 1, 0]]);
  });

  it('holds the first and the last day of the months asked for', async () => {
    for (const day of ['2041-02-28', '2041-03-01', '2041-04-30', '2041-05-01'])
      await aCase(day, {}, '2041-05-01');
    const rows = await register.statistics.of(asked('2041-03-01', '2041-04-30'));
    expect(rows.map(({ month, cases }) => [month, cases])).toEqual([
      ['2041-03', 1],
      ['2041-04', 1],
    ]);
  });
});

describe('a case that is reopened', () => {
  it('is counted once: open again, and then by its last closing', async () => {
    const due = { dueDate: on('2042-02-10') };
    const first = await aCase('2042-01-10', closed('2042-01-20', due), '2042-01-20');
    expect(await theOne(2042)).toMatchObject({ cases: 1, closed: 1, closedInTime: 1, reopened: 0 });

    const again = { ...first, run: 2, version: 2, state: 'RUNNING', outcome: null, closedOn: null } as const;
    const reopened = anEvent(2, 'CaseReopened', { reasons: randomUUID(), previousHistory: 'ab12' });
    const summary = { ...again, inTime: null, idleSince: on('2042-03-01') };
    await register.cases.applyStep(aStep({ summary, events: [reopened], caseTime: noon('2042-03-01') }));
    expect(await theOne(2042)).toMatchObject({ cases: 1, closed: 0, open: 1, openLate: 1, reopened: 1 });
    expect(await ofYear(2042, { counting: 'closed' })).toEqual([]);

    const last = { ...summary, version: 3, ...closed('2042-03-05', { inTime: false }) };
    const noted = anEvent(3, 'NoteAdded', { words: randomUUID() });
    await register.cases.applyStep(aStep({ summary: last, events: [noted], caseTime: noon('2042-03-05') }));
    for (const [counting, month] of [
      ['received', '2042-01'],
      ['closed', '2042-03'],
    ] as const) {
      const row = await theOne(2042, { counting });
      expect(row).toMatchObject({ month, cases: 1, closed: 1, closedLate: 1, reopened: 1 });
      expect(row).toMatchObject({ medianAgeClosed: 54 });
    }
  });

  it('is extended still, where its extension is: extended on 5 February, reopened on 20 April', async () => {
    const extended = { extension: 'in-force', dueDate: on('2043-04-12'), run: 2, version: 9 } as const;
    await aCase('2043-01-12', closed('2043-04-30', { ...extended, inTime: false }), '2043-04-30');
    expect(await theOne(2043)).toMatchObject({ cases: 1, extended: 1, reopened: 1, closedLate: 1 });
  });
});

describe('an extension', () => {
  it.each([
    ['in-force', 1],
    ['decided', 0],
    ['fell-away', 0],
    ['removed', 0],
    ['none', 0],
  ] as const)('that is %s counts %i', async (extension, extended) => {
    const year = 2044 + ['in-force', 'decided', 'fell-away', 'removed', 'none'].indexOf(extension);
    await aCase(`${year}-01-12`, { extension }, `${year}-01-20`);
    expect(await theOne(year)).toMatchObject({ cases: 1, extended });
  });
});

describe('being late', () => {
  const due = { dueDate: on('2050-04-30') };
  const late = async (receivedOn: string, given: Partial<CaseSummary>, today: string) => {
    const { caseId, right } = await aCase(receivedOn, { ...due, ...given }, today);
    const rows = await register.statistics.of(asked('2050-03-01', '2050-03-31', { right }));
    await forget(caseId);
    const [row] = rows;
    return row && [row.late, row.openLate, row.closedLate, row.closedInTime, row.closedOtherwise];
  };
  /** Rows are never deleted by the application; here each case stands alone. */
  const forget = async (caseId: string): Promise<void> => {
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await owner.change('DELETE FROM register.case_row WHERE case_id = $1', [caseId]);
    await owner.close();
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
  ] as const)('%s', async (_what, given, today, figures) => {
    expect(await late('2050-03-31', given, today)).toEqual(figures);
  });
});

describe('days that the clock stood still', () => {
  const year = 2051;

  it('are those of ended pauses, over the end of a month too, and of the open one until today', async () => {
    await aCase('2051-03-31', { excludedDays: 6 }, '2051-04-20');
    const open = {
      state: 'PAUSED_CLARIFICATION',
      excludedDays: null,
      countedDays: 9,
      idleSince: null,
    } as const;
    await aCase('2051-03-31', { ...open, dueDate: null }, '2051-04-20');
    await aCase('2051-03-31', {}, '2051-04-20');
    const row = await theOne(year);
    expect(row).toMatchObject({ paused: 2, pausedDays: 6 + 11, openWaiting: 1 });
  });

  it('of a case that was answered while it stood still end on that day', async () => {
    const standing = { excludedDays: null, countedDays: 9, dueDate: null, inTime: null };
    await aCase('2052-03-31', closed('2052-04-15', standing), '2052-08-01');
    expect(await theOne(2052)).toMatchObject({ pausedDays: 6, closedOtherwise: 1, medianAgeClosed: 15 });
  });

  it('are none before the month has begun', async () => {
    const waiting = { state: 'AWAITING_ID', relevantDate: null, excludedDays: null, dueDate: null } as const;
    await aCase('2053-03-31', { ...waiting, idleSince: null }, '2053-06-01');
    expect(await theOne(2053)).toMatchObject({ paused: 0, pausedDays: 0, openWaiting: 1, late: 0 });
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
    const before = (await ofYear(2054, { right }))[0];
    await aCase('2054-03-31', { ...target, ...given, right }, '2054-09-01');
    const after = await theOne(2054, { right });
    expect(after.withinTarget - (before?.withinTarget ?? 0)).toBe(withinTarget);
    expect(after.withinTargetByClock - (before?.withinTargetByClock ?? 0)).toBe(withinTargetByClock);
  });
});

describe('ends and grounds', () => {
  it('count a refusal wholly or partly, under each of its grounds', async () => {
    const refused = { outcome: 'refused', state: 'CLOSED_REFUSED' } as const;
    await aCase('2055-01-10', closed('2055-01-20', { ...refused, refusedFor: ['exemption'] }), '2055-02-01');
    const partly = { outcome: 'partly-answered', refusedFor: ['exemption', 'cannot-identify'] } as const;
    await aCase('2055-01-10', closed('2055-01-20', partly), '2055-02-01');
    // A part refused, the rest not answered yet: it has no end.
    await aCase('2055-01-10', { refusedFor: ['manifestly-excessive'] }, '2055-02-01');
    const row = await theOne(2055);
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
    await aCase('2056-01-10', misread, '2056-03-01');
    await aCase('2056-01-10', { right: 'erasure' }, '2056-01-20');
    const rows = await ofYear(2056);
    expect(
      rows.map(({ right, cases, closed: ended, reclassified }) => [right, cases, ended, reclassified]),
    ).toEqual([
      ['access', 0, 0, 1],
      ['erasure', 1, 0, 0],
    ]);
    expect(await theOne(2056, { byRight: false })).toMatchObject({ right: null, cases: 1, reclassified: 1 });
  });
});

describe('kinds of cases', () => {
  it('stand apart: requests, enquiries that may be none, and complaints, whatever they are grouped by', async () => {
    await aCase('2057-01-10', {}, '2057-01-20');
    await aCase('2057-02-10', { isEnquiry: true }, '2057-02-20');
    await aCase('2057-02-10', { right: 'complaint' }, '2057-02-20');
    await aCase('2057-02-10', { right: 'erasure' }, '2057-02-20');
    const grouped = async (byMonth: boolean, byRight: boolean) =>
      (await ofYear(2057, { byMonth, byRight })).map(row => [row.month, row.kind, row.right, row.cases]);
    expect(await grouped(false, false)).toEqual([
      [null, 'request', null, 2],
      [null, 'enquiry', null, 1],
      [null, 'complaint', null, 1],
    ]);
    expect(await grouped(true, false)).toEqual([
      ['2057-01', 'request', null, 1],
      ['2057-02', 'request', null, 1],
      ['2057-02', 'enquiry', null, 1],
      ['2057-02', 'complaint', null, 1],
    ]);
    expect(await grouped(false, true)).toEqual([
      [null, 'request', 'access', 1],
      [null, 'request', 'erasure', 1],
      [null, 'enquiry', 'access', 1],
      [null, 'complaint', 'complaint', 1],
    ]);
  });
});

describe('age and idle time (R33)', () => {
  it('are medians in civil days: of the closed from receipt to closing, of the open to today by their own clock', async () => {
    for (const [day, longestIdleDays] of [
      ['2058-01-11', 4],
      ['2058-01-21', 9],
      ['2058-03-02', 12],
    ] as const)
      await aCase('2058-01-01', closed(day, { longestIdleDays }), '2058-06-01');
    await aCase('2058-01-01', { idleSince: on('2058-01-21'), longestIdleDays: 5 }, '2058-02-10');
    await aCase('2058-01-01', { idleSince: null, longestIdleDays: 7, state: 'AWAITING_ID' }, '2058-01-11');
    expect(await theOne(2058)).toMatchObject({
      medianAgeClosed: 20,
      medianAgeOpen: 25,
      medianIdle: 9,
      longestIdle: 20,
    });
  });

  it('are null where there is nothing to take them of', async () => {
    await aCase('2059-01-01', {}, '2059-01-01');
    expect(await theOne(2059)).toMatchObject({ medianAgeClosed: null, medianAgeOpen: 0, medianIdle: 0 });
  });
});

describe('what is asked of', () => {
  it('counts a case from the moment it was accepted, before its workflow has begun', async () => {
    const request = aRequest({}, ['restriction']);
    const { cases } = await register.accept(request);
    const restriction = asked('2036-03-01', '2036-03-31', { right: 'restriction' });
    expect(await register.statistics.of(restriction)).toMatchObject([{ cases: 1, open: 1 }]);
    await register.cases.applyStep(aStep({ summary: cases[0]!.summary }));
    expect(await register.statistics.of(restriction)).toMatchObject([{ cases: 1, open: 1 }]);
  });

  it('is narrowed by right and by team', async () => {
    const team = `team-${randomUUID()}`;
    await register.staff.signedIn({ staffId: 'counter', name: 'Counter', team });
    const summary = aSummary({ receivedOn: on('2060-01-10'), right: 'objection' });
    const task = aTask();
    await register.cases.applyStep(aStep({ summary, tasks: { opened: [task], ended: [] } }));
    await register.tasks.claim(task.taskId, 'counter');
    await aCase('2060-01-10', { right: 'objection' }, '2060-01-10');
    expect(await theOne(2060, { right: 'objection' })).toMatchObject({ cases: 2 });
    expect(await theOne(2060, { team })).toMatchObject({ cases: 1 });
    expect(await ofYear(2060, { right: 'access' })).toEqual([]);
  });

  it('is one statement, its values apart from its text', () => {
    const { text, values } = statisticsStatement(asked('2036-01-01', '2036-12-31', { team: `'; DROP` }));
    expect(text).not.toContain('DROP');
    expect(values).toEqual(['2036-01-01', '2036-12-31', `'; DROP`]);
  });
});
