import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '@duly/case';
import { Database } from '@duly/postgres';
import { WrongCursor, type Register } from './index.js';
import { writeCursor } from './keyset.js';
import { taskStatement, type TaskFilter } from './task-list.js';
import { aRegister, aStep, aSummary, aTask, on, received } from './register.given.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
  await register.staff.signedIn({
    staffId: 'harriet',
    name: 'Harriet',
    email: 'harriet@council.example',
    team: 'north',
  });
  await register.staff.signedIn({
    staffId: 'hamish',
    name: 'Hamish',
    email: 'hamish@council.example',
    team: 'south',
  });
});
afterAll(() => stop());

async function anOpenTask(kind: 'assess' | 'approve' = 'assess') {
  const task = aTask({ kind });
  const step = aStep({ tasks: { opened: [task], ended: [] } });
  await register.cases.applyStep(step);
  return { taskId: task.taskId, caseId: step.caseId, step };
}

describe('claiming a task', () => {
  it('lets one of two win, and tells the other who', async () => {
    const { taskId } = await anOpenTask();
    const staff = ['harriet', 'hamish'];
    const changes = await Promise.all(staff.map(by => register.tasks.claim(taskId, by)));
    const winner = staff[changes.findIndex(change => change.kind === 'done')];
    expect(changes.filter(change => change.kind === 'done')).toHaveLength(1);
    expect(changes.find(change => change.kind === 'held')).toMatchObject({ by: winner });
  });

  it('gives the case to whoever claims first, with their team', async () => {
    const { taskId, caseId } = await anOpenTask();
    expect(await register.tasks.claim(taskId, 'harriet')).toMatchObject({
      kind: 'done',
      task: { handler: 'harriet', team: 'north' },
    });
    expect(await register.tasks.claim(taskId, 'harriet')).toMatchObject({ kind: 'done' });
    expect(await register.cases.byId(caseId)).toMatchObject({ found: { handler: 'harriet', team: 'north' } });
  });

  it('does not give the case to whoever approves', async () => {
    const { taskId, caseId } = await anOpenTask('approve');
    await register.tasks.claim(taskId, 'hamish');
    expect(await register.cases.byId(caseId)).toMatchObject({ found: { handler: null } });
  });

  it('answers for a task that is not there, or has ended', async () => {
    const { taskId, step } = await anOpenTask();
    expect(await register.tasks.claim(randomUUID(), 'harriet')).toEqual({ kind: 'not-found' });
    await register.cases.applyStep(
      aStep({
        summary: { ...step.summary, version: 2 },
        events: [{ ...step.events[0]!, number: 2 }],
        tasks: { opened: [], ended: [{ taskId, endedBy: 2 }] },
      }),
    );
    expect(await register.tasks.claim(taskId, 'harriet')).toMatchObject({
      kind: 'ended',
      task: { endedBy: 2 },
    });
  });
});

describe('giving a task back, or on', () => {
  it('is for whoever holds it', async () => {
    const { taskId } = await anOpenTask();
    await register.tasks.claim(taskId, 'harriet');
    expect(await register.tasks.release(taskId, 'hamish')).toMatchObject({ kind: 'held', by: 'harriet' });
    expect(await register.tasks.release(taskId, 'harriet')).toMatchObject({
      kind: 'done',
      task: { handler: null, claimedAt: null },
    });
  });

  it('moves it from the hands it was seen in, and the case with it', async () => {
    const { taskId, caseId } = await anOpenTask();
    await register.tasks.claim(taskId, 'harriet');
    expect(await register.tasks.reassign(taskId, 'morgan', null, 'hamish')).toMatchObject({
      kind: 'held',
      by: 'harriet',
    });
    expect(await register.tasks.reassign(taskId, 'morgan', 'harriet', 'hamish')).toMatchObject({
      kind: 'done',
      task: { handler: 'hamish', team: 'south' },
    });
    expect(await register.cases.byId(caseId)).toMatchObject({ found: { handler: 'hamish', team: 'south' } });
  });

  it('is written in the audit log', async () => {
    const { taskId, step } = await anOpenTask();
    await register.tasks.claim(taskId, 'harriet');
    await register.tasks.release(taskId, 'harriet');
    expect((await register.audit(step.requestId)).slice(1)).toMatchObject([
      { action: 'TaskClaimed', by: 'harriet', detail: { task: taskId, to: 'harriet' } },
      { action: 'TaskReleased', by: 'harriet', detail: { task: taskId, to: null } },
    ]);
  });
});

