import { randomUUID } from 'node:crypto';
import { Database } from '@duly/postgres';
import { WrongCursor, type CaseFilter, type Register } from './index.js';
import { pageStatement } from './case-list.js';
import { writeCursor } from './keyset.js';
import { aRegister, aRequest, aStep, aSummary, aTask, on } from './register.given.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
});
afterAll(() => stop());

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

  describe('reads each page from indexes alone', () => {
    let owner: Database;
    const lists: readonly (readonly [string, CaseFilter, readonly string[]])[] = [
      ['all', {}, ['case_open_by_due', 'case_closed_by_due']],
      ['open', { open: true }, ['case_open_by_due']],
      ['closed', { open: false }, ['case_closed_by_due']],
      ['right', { open: true, right: ['portability'] }, ['case_open_of_right']],
      ['state', { state: ['AWAITING_FEE'] }, ['case_in_state']],
      ['closed as', { state: ['CLOSED_WITHDRAWN'] }, ['case_in_state']],
      ['handler', { open: true, handler: 'worker-1' }, ['case_open_of_handler']],
      ['nobody', { open: true, handler: null }, ['case_open_of_nobody']],
      ['team', { team: 'team-1' }, ['case_open_of_team', 'case_closed_of_team']],
      ['alarm', { alarm: true }, ['case_with_alarm']],
      ['source', { awaitsSource: true }, ['case_awaiting_sources']],
      ['due', { open: true, dueFrom: on('2037-06-01'), dueTo: on('2037-06-30') }, ['case_open_']],
      ['reference', { reference: 'DR-2037-000001-1' }, ['case_of_request']],
      ['name', { named: ['hash-1', 'hash-2'] }, ['case_of_request']],
    ];

    beforeAll(async () => {
      owner = await Database.open({ url, poolSize: 1, application: 'spec' });
      await owner.query(`INSERT INTO register.case_row (case_id, request_id, reference, run, version, case_right, channel, received_on, ruleset,
        state, extension, is_provisional, calendar, calendar_version, is_due_soon, is_identity_asked_late, due_date, closed_on, handler, team,
        alarm_for, open_asks)
        SELECT gen_random_uuid(), gen_random_uuid(), 'bulk-' || n, 1, 1, (ARRAY['access', 'erasure', 'portability'])[1 + (n % 97 = 0)::int * 2 + (n % 3 = 0 AND n % 97 > 0)::int], 'email', '2036-01-01', 'r',
          CASE WHEN n % 5 > 0 THEN CASE WHEN n % 11 = 0 THEN 'CLOSED_WITHDRAWN' ELSE 'CLOSED_COMPLETED' END WHEN n % 35 = 0 THEN 'AWAITING_FEE' ELSE 'RUNNING' END,
          'none', false, 'c', 'v', false, false, date '2037-01-01' + n % 900, CASE WHEN n % 5 > 0 THEN date '2037-01-02' END,
          CASE WHEN n % 15 > 0 THEN 'worker-' || n % 41 END, 'team-' || n % 37, CASE WHEN n % 200 = 0 THEN date '2037-01-01' END, (n % 250 = 0)::int
        FROM generate_series(1, 20000) n`);
      await owner.query(`INSERT INTO register.intake (case_id, run, request_id, position, reference, opening, summary, next_try_at, received_on, due_date)
        SELECT gen_random_uuid(), 1, r.request_id, n, 'waiting-' || n, '{}', '{}', now(), '2036-01-01', date '2037-01-01' + n % 900
        FROM generate_series(1, 5000) n, (SELECT request_id FROM register.request LIMIT 1) r`);
      await owner.query(
        'VACUUM (ANALYZE) register.case_row, register.intake, register.sought_name, register.request',
      );
      // So few rows fit into memory, where a table is as good as an index.
      for (const way of ['bitmapscan', 'seqscan']) await owner.query(`SET enable_${way} = off`);
    });
    afterAll(async () => {
      await owner.query(`DELETE FROM register.intake WHERE reference LIKE 'waiting-%'`);
      await owner.close();
    });

    it.each(lists)('%s', async (_list, filter, indexes) => {
      const cursor = writeCursor({ after: '2037-03-01', id: '00000000-0000-0000-0000-000000000000' });
      const { text, values } = pageStatement(filter, { cursor });
      const plan = JSON.stringify(await owner.query(`EXPLAIN ${text}`, values));
      for (const index of indexes) expect(plan).toContain(`Index Only Scan using ${index}`);
      expect(plan).not.toMatch(/Seq Scan on case_row|(Index|Bitmap Heap) Scan (using \w+ )?on case_row/);
    });
  });
});
