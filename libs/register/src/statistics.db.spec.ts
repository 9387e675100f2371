import { randomUUID } from 'node:crypto';
import type { Register } from './index.js';
import { anEvent, aRegister, aRequest, aStep, aSummary, aTask, on } from './register.given.js';
import { asked, closed, CountedCases, noon } from './statistics.given.js';
import { statisticsStatement } from './statistics.js';

let register: Register;
let cases: CountedCases;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
  cases = new CountedCases(register);
});
afterAll(() => stop());

describe('the month of a case', () => {
  it('is that of its receipt, or that in which it closed, and never both in one answer', async () => {
    await cases.aCase('2040-01-31', closed('2040-02-20', { dueDate: on('2040-02-29') }), '2040-02-20');
    await cases.aCase('2040-02-10', { dueDate: on('2040-03-12') }, '2040-02-20');
    const months = async (counting: 'received' | 'closed') =>
      (await cases.ofYear(2040, { counting })).map(({ month, cases, open }) => [month, cases, open]);
    expect(await months('received')).toEqual([
      ['2040-01', 1, 0],
      ['2040-02', 1, 1],
    ]);
    expect(await months('closed')).toEqual([['2040-02', 1, 0]]);
  });

  it('holds the first and the last day of the months asked for', async () => {
    for (const day of ['2041-02-28', '2041-03-01', '2041-04-30', '2041-05-01'])
      await cases.aCase(day, {}, '2041-05-01');
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
    const first = await cases.aCase('2042-01-10', closed('2042-01-20', due), '2042-01-20');
    expect(await cases.theOne(2042)).toMatchObject({ cases: 1, closed: 1, closedInTime: 1, reopened: 0 });

    const again = { ...first, run: 2, version: 2, state: 'RUNNING', outcome: null, closedOn: null } as const;
    const reopened = anEvent(2, 'CaseReopened', { reasons: randomUUID(), previousHistory: 'ab12' });
    const summary = { ...again, inTime: null, idleSince: on('2042-03-01') };
    await register.cases.applyStep(aStep({ summary, events: [reopened], caseTime: noon('2042-03-01') }));
    expect(await cases.theOne(2042)).toMatchObject({
      cases: 1,
      closed: 0,
      open: 1,
      openLate: 1,
      reopened: 1,
    });
    expect(await cases.ofYear(2042, { counting: 'closed' })).toEqual([]);

    const last = { ...summary, version: 3, ...closed('2042-03-05', { inTime: false }) };
    const noted = anEvent(3, 'NoteAdded', { words: randomUUID() });
    await register.cases.applyStep(aStep({ summary: last, events: [noted], caseTime: noon('2042-03-05') }));
    for (const [counting, month] of [
      ['received', '2042-01'],
      ['closed', '2042-03'],
    ] as const) {
      const row = await cases.theOne(2042, { counting });
      expect(row).toMatchObject({ month, cases: 1, closed: 1, closedLate: 1, reopened: 1 });
      expect(row).toMatchObject({ medianAgeClosed: 54 });
    }
  });

  it('is extended still, where its extension is: extended on 5 February, reopened on 20 April', async () => {
    const extended = { extension: 'in-force', dueDate: on('2043-04-12'), run: 2, version: 9 } as const;
    await cases.aCase('2043-01-12', closed('2043-04-30', { ...extended, inTime: false }), '2043-04-30');
    expect(await cases.theOne(2043)).toMatchObject({ cases: 1, extended: 1, reopened: 1, closedLate: 1 });
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
    await cases.aCase(`${year}-01-12`, { extension }, `${year}-01-20`);
    expect(await cases.theOne(year)).toMatchObject({ cases: 1, extended });
  });
});

describe('kinds of cases', () => {
  it('stand apart: requests, enquiries that may be none, and complaints, whatever they are grouped by', async () => {
    await cases.aCase('2057-01-10', {}, '2057-01-20');
    await cases.aCase('2057-02-10', { isEnquiry: true }, '2057-02-20');
    await cases.aCase('2057-02-10', { right: 'complaint' }, '2057-02-20');
    await cases.aCase('2057-02-10', { right: 'erasure' }, '2057-02-20');
    const grouped = async (byMonth: boolean, byRight: boolean) =>
      (await cases.ofYear(2057, { byMonth, byRight })).map(row => [
        row.month,
        row.kind,
        row.right,
        row.cases,
      ]);
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

describe('what is asked of', () => {
  it('counts a case from the moment it was accepted, before its workflow has begun', async () => {
    const request = aRequest({}, ['restriction']);
    const accepted = await register.accept(request);
    const restriction = asked('2036-03-01', '2036-03-31', { right: 'restriction' });
    expect(await register.statistics.of(restriction)).toMatchObject([{ cases: 1, open: 1 }]);
    await register.cases.applyStep(aStep({ summary: accepted.cases[0]!.summary }));
    expect(await register.statistics.of(restriction)).toMatchObject([{ cases: 1, open: 1 }]);
  });

  it('is narrowed by right and by team', async () => {
    const team = `team-${randomUUID()}`;
    await register.staff.signedIn({ staffId: 'counter', name: 'Counter', team });
    const summary = aSummary({ receivedOn: on('2060-01-10'), right: 'objection' });
    const task = aTask();
    await register.cases.applyStep(aStep({ summary, tasks: { opened: [task], ended: [] } }));
    await register.tasks.claim(task.taskId, 'counter');
    await cases.aCase('2060-01-10', { right: 'objection' }, '2060-01-10');
    expect(await cases.theOne(2060, { right: 'objection' })).toMatchObject({ cases: 2 });
    expect(await cases.theOne(2060, { team })).toMatchObject({ cases: 1 });
    expect(await cases.ofYear(2060, { right: 'access' })).toEqual([]);
  });

  it('is one statement, its values apart from its text', () => {
    const { text, values } = statisticsStatement(asked('2036-01-01', '2036-12-31', { team: `'; DROP` }));
    expect(text).not.toContain('DROP');
    expect(values).toEqual(['2036-01-01', '2036-12-31', `'; DROP`]);
  });
});