describe('lists of tasks', () => {
  /** The dates of cases, and what stands in the way of one of them. */
  async function work(
    team: string,
    cases: readonly Partial<CaseSummary>[],
    lastDays: readonly string[] = [],
  ) {
    await register.staff.signedIn({ staffId: team, name: 'Pager', team });
    const made = [];
    for (const [place, given] of cases.entries()) {
      const lastDay = lastDays[place];
      const task = aTask({ ...(lastDay && { lastDay: on(lastDay) }) });
      const step = aStep({ summary: aSummary(given), tasks: { opened: [task], ended: [] } });
      await register.cases.applyStep(step);
      await register.tasks.claim(task.taskId, team);
      made.push({ taskId: task.taskId, step });
    }
    return made;
  }

  it('page through mine, my team’s and those of nobody as the law wants them: alarms, then by the day, those without one last', async () => {
    const made = await work(
      'paging',
      [
        { dueDate: null, planBy: null },
        { dueDate: on('2036-05-02'), planBy: on('2036-05-01') },
        { dueDate: on('2036-04-10'), planBy: on('2036-04-10') },
        { dueDate: on('2036-06-01'), planBy: on('2036-06-01'), alarmFor: on('2036-06-01') },
        { dueDate: on('2036-05-09'), planBy: on('2036-05-09') },
      ],
      ['', '', '', '', '2036-04-20'],
    );
    const first = await register.tasks.list({ team: 'paging' }, { limit: 3 });
    const second = await register.tasks.list({ handler: ['paging'] }, { limit: 3, cursor: first.next! });
    const listed = [...first.items, ...second.items];
    expect(listed.map(({ taskId }) => made.findIndex(one => one.taskId === taskId))).toEqual([3, 2, 4, 1, 0]);
    expect(listed.map(({ hasAlarm, actBy }) => [hasAlarm, actBy])).toEqual([
      [true, '2036-06-01'],
      [false, '2036-04-10'],
      [false, '2036-04-20'],
      [false, '2036-05-01'],
      [false, null],
    ]);
    expect(second.next).toBeUndefined();
    expect((await register.tasks.list({ handler: null, team: 'paging' })).items).toEqual([]);
  });

  it('follow a date that moves, an alarm that is raised, and a case that closes', async () => {
    const [one] = await work('moving', [{}]);
    if (!one) throw new Error('one case');
    const later = async (version: number, changes: Partial<CaseSummary>) => {
      const event = { ...received(), number: version };
      const summary = { ...one.step.summary, version, ...changes };
      await register.cases.applyStep(aStep({ summary, events: [event] }));
      const [task] = (await register.tasks.list({ handler: ['moving'] })).items;
      return [task?.hasAlarm, task?.actBy];
    };
    expect(await later(2, { planBy: on('2036-06-30') })).toEqual([false, '2036-06-30']);
    expect(await later(3, { alarmFor: on('2036-06-30') })).toEqual([true, '2036-04-30']);
    expect(await later(4, { closedOn: on('2036-06-01'), alarmFor: on('2036-06-30') })).toEqual([false, null]);
  });

  it('refuse a cursor of another list', async () => {
    const cursor = writeCursor({ after: '2036-04-30', id: 'a' });
    await expect(register.tasks.list({}, { cursor })).rejects.toThrow(WrongCursor);
  });

  it('each read one index in its order', async () => {
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await owner.query(`INSERT INTO register.task (task_id, case_id, request_id, reference, kind, opened_by, about, opened_at, handler, team, act_by)
      SELECT 'bulk-' || n, gen_random_uuid(), gen_random_uuid(), 'bulk', 'assess', 1, 1, now(), CASE WHEN n % 4 > 0 THEN 'worker-' || n % 9 END,
        'team-' || n % 5, date '2037-01-01' + n % 900 FROM generate_series(1, 4000) n`);
    await owner.query('VACUUM (ANALYZE) register.task');
    const plan = async (filter: TaskFilter) => {
      const { text, values } = taskStatement(filter);
      return JSON.stringify(await owner.query(`EXPLAIN ${text}`, values));
    };
    const plans = {
      task_open: await plan({}),
      task_unclaimed: await plan({ handler: null }),
      task_of_handler: await plan({ handler: ['worker-1'] }),
      task_of_team: await plan({ team: 'team-1' }),
    };
    await owner.query(`DELETE FROM register.task WHERE task_id LIKE 'bulk-%'`);
    await owner.close();
    for (const [index, told] of Object.entries(plans)) {
      expect(told).toContain(`Index Scan using ${index}`);
      expect(told).not.toMatch(/Sort|Seq Scan/);
    }
  });
});

