import type {
  AssignmentRulesView,
  CaseView,
  StaffKept,
  StaffList,
  TaskList,
  TaskView,
} from '@duly/api-contract';
import { until } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
/** Their opaque ids. */
let [harriet, hamish, morgan] = ['', '', ''];

beforeAll(async () => {
  journey = await Journey.begin();
  const administrator = await journey.as('administrator');
  const keep = async (subject: string, name: string, manager?: string) =>
    (await administrator.done<StaffKept>('/v1/staff', { subject, name, ...(manager && { manager }) })).id;
  morgan = await keep('staff-morgan', 'Morgan Reid');
  harriet = await keep('staff-harriet', 'Harriet Okafor', morgan);
  hamish = await keep('staff-hamish', 'Hamish Grant', morgan);
  for (const staff of ['staff-harriet', 'staff-hamish']) await (await journey.as(staff)).read('/v1/tasks');
  await (await journey.as('staff-morgan')).read('/v1/tasks');
});
afterAll(() => journey.end());

const keepRules = async (rules: AssignmentRulesView['rules']): Promise<AssignmentRulesView> =>
  (await journey.as('manager')).done('/v1/assignment-rules', { rules });

const tasksOf = async (staff: string): Promise<readonly TaskView[]> =>
  (await (await journey.as(staff)).read<TaskList>('/v1/tasks?whose=mine&limit=200')).tasks;

async function taskOf(life: CaseLife): Promise<CaseView['tasks'][number]> {
  return until('a task', 20, async () => (await life.view()).tasks[0]);
}

describe('a new case', () => {
  afterEach(() => keepRules([]));

  it('goes to the team and the handler whom the rules name: the first that fits, then who has the fewest', async () => {
    const team = 'Information rights';
    const rules: AssignmentRulesView['rules'] = [
      { rights: ['erasure'], team: 'Records', share: 'team' },
      { rights: null, team, share: 'least-loaded' },
    ];
    expect(await keepRules(rules)).toEqual({ rules });
    expect(await (await journey.as('auditor')).read('/v1/assignment-rules')).toEqual({ rules });

    const [first, second, third] = [
      await CaseLife.open(journey, { rights: ['access', 'rectification', 'erasure'] }),
      await CaseLife.open(journey),
      await CaseLife.open(journey),
    ];
    await Promise.all([first, first.sister(1), first.sister(2), second, third].map(taskOf));
    const has = async (life: CaseLife) => (await life.view()).handler;
    expect(await has(first.sister(1))).toBe(await has(first));
    expect(await first.sister(2).view()).toMatchObject({ team: 'Records', handler: null });
    const all = [await has(first), await has(second), await has(third)];
    expect([...all].sort()).toEqual([harriet, hamish, morgan].sort());
    expect(await second.view()).toMatchObject({ team, tasks: [{ handler: await has(second), team }] });
  });

  it('has rules that are a manager’s to keep, and that name rights that exist', async () => {
    const handler = await journey.as('handler');
    expect((await handler.refused('/v1/assignment-rules', { rules: [] })).body.code).toBe('not-permitted');
    const manager = await journey.as('manager');
    const wrong = await manager.refused('/v1/assignment-rules', {
      rules: [{ rights: ['acess'], team: 'Records', share: 'team' }],
    });
    expect(wrong.body.errors?.[0]?.field).toBe('rules[0].rights[0]');
  });
});

