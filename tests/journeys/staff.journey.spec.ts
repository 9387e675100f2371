import type {
  CaseViewsView,
  LetterTemplatesView,
  ReassignedMany,
  SettingsInForce,
  StaffKept,
  StaffList,
  StaffView,
  TaskList,
  TaskView,
  ViewKept,
} from '@duly/api-contract';
import { until } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const anneke = { subject: 'staff-anneke', name: 'Anneke of the north', email: 'anneke@north.example' };

async function everybody(): Promise<readonly StaffView[]> {
  const auditor = await journey.as('auditor');
  const found: StaffView[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: StaffList = await auditor.read(`/v1/staff?limit=1${next && `&cursor=${next}`}`);
    found.push(...page.staff);
    ({ next } = page);
  }
  return found;
}

describe('staff', () => {
  it('are kept before they first sign in, can be given a task, and are known by their sign-in afterwards', async () => {
    const life = await CaseLife.open(journey);
    const [manager, administrator] = [await journey.as('manager'), await journey.as('administrator')];
    await manager.read('/v1/tasks?whose=mine'); // whoever acts is in the table from then on
    const morgan = (await everybody()).find(({ roles }) => roles.includes('manager'));
    const keeping = { ...anneke, team: 'North', manager: morgan?.id };
    const { id } = await administrator.done<StaffKept>('/v1/staff', keeping);
    const before = (await everybody()).find(one => one.id === id);
    expect(before).toEqual({
      id,
      name: 'Anneke of the north',
      team: 'North',
      roles: [],
      manager: morgan?.id,
      absence: null,
      hasEmail: true,
      hasSignedIn: false,
      wantsDigest: false,
    });

    const task = await until('a task', 20, async () => (await life.view()).tasks[0]);
    await manager.done<TaskView>(`/v1/tasks/${task.id}/reassign`, { handler: id });
    const hers = await (await journey.as('staff-anneke')).read<TaskList>('/v1/tasks?whose=mine');
    expect(hers.tasks.map(one => one.id)).toEqual([task.id]);
    const after = (await everybody()).find(one => one.id === id);
    const told = { name: 'Anneke Prasad', team: 'Information rights', roles: ['handler', 'approver'] };
    expect(after).toEqual({ ...before, ...told, hasSignedIn: true });
    expect(new Set((await everybody()).map(one => one.id)).size).toBe((await everybody()).length);
  });

  it('are for all who work here to see, and for administrators to keep', async () => {
    expect((await (await journey.as('handler')).get('/v1/staff')).status).toBe(200);
    expect((await (await journey.as('marketing')).get('/v1/staff')).status).toBe(403);
    const manager = await journey.as('manager');
    expect((await manager.refused('/v1/staff', anneke)).body.code).toBe('not-permitted');
  });

  it('are led by people who exist, and given tasks only if they do', async () => {
    const administrator = await journey.as('administrator');
    const refused = await administrator.refused('/v1/staff', { ...anneke, manager: 'staff-nobody' });
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'manager']);
    const life = await CaseLife.open(journey);
    const task = await until('a task', 20, async () => (await life.view()).tasks[0]);
    const manager = await journey.as('manager');
    const nobody = await manager.refused(`/v1/tasks/${task.id}/reassign`, { handler: 'staff-nobody' });
    expect(nobody.body.errors?.[0]?.field).toBe('handler');
  });

  it('are given many tasks at once, each on its own: one that is no task stands in nobody’s way', async () => {
    const lives = [await CaseLife.open(journey), await CaseLife.open(journey)];
    const ids = [];
    for (const life of lives)
      ids.push((await until('a task', 20, async () => (await life.view()).tasks[0])).id);
    const [manager, hamish] = [await journey.as('manager'), await journey.as('staff-hamish')];
    await hamish.read('/v1/tasks?whose=mine');
    const his = (await everybody()).find(({ name }) => name.startsWith('Hamish'));
    const tasks = [...ids, 'nothing.1.1.assess'];
    const given = await manager.done<ReassignedMany>('/v1/tasks/reassign', { tasks, handler: his?.id });
    expect(given.tasks.map(({ outcome }) => outcome)).toEqual(['given', 'given', 'no-such-task']);
    const mine = await hamish.read<TaskList>('/v1/tasks?whose=mine&limit=200');
    expect(mine.tasks.map(one => one.id)).toEqual(expect.arrayContaining(ids));
    expect(mine.names).toMatchObject({ [his?.id ?? '']: 'Hamish Grant' });
    const nobody = await manager.refused('/v1/tasks/reassign', { tasks: ids, handler: 'staff-nobody' });
    expect(nobody.body.errors?.[0]?.field).toBe('handler');
    const notTheirs = await hamish.refused('/v1/tasks/reassign', { tasks: ids, handler: his?.id });
    expect(notTheirs.body.code).toBe('not-permitted');
  });

  it('see, as administrators, the wordings that nobody has answered for, and the settings without a secret', async () => {
    const administrator = await journey.as('administrator');
    const { templates } = await administrator.read<LetterTemplatesView>('/v1/letter-templates');
    expect(templates.find(({ template }) => template === 'acknowledgement')).toMatchObject({
      language: 'en',
      review: null,
    });
    const { settings } = await administrator.read<SettingsInForce>('/v1/settings');
    const of = (name: string) => settings.find(one => one.name === name);
    expect(of('DATABASE_URL')).toMatchObject({ value: null });
    expect(of('CLOCK_OFFSET')).toMatchObject({ standing: 'development-only' });
    const url = journey.environment['DATABASE_URL'] ?? 'unknown';
    expect(JSON.stringify(settings)).not.toContain(url);
    expect((await (await journey.as('handler')).get('/v1/settings')).status).toBe(403);
  });

  it('keep views of the list of cases, each their own', async () => {
    const [harriet, hamish] = [await journey.as('staff-harriet'), await journey.as('staff-hamish')];
    const path = '/v1/case-views';
    const views = async (caller: typeof harriet) => (await caller.read<CaseViewsView>(path)).views;
    const late = { title: 'Erasures that are late', filter: { right: 'erasure', due: 'past' } };
    const { id } = await harriet.done<ViewKept>(path, late);
    await harriet.done<ViewKept>(path, { title: 'All', filter: {} });
    const again = await harriet.done<ViewKept>(path, {
      ...late,
      filter: { right: 'erasure', alarm: 'true' },
    });
    expect(again.id).toBe(id);
    expect((await views(harriet)).map(({ title, filter }) => [title, filter])).toEqual([
      ['All', {}],
      ['Erasures that are late', { right: 'erasure', alarm: 'true' }],
    ]);
    expect(await views(hamish)).toEqual([]);
    await hamish.done(`${path}/${id}/remove`, {});
    expect(await views(harriet)).toHaveLength(2);
    await harriet.done(`${path}/${id}/remove`, {});
    expect((await views(harriet)).map(({ title }) => title)).toEqual(['All']);
    for (let place = 1; place < 50; place += 1)
      await harriet.done(path, { title: `View ${place}`, filter: { state: 'open' } });
    const full = await harriet.refused(path, { title: 'One more', filter: {} });
    expect([full.status, full.body.code]).toEqual([409, 'too-many-views']);
    for (const due of ['past', 'week', 'month'])
      expect((await harriet.get(`/v1/cases?due=${due}&unclaimed=true&source=false`)).status).toBe(200);
  });

  it('stand in no log by name, address or what the sign-in calls them', () => {
    const logs = journey.api.log() + journey.worker.log();
    for (const text of ['Anneke', 'Morgan', 'north.example', 'council.example', 'staff-anneke'])
      expect(logs).not.toContain(text);
  });
});

describe('of two who claim a task at once', () => {
  it('one wins and the other is told who', async () => {
    const life = await CaseLife.open(journey);
    const task = await until('a task', 20, async () => (await life.view()).tasks[0]);
    const others = await journey.as('staff-hamish');
    const path = `/v1/tasks/${task.id}/claim`;
    const claims = await Promise.all([
      life.handler.post<TaskView>(path, {}),
      others.post<TaskView>(path, {}),
    ]);
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = claims.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'task-held', heldBy: expect.stringMatching(/Harriet|Hamish/) });

    const [won, winner] = claims[0].status === 200 ? [claims[0], life.handler] : [claims[1], others];
    await winner.done(`/v1/tasks/${task.id}/release`, {});
    const manager = await journey.as('manager');
    const holder = won.body.handler;
    await manager.done<TaskView>(`/v1/tasks/${task.id}/claim`, {});
    const moved = await manager.done<TaskView>(`/v1/tasks/${task.id}/reassign`, { handler: holder });
    expect(moved.handler).toBe(holder);
    expect((await manager.refused(`/v1/tasks/${task.id}/release`, {})).body.code).toBe('task-held');
  });
});