describe('who is written to about a case', () => {
  it('is its handler, their manager, or whoever covers for them that day', async () => {
    const { taskId, caseId } = await anOpenTask();
    expect(await register.staff.contactFor(caseId, 'handler', '2036-04-01')).toBeUndefined();
    await register.tasks.claim(taskId, 'harriet');
    expect(await register.staff.contactFor(caseId, 'handler', '2036-04-01')).toEqual({
      name: 'Harriet',
      email: 'harriet@council.example',
    });
    await register.staff.signedIn({ staffId: 'morgan', name: 'Morgan', email: 'morgan@council.example' });
    await register.staff.keep({ staffId: 'harriet', name: 'Harriet', manager: 'morgan' }, 'zofia');
    const absence = { from: '2036-04-02', until: '2036-04-02', cover: 'hamish' };
    await register.staff.keepAbsence('harriet', absence, 'morgan');
    expect(await register.staff.contactFor(caseId, 'handler', '2036-04-01')).toMatchObject({
      name: 'Harriet',
    });
    expect(await register.staff.contactFor(caseId, 'manager', '2036-04-01')).toMatchObject({
      name: 'Morgan',
    });
    expect(await register.staff.contactFor(caseId, 'handler', '2036-04-02')).toMatchObject({
      name: 'Hamish',
    });
    expect(await register.staff.contactFor(caseId, 'handler', '2036-04-03')).toMatchObject({
      name: 'Harriet',
    });
  });

  it('keeps what a sign-in leaves out, and says who is unknown', async () => {
    await register.staff.signedIn({ staffId: 'harriet', name: 'Harriet H' });
    expect(await register.staff.byId('harriet')).toMatchObject({
      name: 'Harriet H',
      email: 'harriet@council.example',
      team: 'north',
    });
    expect(await register.staff.byId('nobody')).toBeUndefined();
    expect(await register.staff.namesOf(['hamish', 'nobody'])).toEqual(new Map([['hamish', 'Hamish']]));
  });
});

describe('staff', () => {
  it('are kept before they first sign in; what a sign-in tells goes before what was kept, and the rest stays', async () => {
    const before = {
      staffId: 'new',
      name: 'Newman',
      email: 'new@council.example',
      team: 'south',
      manager: 'hamish',
    };
    await register.staff.keep(before, 'zofia');
    expect(await register.staff.byId('new')).toEqual({
      ...before,
      absence: null,
      roles: [],
      wantsDigest: false,
      hasSignedIn: false,
      hasLeft: false,
    });
    await register.staff.signedIn({ staffId: 'new', team: 'north', roles: ['handler'] });
    const after = { ...before, team: 'north', roles: ['handler'], hasSignedIn: true };
    expect(await register.staff.byId('new')).toMatchObject(after);
    await register.staff.keep({ staffId: 'new', name: 'Newman', manager: null }, 'zofia');
    expect(await register.staff.byId('new')).toMatchObject({ ...after, manager: null });
  });

  it('are listed page by page, each once, and by team', async () => {
    for (const staffId of ['west-1', 'west-2', 'west-3'])
      await register.staff.keep({ staffId, name: 'Somebody', team: 'west' }, 'zofia');
    const first = await register.staff.list({ team: 'west' }, { limit: 2 });
    const second = await register.staff.list({ team: 'west' }, { limit: 2, cursor: first.next ?? '' });
    const seen = [...first.items, ...second.items].map(({ staffId }) => staffId);
    expect([seen, second.next]).toEqual([['west-1', 'west-2', 'west-3'], undefined]);
    expect((await register.staff.list()).items.length).toBeGreaterThan(3);
  });
});
