import { randomUUID } from 'node:crypto';
import type { CaseRight, OpenTask, TaskKind } from '@duly/case';
import { NobodyActs, type AssignmentRule, type Register } from './index.js';
import { aRegister, aStep, aSummary, aTask } from './register.given.js';

let register: Register;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

/** Each test has people and teams of its own. */
let test = 0;
let [north, west, records] = ['', '', ''];
let [harriet, hamish, ines, wendy, morgan, meera] = ['', '', '', '', '', ''];
let leastLoaded: AssignmentRule = { rights: null, team: '', share: 'least-loaded' };
beforeEach(async () => {
  test += 1;
  [north, west, records] = [`north-${test}`, `west-${test}`, `records-${test}`];
  [harriet, hamish, ines] = [`harriet-${test}`, `hamish-${test}`, `ines-${test}`];
  [wendy, morgan, meera] = [`wendy-${test}`, `morgan-${test}`, `meera-${test}`];
  leastLoaded = { rights: null, team: north, share: 'least-loaded' };
  await register.assignmentRules.replace([], morgan);
});

/** A handler of a team, who has signed in. */
async function aHandler(staffId: string, team = north, roles = ['handler']): Promise<void> {
  await register.staff.signedIn({ staffId, name: staffId, email: `${staffId}@council.example`, team, roles });
}

interface Opened {
  readonly caseId: string;
  readonly taskId: string;
}

async function opens(
  given: { right?: CaseRight; requestId?: string; kind?: TaskKind } = {},
): Promise<Opened> {
  const { kind = 'assess', ...summary } = given;
  const task = aTask({ kind, taskId: `${randomUUID()}.1.1.${kind}` });
  const step = aStep({ summary: aSummary(summary), tasks: { opened: [task], ended: [] } });
  await register.cases.applyStep(step);
  return { caseId: step.caseId, taskId: task.taskId };
}

async function handsOf({ caseId, taskId }: Opened): Promise<readonly (string | null | undefined)[]> {
  const read = await register.cases.byId(caseId);
  const task = await register.tasks.byId(taskId);
  const found = read.kind === 'found' ? read.found : undefined;
  return [found?.team, found?.handler, task?.team, task?.handler];
}

describe('a new case', () => {
  it('is nobody’s while there is no rule', async () => {
    expect(await handsOf(await opens())).toEqual([null, null, null, null]);
  });

  it('goes to the team that the first rule for its right names, for whoever claims it there', async () => {
    const erasures: AssignmentRule = { rights: ['erasure'], team: records, share: 'team' };
    await register.assignmentRules.replace([erasures, leastLoaded], morgan);
    expect(await handsOf(await opens({ right: 'erasure' }))).toEqual([records, null, records, null]);
    expect(await register.assignmentRules.list()).toEqual([erasures, leastLoaded]);
  });

  it('goes to the handler of the team who has the fewest open cases, also when many arrive at once', async () => {
    for (const staffId of [harriet, hamish, ines]) await aHandler(staffId);
    await aHandler(`aled-${test}`, north, ['auditor']);
    await aHandler(wendy, west);
    await register.assignmentRules.replace([leastLoaded], morgan);
    const opened = await Promise.all(Array.from({ length: 12 }, () => opens()));
    const handlers = (await Promise.all(opened.map(handsOf))).map(([, handler]) => handler);
    const load = [harriet, hamish, ines].map(one => handlers.filter(other => other === one).length);
    expect(load).toEqual([4, 4, 4]);
  });

  it('goes to whoever has another case of the same request', async () => {
    for (const staffId of [harriet, hamish, ines]) await aHandler(staffId);
    await register.assignmentRules.replace([leastLoaded], morgan);
    const requestId = randomUUID();
    const sisters = await Promise.all([1, 2, 3].map(() => opens({ requestId })));
    const handlers = await Promise.all(sisters.map(async one => (await handsOf(one))[1]));
    expect(new Set(handlers).size).toBe(1);
  });

  it('waits for the team where all its handlers are away', async () => {
    await aHandler(harriet);
    await aHandler(wendy, west);
    const away = { from: '2020-01-01', until: null, cover: wendy };
    await register.staff.keepAbsence(harriet, away, harriet);
    await register.assignmentRules.replace([leastLoaded], morgan);
    expect(await handsOf(await opens())).toEqual([north, null, north, null]);
  });

  it('is written in the audit log', async () => {
    await register.assignmentRules.replace([{ ...leastLoaded, share: 'team' }], morgan);
    const requestId = randomUUID();
    await opens({ requestId });
    expect(await register.audit(requestId)).toContainEqual(
      expect.objectContaining({ action: 'CaseAssigned', by: 'rule', detail: { team: north, to: null } }),
    );
  });
});

