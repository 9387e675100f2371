import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duly, read } from '../run.given.js';
import { accessCase, line } from './case.given.js';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'duly-calendar-'))));
afterAll(() => rm(folder, { recursive: true }));

const received = (calendar: string, date = '2026-09-03'): string =>
  line(accessCase('a', { calendar, events: [{ type: 'received', date }] }));

async function withCalendar(content: unknown, input: string): Promise<Awaited<ReturnType<typeof duly>>> {
  const path = join(folder, 'calendar.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return duly(['clock', '--calendar-file', path], input);
}

const division = (name: string, ...dates: string[]): Record<string, unknown> => ({
  [name]: { division: name, events: dates.map(date => ({ title: 'A day', date, notes: '', bunting: true })) },
});

describe('--calendar-file', () => {
  it("adds a nation's holiday in gov.uk's shape and keeps all that is known", async () => {
    const feed = division('england-and-wales', '2026-10-05');
    const { lines } = await withCalendar(
      feed,
      `${received('england-and-wales')}\n${received('england-and-wales', '2026-03-03')}\n`,
    );
    // 3 and 6 April 2026 are Good Friday and Easter Monday, which the file does not hold.
    expect(lines.map(one => read(one)['dueDate'])).toEqual(['2026-10-06', '2026-04-07']);
  });

  it('makes other names calendars of their own, which end with their last year', async () => {
    const feed = division('jersey', '2026-10-05');
    const { lines } = await withCalendar(
      feed,
      `${received('jersey')}\n${received('jersey', '2026-12-03')}\n${received('england-and-wales')}`,
    );
    expect(lines.map(one => read(one)['dueDate'])).toEqual(['2026-10-06', undefined, '2026-10-05']);
    expect(read(lines[1])['error']).toMatchObject({ code: 'CALENDAR_HORIZON' });
  });

  it('reads calendars of our own shape', async () => {
    const covers = { from: '2026-01-01', to: '2027-12-31' };
    const own = {
      name: 'jersey',
      version: 'v1',
      covers,
      holidays: [{ date: '2026-10-05', knownFrom: '2026-09-10' }],
    };
    const asked = JSON.parse(received('jersey')) as Record<string, unknown>;
    const cases = [asked, { ...asked, asOf: '2026-09-09' }, { ...asked, asOf: '2026-09-10' }];
    const { lines } = await withCalendar([own], line(cases));
    expect(lines.map(one => read(one)['dueDate'])).toEqual(['2026-10-06', '2026-10-05', '2026-10-06']);
  });

  it('lets our own shape take back a holiday of a nation', async () => {
    const own = {
      name: 'scotland',
      version: 'v2',
      covers: { from: '2022-01-01', to: '2028-12-31' },
      holidays: [{ date: '2026-11-30', withdrawnOn: '2026-10-01' }],
    };
    const { lines } = await withCalendar(own, received('scotland', '2026-10-30'));
    expect(read(lines[0])['dueDate']).toBe('2026-11-30');
  });

  it.each([
    ['<html>', 'It is not JSON. Fetch or write it again.'],
    [{}, 'It holds no calendar.'],
    [[], 'It holds no calendar.'],
    [{ name: 'x', holidays: [] }, 'It holds no calendar.'],
    [{ jersey: { events: [] } }, '"jersey" is no division'],
    [division('jersey', '2026-02-30'), '"jersey" is no division'],
    [division('scotland', 'soon'), 'scotland'],
  ])('refuses %j before anything is answered', async (content, told) => {
    const { lines, errors, code } = await withCalendar(content, received('scotland'));
    expect([lines, code]).toEqual([[], 2]);
    expect(errors).toContain(told);
  });

  it('refuses a file that is not there', async () => {
    const { errors, code } = await duly(
      ['clock', '--calendar-file', join(folder, 'absent')],
      received('scotland'),
    );
    expect(errors).toContain('It was not read: there is no such file.');
    expect(code).toBe(2);
  });
});
