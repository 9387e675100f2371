import { check, mayDo, roles, statisticsColumns, statisticsCsv, statisticsQuery } from './index.js';
import { statisticsExample } from './examples/statistics-example.js';

const wrong = (given: object): readonly (readonly [string, string])[] => {
  const outcome = check(statisticsQuery, given);
  return outcome.isValid ? [] : outcome.errors.map(({ field, message }) => [field, message] as const);
};
const months = (from: string, to: string) => wrong({ from, to });

describe('asking for statistics', () => {
  it.each([
    ['2026-07', '2026-07'],
    ['2026-12', '2027-01'],
    ['2022-01', '2026-12'],
    ['1900-01', '1900-12'],
  ])('takes %s to %s', (from, to) => {
    expect(months(from, to)).toEqual([]);
  });

  it('needs both months', () => {
    expect(wrong({})).toEqual([
      ['from', 'is needed'],
      ['to', 'is needed'],
    ]);
  });

  it.each(['2026-13', '2026-00', '2026-7', '2026', '26-07', '2026-07-01', '1899-12', '2200-01', 'July', ''])(
    'refuses %j as a month',
    from => {
      expect(months(from, '2026-07')).toEqual([['from', 'must be a month, written YYYY-MM']]);
    },
  );

  it('refuses a last month before the first', () => {
    expect(months('2026-08', '2026-07')).toEqual([['to', 'must not be before from']]);
  });

  it('refuses more than five years at once: 2022-01 to 2027-01 are 61 months', () => {
    expect(months('2022-01', '2027-01')).toEqual([['to', expect.stringContaining('at most 60 months')]]);
  });

  it.each([
    ['by', 'week'],
    ['by', 'right,month'],
    ['counting', 'due'],
    ['right', 'access,erasure'],
    ['team', ''],
    ['format', 'csv'],
  ])('refuses %s=%s', (field, value) => {
    expect(wrong({ from: '2026-07', to: '2026-07', [field]: value }).map(([name]) => name)).toEqual([field]);
  });

  it('is for managers and auditors', () => {
    expect(roles.filter(role => mayDo([role], 'read statistics'))).toEqual(['manager', 'auditor']);
  });
});

describe('statistics as CSV (RFC 4180)', () => {
  const lines = (csv: string) => csv.split('\r\n');

  it('begins with a line of names, each once, also where there is no row', () => {
    expect(statisticsCsv([])).toBe(`${statisticsColumns.join(',')}\r\n`);
    expect(new Set(statisticsColumns).size).toBe(statisticsColumns.length);
    expect(statisticsColumns.slice(0, 4)).toEqual(['month', 'kind', 'right', 'cases']);
    expect(statisticsColumns).toContain('refusedPartly.exemption');
  });

  it('has every figure of the JSON under its name', () => {
    const [row] = statisticsExample.rows;
    const [names = '', cells = '', end] = lines(statisticsCsv(statisticsExample.rows));
    const table = Object.fromEntries(names.split(',').map((name, place) => [name, cells.split(',')[place]]));
    expect(end).toBe('');
    expect(table).toMatchObject({ month: '2026-07', cases: '40', medianAgeClosed: '21.5' });
    expect(table['ends.answered']).toBe(String(row?.ends.answered));
    expect(table['refusedPartly.exemption']).toBe('4');
    expect(Object.values(table)).not.toContain(undefined);
  });

  it('leaves the cell of a null empty, and has as many cells in every line', () => {
    const [row] = statisticsExample.rows;
    if (!row) throw new Error('the example has a row');
    const csv = statisticsCsv([row, { ...row, month: null, right: null, medianAgeOpen: null }]);
    const widths = lines(csv)
      .slice(0, -1)
      .map(line => line.split(',').length);
    expect(new Set(widths)).toEqual(new Set([statisticsColumns.length]));
    expect(lines(csv)[2]).toMatch(/^,request,,40,/u);
  });

  it('holds nothing that would need quotes or be a formula to a spreadsheet', () => {
    const cells = lines(statisticsCsv(statisticsExample.rows)).flatMap(line => line.split(','));
    expect(cells.filter(cell => !/^(?:[a-z0-9][\w.-]*)?$/iu.test(cell))).toEqual([]);
  });
});