describe('a case that is given on', () => {
  it('to a person goes with its tasks and their team; an approval stays where it is', async () => {
    await aHandler(harriet);
    await aHandler(wendy, west);
    const [work, approval] = [await opens(), await opens({ kind: 'approve' })];
    await register.tasks.claim(work.taskId, harriet);
    await register.tasks.claim(approval.taskId, harriet);
    expect(await register.tasks.giveCase(work.caseId, { handler: wendy, team: null }, morgan)).toBe(true);
    expect(await handsOf(work)).toEqual([west, wendy, west, wendy]);
    await register.tasks.giveCase(approval.caseId, { handler: wendy, team: null }, morgan);
    expect((await handsOf(approval))[3]).toBe(harriet);
  });

  it('to a team is there for whoever claims it', async () => {
    await aHandler(harriet);
    const work = await opens();
    await register.tasks.claim(work.taskId, harriet);
    await register.tasks.giveCase(work.caseId, { handler: null, team: west }, morgan);
    expect(await handsOf(work)).toEqual([west, null, west, null]);
    expect(await register.tasks.giveCase(randomUUID(), { handler: null, team: west }, morgan)).toBe(false);
  });
});

describe('somebody who is away', () => {
  it('has their work done by their cover, else by their manager, as far along the line as somebody is at work', async () => {
    for (const staffId of [harriet, hamish, morgan]) await aHandler(staffId);
    await register.staff.keep({ staffId: hamish, name: hamish, manager: morgan }, 'zofia');
    const away = { from: '2020-01-01', until: null };
    await register.staff.keepAbsence(harriet, { ...away, cover: hamish }, harriet);
    expect([...(await register.staff.actingAs(hamish))].sort()).toEqual([hamish, harriet]);
    await register.staff.keepAbsence(hamish, { ...away, cover: null }, hamish);
    expect([...(await register.staff.actingAs(morgan))].sort()).toEqual([hamish, harriet, morgan]);
    await register.staff.keepAbsence(harriet, null, harriet);
    expect([...(await register.staff.actingAs(morgan))].sort()).toEqual([hamish, morgan]);
  });

  it('is not, where nobody would act for them: no cover and no manager, themselves, or a circle', async () => {
    for (const staffId of [harriet, hamish]) await aHandler(staffId);
    const keep = (staffId: string, cover: string | null, from = '2036-08-01', until: string | null = null) =>
      register.staff.keepAbsence(staffId, { from, until, cover }, staffId);
    await expect(keep(harriet, null)).rejects.toThrow(NobodyActs);
    await expect(keep(harriet, harriet)).rejects.toThrow(NobodyActs);
    await keep(harriet, hamish, '2036-08-05', '2036-08-10');
    await expect(keep(hamish, harriet, '2036-08-01', '2036-08-14')).rejects.toThrow(NobodyActs);
    await keep(hamish, harriet, '2036-08-11', '2036-08-14');
    expect((await register.staff.byId(harriet))?.absence).toEqual({
      from: '2036-08-05',
      until: '2036-08-10',
      cover: hamish,
    });
  });

  it('falls back to the manager where the cover is away too', async () => {
    for (const staffId of [harriet, hamish, morgan]) await aHandler(staffId);
    for (const staffId of [harriet, hamish])
      await register.staff.keep({ staffId, name: staffId, manager: morgan }, 'zofia');
    const away = { from: '2036-08-01', until: '2036-08-14' };
    await register.staff.keepAbsence(harriet, { ...away, cover: hamish }, harriet);
    await register.staff.keepAbsence(hamish, { ...away, cover: harriet }, hamish);
    const work = await opens();
    await register.tasks.claim(work.taskId, harriet);
    expect(await register.staff.contactFor(work.caseId, 'handler', '2036-08-05')).toMatchObject({
      name: morgan,
    });
  });
});

