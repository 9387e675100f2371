import type { Register, RegisterFigures } from './index.js';
import { aLetter, aRegister, aRequest, aStep, aSummary, aTask, on } from './register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

const record = (given: Parameters<typeof aSummary>[0], more: Parameters<typeof aStep>[0] = {}) =>
  register.cases.applyStep(aStep({ ...more, summary: aSummary(given) }));

describe('the figures of the register', () => {
  it('are all there while nothing is', async () => {
    const nobody = { many: 0, oldest: 0 };
    expect(await register.figures.read()).toEqual({
      notStarted: nobody,
      cases: {},
      unsettledLetters: {},
      lettersToStaff: nobody,
      reminders: { planned: 0, due: 0, oldest: 0 },
      tasks: { open: 0, unclaimed: 0 },
      commandsToTell: 0,
      casesToTell: 0,
      casesToTellOfSchedule: 0,
      auditWaiting: nobody,
      historiesWaiting: nobody,
      historiesLost: 0,
      registerDrift: 0,
      hookMessages: { many: 0, oldest: 0 },
      hooks: { failing: 0, disabled: 0 },
    } satisfies RegisterFigures);
  });

  it('count the open cases by right, of them the late ones by day, and the alarms that stand', async () => {
    await record({ right: 'access', dueDate: on('2020-01-31'), alarmFor: on('2020-01-31') });
    await record({ right: 'access', dueDate: on('2046-01-31') });
    await record({ right: 'erasure', dueDate: null });
    await record({ right: 'objection', dueDate: on('2020-01-31'), closedOn: on('2020-02-10') });
    expect((await register.figures.read()).cases).toEqual({
      access: { open: 2, late: 1, alarms: 1 },
      erasure: { open: 1, late: 0, alarms: 0 },
    });
  });

  it('count what waits, and say for how long', async () => {
    await register.accept(aRequest({}, ['access', 'erasure']));
    const tasks = [aTask(), aTask()];
    const order = aLetter({ kind: 'reminder-to-handler', recipient: 'handler', level: 'case' });
    const letters = [{ ...order, decided: 1 }];
    await record({}, { tasks: { opened: tasks, ended: [] }, letters, toStaff: [order] });
    await register.staff.signedIn({ staffId: 'harriet', name: 'Harriet' });
    await register.tasks.claim(tasks[0]!.taskId, 'harriet');
    const read = await register.figures.read();
    const { notStarted, lettersToStaff, tasks: counted, unsettledLetters } = read;
    expect(notStarted.many).toBe(2);
    expect(notStarted.oldest).toBeGreaterThanOrEqual(0);
    expect(counted).toEqual({ open: 2, unclaimed: 1 });
    expect(lettersToStaff.many).toBe(1);
    expect(unsettledLetters).toEqual({ decided: 1 });
  });

  it('tell the reminders that wait for their day from those whose day has come, and how late the oldest is', async () => {
    const remind = (days: number) => {
      const summary = aSummary();
      const notBefore = new Date(Date.now() + days * 86_400_000).toISOString();
      const about = { caseId: summary.caseId, requestId: summary.requestId, level: 'case' } as const;
      const order = aLetter({ ...about, kind: 'reminder-to-handler', recipient: 'handler', notBefore });
      return record(summary, { letters: [{ ...order, decided: 1 }], toStaff: [order] });
    };
    for (const days of [3, -1, -2]) await remind(days);
    const { planned, due, oldest } = (await register.figures.read()).reminders;
    expect({ planned, due }).toEqual({ planned: 1, due: 2 });
    expect(oldest).toBeGreaterThanOrEqual(2 * 86_400);
    expect(oldest).toBeLessThan(3 * 86_400);
  });
});
