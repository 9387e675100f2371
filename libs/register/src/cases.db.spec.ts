import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '@duly/case';
import { Database } from '@duly/postgres';
import { StepOutOfOrder, type Register } from './index.js';
import { aRegister, aRequest, aStep, aSummary, aTask, anEvent, anOpening, on } from './register.given.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
});
afterAll(() => stop());

const noted = (number: number) => anEvent(number, 'NoteAdded', { words: randomUUID() });

describe('a step of a case', () => {
  it('writes row, timeline, tasks, letters and audit at once', async () => {
    const task = aTask();
    const letter = {
      letterId: `${randomUUID()}.a`,
      level: 'request',
      kind: 'acknowledgement',
      recipient: 'requester',
      occasion: 'opening',
      decided: 1,
    } as const;
    const step = aStep({ tasks: { opened: [task], ended: [] }, letters: [letter] });
    expect(await register.cases.applyStep(step, new Map([[1, 'c0ffee']]))).toBe(true);
    const read = await register.cases.byId(step.caseId);
    expect(read).toEqual({
      kind: 'found',
      found: { ...step.summary, handler: null, team: null, clockAheadMs: 0, isLate: false, isStarted: true },
    });
    expect(await register.cases.timeline(step.caseId)).toEqual(step.events);
    expect((await register.tasks.list({ caseId: step.caseId })).items).toMatchObject([
      { ...task, handler: null, endedBy: null },
    ]);
    expect(await register.cases.letters(step.caseId)).toMatchObject([
      { letterId: letter.letterId, state: 'decided', decided: 1, tries: 0 },
    ]);
    // Of one transaction no entry comes before another.
    const entries = await register.audit(step.requestId);
    expect([...entries].sort((one, other) => one.action.localeCompare(other.action))).toMatchObject([
      { action: 'LetterDecided', by: 'post', detail: { letter: letter.letterId } },
      { action: 'RequestReceived', by: 'staff-1', eventNumber: 1, commitment: 'c0ffee' },
    ]);
  });

  it('changes nothing when it comes again, and never goes backwards', async () => {
    const first = aStep({ tasks: { opened: [aTask()], ended: [] } });
    const second = aStep({
      summary: { ...first.summary, version: 2, state: 'AWAITING_ID', dueDate: null },
      events: [noted(2)],
    });
    await register.cases.applyStep(first);
    await register.cases.applyStep(second);
    expect(await register.cases.applyStep(first)).toBe(false);
    expect(await register.cases.applyStep(second)).toBe(false);
    expect(await register.cases.byId(first.caseId)).toMatchObject({
      found: { version: 2, state: 'AWAITING_ID', dueDate: null },
    });
    expect(await register.cases.timeline(first.caseId)).toHaveLength(2);
    expect((await register.tasks.list({ caseId: first.caseId })).items).toHaveLength(1);
    expect(await register.audit(first.requestId)).toHaveLength(2);
  });

  it('takes only what is new of a step that overlaps', async () => {
    const first = aStep();
    await register.cases.applyStep(first);
    const both = aStep({ summary: { ...first.summary, version: 2 }, events: [...first.events, noted(2)] });
    expect(await register.cases.applyStep(both)).toBe(true);
    expect((await register.cases.timeline(first.caseId)).map(event => event.number)).toEqual([1, 2]);
  });

  it('refuses a step with a gap before it, and writes none of it', async () => {
    const step = aStep({ events: [noted(3)], summary: aSummary({ version: 3 }) });
    await expect(register.cases.applyStep(step)).rejects.toThrow(StepOutOfOrder);
    expect(await register.cases.byId(step.caseId)).toEqual({ kind: 'not-found' });
  });

  it('is written once by two who come at the same moment', async () => {
    const step = aStep();
    const written = await Promise.all([1, 2, 3, 4].map(() => register.cases.applyStep(step)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await register.audit(step.requestId)).toHaveLength(1);
  });

  it('leaves nothing behind when its transaction breaks', async () => {
    const step = aStep({ tasks: { opened: [aTask({ taskId: '' }), aTask()], ended: [] } });
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await owner.query(`ALTER TABLE register.task ADD CONSTRAINT named CHECK (task_id <> '') NOT VALID`);
    await expect(register.cases.applyStep(step)).rejects.toMatchObject({ code: '23514' });
    await owner.query('ALTER TABLE register.task DROP CONSTRAINT named');
    await owner.close();
    expect(await register.cases.byId(step.caseId)).toEqual({ kind: 'not-found' });
    expect(await register.cases.timeline(step.caseId)).toEqual([]);
    expect(await register.cases.applyStep(step)).toBe(true);
  });

  it('ends tasks, and gives new ones to the case’s handler, but never an approval', async () => {
    const [assess, collect, approve] = [aTask(), aTask({ kind: 'collect' }), aTask({ kind: 'approve' })];
    const first = aStep({ tasks: { opened: [assess], ended: [] } });
    await register.cases.applyStep(first);
    await register.tasks.claim(assess.taskId, 'staff-1');
    await register.cases.applyStep(
      aStep({
        summary: { ...first.summary, version: 2 },
        events: [noted(2)],
        tasks: { opened: [collect, approve], ended: [{ taskId: assess.taskId, endedBy: 2 }] },
      }),
    );
    const { items } = await register.tasks.list({ caseId: first.caseId, ended: true });
    const handlers = Object.fromEntries(items.map(task => [task.kind, [task.handler, task.endedBy]]));
    expect(handlers).toEqual({ assess: ['staff-1', 2], collect: ['staff-1', null], approve: [null, null] });
    expect(await register.cases.byId(first.caseId)).toMatchObject({ found: { handler: 'staff-1' } });
  });

  it('knows how far a wound clock is ahead, and derives lateness from it', async () => {
    const wound = (dueDate: string, caseTime: string) =>
      aStep({ summary: aSummary({ dueDate: on(dueDate), planBy: on(dueDate) }), caseTime });
    const late = wound('2036-04-30', '2036-04-30T23:00:05.000Z');
    const inTime = wound('2036-05-30', '2036-04-30T23:00:05.000Z');
    for (const step of [late, inTime]) await register.cases.applyStep(step);
    expect(await register.cases.byId(late.caseId)).toMatchObject({ found: { isLate: true } });
    expect(await register.cases.byId(inTime.caseId)).toMatchObject({ found: { isLate: false } });
    const lateOnes = await register.cases.list({ late: true });
    expect(lateOnes.items.map(item => item.caseId)).toEqual([late.caseId]);
  });
});

describe('reading a case', () => {
  it('waits a bounded moment for the version asked for, then says "not yet"', async () => {
    const first = aStep();
    await register.cases.applyStep(first);
    expect(await register.cases.byId(first.caseId, { atLeast: 2, within: 30 })).toEqual({
      kind: 'not-yet',
      version: 1,
      retryAfter: 1,
    });
    const reading = register.cases.byId(first.caseId, { atLeast: 2, within: 30_000 });
    await register.cases.applyStep(aStep({ summary: { ...first.summary, version: 2 }, events: [noted(2)] }));
    expect(await reading).toMatchObject({ kind: 'found', found: { version: 2 } });
  });

  it('answers from what was accepted until the case has written its row', async () => {
    const accepted = await register.accept(aRequest({}, ['access', 'erasure']));
    const [access, erasure] = accepted.cases.map(one => one.summary);
    if (!access || !erasure) throw new Error('two rights, two cases');
    expect(await register.cases.byId(erasure.caseId)).toMatchObject({
      found: { ...erasure, isStarted: false },
    });
    await register.cases.applyStep(aStep({ summary: { ...access, state: 'AWAITING_ID' } }));
    const request = await register.cases.request(access.requestId);
    expect(request).toMatchObject({
      reference: accepted.reference,
      cases: [
        { right: 'access', state: 'AWAITING_ID', isStarted: true },
        { right: 'erasure', isStarted: false },
      ],
    });
  });
});

describe('what holds data (DPA 2018 s.173; R49a)', () => {
  it('is every other open case of these rights in the request, from acceptance to closure, and again once reopened', async () => {
    const { cases } = await register.accept(aRequest({}, ['access', 'erasure', 'portability', 'objection']));
    const [access, erasure, portability] = cases.map(one => one.summary);
    if (!access || !erasure || !portability) throw new Error('four rights, four cases');
    const holding = (of: CaseSummary = erasure) =>
      register.cases.holding({ requestIds: [of.requestId], caseId: of.caseId, on: on('2036-04-15') }, [
        'access',
        'portability',
      ]);
    expect(await holding()).toEqual([access.reference, portability.reference]);
    expect(await holding(access)).toEqual([portability.reference]);

    await register.cases.applyStep(aStep({ summary: portability }));
    expect(await holding()).toEqual([access.reference, portability.reference]);
    const closed = { ...access, closedOn: on('2036-04-14'), outcome: 'answered' } as const;
    await register.cases.applyStep(aStep({ summary: closed }));
    expect(await holding()).toEqual([portability.reference]);

    const again = { ...access, run: 2 };
    await register.intake.addRun({ opening: anOpening(again), summary: again });
    expect(await holding()).toEqual([access.reference, portability.reference]);
  });
});