describe('somebody who leaves', () => {
  it('strands no task: all goes to the colleague who is named, but approvals, which all may take', async () => {
    for (const staffId of [harriet, hamish]) await aHandler(staffId);
    const [work, approval] = [await opens(), await opens({ kind: 'approve' })];
    await register.tasks.claim(work.taskId, harriet);
    await register.tasks.claim(approval.taskId, harriet);
    expect(await register.staff.leave(harriet, hamish, 'zofia')).toEqual({ cases: 1, tasks: 2 });
    expect((await handsOf(work)).slice(1)).toEqual([hamish, north, hamish]);
    expect((await handsOf(approval))[3]).toBeNull();
    expect(await register.staff.leave(harriet, hamish, 'zofia')).toEqual({ cases: 0, tasks: 0 });
  });

  it('or to whom the rules choose; without a rule it goes back to the team', async () => {
    for (const staffId of [harriet, hamish]) await aHandler(staffId);
    const [first, second] = [await opens(), await opens()];
    await register.tasks.claim(first.taskId, harriet);
    await register.tasks.claim(second.taskId, hamish);
    await register.staff.leave(harriet, null, 'zofia');
    expect(await handsOf(first)).toEqual([north, null, north, null]);
    await aHandler(ines);
    await register.assignmentRules.replace([leastLoaded], morgan);
    await register.staff.leave(hamish, null, 'zofia');
    expect(await handsOf(second)).toEqual([north, ines, north, ines]);
  });

  it('is not recorded where somebody who is away would have nobody any more', async () => {
    for (const staffId of [harriet, hamish]) await aHandler(staffId);
    await register.staff.keepAbsence(harriet, { from: '2020-01-01', until: null, cover: hamish }, harriet);
    await expect(register.staff.leave(hamish, null, 'zofia')).rejects.toThrow(NobodyActs);
    expect(await register.staff.hasLeft(hamish)).toBe(false);
  });

  it('is given nothing more, neither by a claim nor by what becomes of a case they had', async () => {
    for (const staffId of [harriet, hamish]) await aHandler(staffId);
    const [work, other] = [await opens(), await opens()];
    await register.tasks.claim(work.taskId, harriet);
    const read = await register.cases.byId(work.caseId);
    if (read.kind !== 'found') throw new Error('The case is there.');
    const step = (number: number, more: object, tasks: { opened: OpenTask[] }) => {
      const summary = {
        ...aSummary(),
        caseId: work.caseId,
        requestId: read.found.requestId,
        version: number,
        ...more,
      };
      const [event] = aStep().events;
      return aStep({ summary, events: [{ ...event!, number }], tasks: { ...tasks, ended: [] } });
    };
    await register.cases.applyStep(step(2, { closedOn: '2036-04-30' }, { opened: [] }));
    await register.staff.leave(harriet, null, 'zofia');
    const reopened = aTask({ taskId: `${work.caseId}.2.3.assess` });
    await register.cases.applyStep(step(3, {}, { opened: [reopened] }));
    expect((await register.tasks.byId(reopened.taskId))?.handler).toBeNull();
    expect((await register.tasks.claim(other.taskId, harriet)).kind).toBe('held');
    expect(await register.tasks.giveCase(other.caseId, { handler: harriet, team: null }, morgan)).toBe(false);
  });

  it('is led and covered for by nobody any more, leads nobody, and does not come back by a sign-in', async () => {
    for (const staffId of [harriet, hamish, morgan]) await aHandler(staffId);
    await register.staff.keep({ staffId: hamish, name: hamish, manager: morgan }, 'zofia');
    await register.staff.keep({ staffId: harriet, name: harriet, manager: hamish }, 'zofia');
    await register.staff.leave(hamish, null, 'zofia');
    expect(await register.staff.byId(harriet)).toMatchObject({ manager: morgan });
    await aHandler(hamish);
    expect(await register.staff.hasLeft(hamish)).toBe(true);
    expect((await register.staff.list({ team: north })).items.map(({ staffId }) => staffId)).not.toContain(
      hamish,
    );
    await register.staff.keep({ staffId: hamish, name: hamish }, 'zofia');
    expect(await register.staff.hasLeft(hamish)).toBe(false);
  });
});

describe('an escalation', () => {
  it('is in the hands of the handler’s manager, or of who acts for them', async () => {
    for (const staffId of [harriet, morgan, meera]) await aHandler(staffId);
    await register.staff.keep({ staffId: harriet, name: harriet, manager: morgan }, 'zofia');
    const work = await opens();
    await register.tasks.claim(work.taskId, harriet);
    const escalate = async (number: number) => {
      const read = await register.cases.byId(work.caseId);
      if (read.kind !== 'found') throw new Error('The case is there.');
      const { found } = read;
      const task = aTask({ kind: 'escalation', taskId: `${work.caseId}.1.${number}.escalation` });
      const [event] = aStep().events;
      const summary = { ...aSummary(), caseId: found.caseId, requestId: found.requestId, version: number };
      await register.cases.applyStep(
        aStep({ summary, events: [{ ...event!, number }], tasks: { opened: [task], ended: [] } }),
      );
      return (await register.tasks.byId(task.taskId))?.handler;
    };
    expect(await escalate(2)).toBe(morgan);
    await register.staff.keepAbsence(morgan, { from: '2020-01-01', until: null, cover: meera }, morgan);
    expect(await escalate(3)).toBe(meera);
  });
});