describe('a case that is assigned by hand', () => {
  it('goes to a person with its tasks, and is transferred to a team whose people may claim it; no date moves', async () => {
    const life = await CaseLife.open(journey);
    const { id } = await taskOf(life);
    const before = await life.view();
    const manager = await journey.as('manager');
    const given = await manager.done<CaseView>(`/v1/cases/${life.id}/assign`, { handler: hamish });
    expect(given).toMatchObject({ handler: hamish, team: 'Information rights', dueDate: before.dueDate });
    expect((await tasksOf('staff-hamish')).map(task => task.id)).toContain(id);
    await manager.done(`/v1/cases/${life.id}/assign`, { team: 'Records' });
    expect(await life.view()).toMatchObject({
      handler: null,
      team: 'Records',
      tasks: [{ id, handler: null, team: 'Records' }],
      dueDate: before.dueDate,
    });
  });

  it('goes to nobody who does not work here', async () => {
    const life = await CaseLife.open(journey);
    await taskOf(life);
    const manager = await journey.as('manager');
    const path = `/v1/cases/${life.id}/assign`;
    const answers = [
      await manager.refused(path, { handler: 'staff-nobody' }),
      await manager.refused(path, {}),
      await life.handler.refused(path, { handler: hamish }),
      await manager.refused('/v1/cases/11111111-1111-4111-8111-111111111111/assign', { handler: hamish }),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([
      'not-valid',
      'not-valid',
      'not-permitted',
      'no-such-case',
    ]);
  });
});

describe('somebody who is away', () => {
  it('has their tasks done by their cover, and finds them again when they are back', async () => {
    const life = await CaseLife.open(journey);
    const { id } = await taskOf(life);
    const [hers, his] = [await journey.as('staff-harriet'), await journey.as('staff-hamish')];
    await hers.done(`/v1/tasks/${id}/claim`, {});
    const result = { verb: 'add-note', words: 'All systems were named.', completes: 'assess' };
    expect((await his.refused(`/v1/tasks/${id}/complete`, result)).body.code).toBe('task-held');

    await hers.done('/v1/staff/me/absence', { absence: { from: '2020-01-01', until: null, cover: hamish } });
    expect((await tasksOf('staff-hamish')).map(task => task.id)).toContain(id);
    await his.done(`/v1/tasks/${id}/complete`, result);
    await until('the next task', 20, async () =>
      (await tasksOf('staff-hamish')).find(task => task.case === life.id && task.kind === 'collect'),
    );
    await hers.done('/v1/staff/me/absence', { absence: null });
    expect((await tasksOf('staff-hamish')).some(task => task.case === life.id)).toBe(false);
    expect((await tasksOf('staff-harriet')).some(task => task.case === life.id)).toBe(true);
  });

  it('is planned by themselves or by a manager, and not where nobody would do the work', async () => {
    const manager = await journey.as('manager');
    const path = `/v1/staff/${hamish}/absence`;
    const absence = { from: '2036-08-03', until: '2036-08-14', cover: null };
    await manager.done(path, { absence });
    const { staff } = await manager.read<StaffList>('/v1/staff?limit=200');
    expect(staff.find(({ id }) => id === hamish)).toMatchObject({ absence });
    await manager.done(path, { absence: null });

    const backwards = { absence: { ...absence, until: '2036-08-02' } };
    const nobody = await manager.refused('/v1/staff/me/absence', { absence });
    const answers = [
      nobody,
      await manager.refused(path, backwards),
      await manager.refused('/v1/staff/staff-nobody/absence', { absence }),
      await (await journey.as('staff-harriet')).refused(path, { absence }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'nobody-stands-in'],
      [400, 'not-valid'],
      [404, 'no-such-staff'],
      [403, 'not-permitted'],
    ]);
  });
});

describe('a case that is escalated', () => {
  it('is on the manager’s list and in their post, and stays the handler’s', async () => {
    const life = await CaseLife.open(journey);
    const { id } = await taskOf(life);
    const hers = await journey.as('staff-harriet');
    await hers.done(`/v1/tasks/${id}/claim`, {});
    const escalate = `/v1/cases/${life.id}/escalate`;
    await hers.done(escalate, { reasons: 'The archive has not replied.' });
    await life.happens('CaseEscalated');
    expect((await hers.refused(escalate, { reasons: 'Still not.' })).body.code).toBe('already-escalated');

    const task = await until('the escalation', 20, async () =>
      (await tasksOf('staff-morgan')).find(one => one.case === life.id && one.kind === 'escalation'),
    );
    const letter = await life.letterSaying('Harriet Okafor asks you to look at this case');
    expect(letter).not.toContain('archive');
    expect(await life.view()).toMatchObject({ handler: harriet });
    const reply = { verb: 'add-note', words: 'I have rung them.', completes: 'escalation' };
    await (await journey.as('staff-morgan')).done(`/v1/tasks/${task.id}/complete`, reply);
    await hers.done(escalate, { reasons: 'They hung up.' });
  });
});

describe('somebody who leaves', () => {
  it('strands no task, and is let in no more until they are kept anew', async () => {
    const life = await CaseLife.open(journey);
    const { id } = await taskOf(life);
    const [his, administrator] = [await journey.as('staff-hamish'), await journey.as('administrator')];
    await his.done(`/v1/tasks/${id}/claim`, {});
    const leave = `/v1/staff/${hamish}/leave`;
    expect((await administrator.refused(leave, { to: hamish })).body.errors?.[0]?.field).toBe('to');
    const left = await administrator.done(leave, { to: harriet });
    expect(left).toMatchObject({ cases: expect.any(Number), tasks: expect.any(Number) });
    expect(await life.view()).toMatchObject({ handler: harriet, tasks: [{ id, handler: harriet }] });
    expect((await his.get('/v1/cases')).body).toMatchObject({ code: 'has-left', status: 403 });
    await administrator.done('/v1/staff', { subject: 'staff-hamish', name: 'Hamish Grant' });
    expect((await his.get('/v1/cases')).status).toBe(200);
    expect((await administrator.refused('/v1/staff/staff-nobody/leave', {})).body.code).toBe('no-such-staff');
  });
});
