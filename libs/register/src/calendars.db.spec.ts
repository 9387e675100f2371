import type { CaseSummary } from '@duly/case';
import type { Calendar } from '@duly/law';
import type { Register } from './index.js';
import { anEvent, aRegister, aStep, aSummary, on } from './register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

const holidays = ['2036-05-05', '2036-05-26', '2036-08-25'];
const calendar = (name: string, version: string, dates: readonly string[], to = '2050-12-31'): Calendar => ({
  name,
  version,
  covers: { from: on('2030-01-01'), to: on(to) },
  holidays: dates.map(date => ({ date: on(date) })),
});
const store = (given: Calendar, by = 'staff-1') =>
  register.calendars.change(given.name, by, () => ({ calendar: given, changes: [given.version] }));

/** All dates of a case on one day. */
const dueOn = (date: string, unrolled = date): Partial<CaseSummary> => ({
  dueDate: on(date),
  unextendedDueDate: on(date),
  conservativeDueDate: on(date),
  fallbackDueDate: on(date),
  planBy: on(date),
  extensionNoticeBy: on(date),
  conservativeExtensionNoticeBy: on(unrolled),
});

async function aCase(name: string, given: Partial<CaseSummary>): Promise<string> {
  const summary = aSummary({ calendar: name, calendarVersion: 'v1', ...given });
  await register.cases.applyStep(aStep({ summary }));
  return summary.caseId;
}
const waiting = async (name: string, version: string) =>
  (await register.calendars.waiting(name, version, 100)).map(({ caseId }) => caseId).sort();

describe('an import of a calendar (R20)', () => {
  it('finds, in one statement, the open cases whose date falls on a new holiday, and no other', async () => {
    await store(calendar('funeral', 'v1', holidays));
    const due = await aCase('funeral', dueOn('2036-09-19'));
    const extended = await aCase('funeral', { ...dueOn('2036-07-21'), extendedDueDate: on('2036-09-19') });
    await aCase('funeral', dueOn('2036-09-18'));
    await aCase('funeral', dueOn('2036-09-22'));
    await aCase('funeral', { ...dueOn('2036-09-19'), state: 'CLOSED_COMPLETED', closedOn: on('2036-09-01') });
    await aCase('scotland', dueOn('2036-09-19'));
    const imported = await store(calendar('funeral', 'v2', [...holidays, '2036-09-19']));
    expect(imported).toMatchObject({ isNew: true, waiting: 2 });
    expect(await waiting('funeral', 'v2')).toEqual([due, extended].sort());
  });

  it('finds the dates that were moved past a holiday that is none any more', async () => {
    await store(calendar('spring', 'v1', holidays));
    const past = await aCase('spring', dueOn('2036-05-27', '2036-05-25'));
    const longPast = await aCase('spring', dueOn('2036-06-06', '2036-05-26'));
    await aCase('spring', dueOn('2036-05-23'));
    const withdrawn = holidays.filter(date => date !== '2036-05-26');
    await store(calendar('spring', 'v2', withdrawn));
    expect(await waiting('spring', 'v2')).toEqual([past, longPast].sort());
  });

  it('finds the cases whose part of the calendar ends before a date they need', async () => {
    await store(calendar('short', 'v1', [], '2036-12-31'));
    const short = { isProvisional: true, calendarTo: on('2036-12-31') };
    const beyond = await aCase('short', { ...dueOn('2037-01-05'), ...short });
    await aCase('short', { ...dueOn('2036-12-01'), calendarTo: on('2036-12-31') });
    await store(calendar('short', 'v2', [], '2038-12-31'));
    expect(await waiting('short', 'v2')).toEqual([beyond]);
  });

  it('of what is known already changes nothing', async () => {
    await store(calendar('same', 'v1', holidays));
    expect(await store(calendar('same', 'v1', holidays))).toMatchObject({ isNew: false, waiting: 0 });
    expect(await register.calendars.versions('same')).toHaveLength(1);
  });

  it('that is refused leaves everything as it was', async () => {
    await store(calendar('kept', 'v1', holidays));
    const refused = register.calendars.change('kept', 'staff-1', () => {
      throw new Error('history would be lost');
    });
    await expect(refused).rejects.toThrow('history');
    expect((await register.calendars.newest('kept'))?.version).toBe('v1');
  });

  it('of two at once lets the second see the first', async () => {
    await store(calendar('both', 'v1', []));
    const add = (date: string) =>
      register.calendars.change('both', 'staff-1', known => {
        const dates = [...(known?.holidays ?? []).map(holiday => holiday.date), date];
        return { calendar: calendar('both', dates.join(), dates), changes: [] };
      });
    await Promise.all([add('2036-09-19'), add('2036-09-22')]);
    expect((await register.calendars.newest('both'))?.holidays).toHaveLength(2);
  });
});

describe('a case that was told', () => {
  it('is not found again, nor one that did not move until it has moved on', async () => {
    await store(calendar('told', 'v1', []));
    const moved = await aCase('told', dueOn('2036-09-19'));
    const unmoved = await aCase('told', dueOn('2036-09-19'));
    await store(calendar('told', 'v2', ['2036-09-19']));
    const { calendars } = register;
    await calendars.didNotAnswer('told', 'v2', moved);
    expect((await calendars.waiting('told', 'v2', 1)).map(({ caseId }) => caseId)).toEqual([unmoved]);
    await calendars.told('told', 'v2', { caseId: moved, outcome: 'moved', caseVersion: 2 });
    await calendars.told('told', 'v2', { caseId: unmoved, outcome: 'unmoved' });
    expect(await calendars.findCases('told')).toBe(0);

    const summary = aSummary({
      caseId: unmoved,
      calendar: 'told',
      calendarVersion: 'v1',
      ...dueOn('2036-09-19'),
    });
    const event = anEvent(2, 'NoteAdded', { words: 'words-1' });
    await register.cases.applyStep(aStep({ summary: { ...summary, version: 2 }, events: [event] }));
    expect(await calendars.findCases('told')).toBe(1);
    const [{ cases } = { cases: {} }] = await calendars.versions('told');
    expect(cases).toEqual({ waiting: 1, moved: 1, unmoved: 0, closed: 0 });
  });
});

describe('among thousands of open cases the three hundred concerned', () => {
  it('are found in one statement', async () => {
    await store(calendar('many', 'v1', []));
    const one = await aCase('many', dueOn('2036-09-18'));
    const { columns } = await columnsOf();
    await register.database.change(
      `INSERT INTO register.case_row (case_id, reference, due_date, ${columns})
       SELECT gen_random_uuid(), 'many-' || n, CASE WHEN n % 10 = 0 THEN '2036-09-19'::date ELSE '2036-09-18'::date END, ${columns}
       FROM register.case_row, generate_series(1, 3000) n WHERE case_id = $1`,
      [one],
    );
    expect(await store(calendar('many', 'v2', ['2036-09-19']))).toMatchObject({ waiting: 300 });
  });
});

async function columnsOf(): Promise<{ readonly columns: string }> {
  const [row] = await register.database.query<{ columns: string }>(
    `SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'register' AND table_name = 'case_row' AND is_generated = 'NEVER'
       AND column_name NOT IN ('case_id', 'reference', 'due_date')`,
  );
  return row ?? { columns: '' };
}
