import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '@duly/case';
import { Database } from '@duly/postgres';
import { StepOutOfOrder, WrongCursor, type CaseFilter, type Register } from './index.js';
import { pageStatement } from './case-list.js';
import { writeCursor } from './keyset.js';
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
    expect(await register.audit(step.requestId)).toMatchObject([
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
    const holding = (of: CaseSummary = erasure) => register.cases.holding(of, ['access', 'portability']);
    expect(await holding()).toEqual([access.reference, portability.reference]);
    expect(await holding(access)).toEqual([portability.reference]);

    await register.cases.applyStep(aStep({ summary: portability }));
    expect(await holding()).toEqual([access.reference, portability.reference]);
    const closed = { ...access, closedOn: on('2036-04-14'), outcome: 'answered' } as const;
    await register.cases.applyStep(aStep({ summary: closed }));
    expect(await holding()).toEqual([portability.reference]);

    const again = { ...access, run: 2 };
    await register.intake.add([{ opening: anOpening(again), summary: again }]);
    expect(await holding()).toEqual([access.reference, portability.reference]);
  });
});

describe('the list of cases', () => {
  const team = `team-${randomUUID()}`;
  const dates = ['2036-05-02', '2036-05-01', null, '2036-05-01', '2036-05-03', null, '2036-05-01'];

  beforeAll(async () => {
    await register.staff.signedIn({ staffId: 'lister', name: 'Lister', team });
    for (const [place, date] of dates.entries()) {
      const dueDate = date ? on(date) : null;
      const task = aTask();
      const summary = aSummary({
        dueDate,
        planBy: dueDate,
        right: place % 2 ? 'erasure' : 'access',
        alarmFor: place === 0 ? dueDate : null,
      });
      await register.cases.applyStep(aStep({ summary, tasks: { opened: [task], ended: [] } }));
      await register.tasks.claim(task.taskId, 'lister');
    }
  });

  it('pages by date and id without a gap or a double, cases without a date last', async () => {
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await register.cases.list({ team }, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(item => item.dueDate));
      for (const item of page.items) ids.add(item.caseId);
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([...dates].sort((one, other) => (one ?? '9').localeCompare(other ?? '9')));
    expect(ids.size).toBe(dates.length);
  });

  it.each([
    ['right', { right: ['erasure'] }, 3],
    ['due date', { dueFrom: on('2036-05-02'), dueTo: on('2036-05-03') }, 2],
    ['alarm', { alarm: true }, 1],
    ['no alarm', { alarm: false }, 6],
    ['handler', { handler: 'lister' }, 7],
    ['nobody', { handler: null }, 0],
    ['state', { state: ['PAUSED_CLARIFICATION'] }, 0],
    ['open', { open: true }, 7],
  ] as const)('narrows by %s', async (_what, filter, many) => {
    expect((await register.cases.list({ team, ...filter })).items).toHaveLength(many);
  });

  it('finds by the reference of the case, and by that of the request', async () => {
    const { reference, cases } = await register.accept(aRequest({}, ['access', 'erasure']));
    for (const { summary } of cases) await register.cases.applyStep(aStep({ summary }));
    expect((await register.cases.list({ reference })).items).toHaveLength(2);
    expect((await register.cases.list({ reference: `${reference}-2` })).items).toMatchObject([
      { right: 'erasure' },
    ]);
  });

  it('shows a case from the moment it is accepted, in its place, and once only when its row is there', async () => {
    const accepted = await register.accept(aRequest({}, ['access', 'erasure']));
    const { reference } = accepted;
    const [access, erasure] = accepted.cases.map(({ summary }) => summary);
    if (!access || !erasure) throw new Error('two rights, two cases');
    const ids = async () =>
      (await register.cases.list({ reference })).items.map(({ caseId }) => caseId).sort();
    const both = [access.caseId, erasure.caseId].sort();
    expect(await ids()).toEqual(both);
    await register.cases.applyStep(aStep({ summary: { ...erasure, dueDate: on('2036-05-09') } }));
    expect(await ids()).toEqual(both);
    const pages = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await register.cases.list({ reference }, { limit: 1, ...(cursor && { cursor }) });
      pages.push(page.items.map(({ right, dueDate, handler }) => [right, dueDate, handler]));
      cursor = page.next;
    }
    expect(pages).toEqual([[['access', '2036-04-30', null]], [['erasure', '2036-05-09', null]]]);
  });

  it.each([
    ['right', { right: ['access'] }, { right: ['erasure'] }],
    ['due date', { dueTo: on('2036-04-30') }, { dueFrom: on('2036-05-01') }],
    ['handler', { handler: null }, { handler: 'lister' }],
    ['state', { state: ['RUNNING'] }, { state: ['AWAITING_ID'] }],
    ['alarm', { alarm: false }, { alarm: true }],
    ['open', { open: true }, { open: false }],
    ['lateness', { late: false }, { late: true }],
  ] as const)('narrows by %s also what was only accepted', async (_what, holding, leavingOut) => {
    const { reference, cases } = await register.accept(aRequest());
    const found = async (filter: CaseFilter) =>
      (await register.cases.list({ reference, ...filter })).items.map(({ caseId }) => caseId);
    expect(await found(holding)).toEqual([cases[0]?.summary.caseId]);
    expect(await found(leavingOut)).toEqual([]);
  });

  it.each(['plan-by', 'received'] as const)('sorts by %s', async sort => {
    expect((await register.cases.list({ team }, { sort })).items).toHaveLength(7);
  });

  it('refuses a cursor it never gave', async () => {
    await expect(register.cases.list({}, { cursor: 'nonsense' })).rejects.toThrow(WrongCursor);
  });

  it('reads a page of dates from the index alone, and what was only accepted from one of its own', async () => {
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await owner.query(`INSERT INTO register.case_row (case_id, request_id, reference, run, version, case_right, channel, received_on, ruleset,
      state, extension, is_provisional, calendar, calendar_version, is_due_soon, is_identity_asked_late, due_date)
      SELECT gen_random_uuid(), gen_random_uuid(), 'bulk-' || n, 1, 1, 'access', 'email', '2036-01-01', 'r', 'RUNNING', 'none', false, 'c', 'v',
        false, false, date '2037-01-01' + n % 900 FROM generate_series(1, 5000) n`);
    await owner.query(`INSERT INTO register.intake (case_id, run, request_id, position, reference, opening, summary, next_try_at, received_on, due_date)
      SELECT gen_random_uuid(), 1, r.request_id, n, 'waiting-' || n, '{}', '{}', now(), '2036-01-01', date '2037-01-01' + n % 900
      FROM generate_series(1, 5000) n, (SELECT request_id FROM register.request LIMIT 1) r`);
    await owner.query('VACUUM (ANALYZE) register.case_row, register.intake');
    const cursor = writeCursor({ after: '2037-03-01', id: '00000000-0000-0000-0000-000000000000' });
    const { text, values } = pageStatement({}, { cursor });
    const plan = JSON.stringify(await owner.query(`EXPLAIN ${text}`, values));
    await owner.query(`DELETE FROM register.intake WHERE reference LIKE 'waiting-%'`);
    await owner.close();
    expect(plan).toContain('Index Only Scan using case_by_due');
    expect(plan).toContain('Index Scan using intake_by_due');
    expect(plan).not.toContain('Seq Scan');
  });
});
