import { csvCell } from './examined.js';

describe('a cell of CSV (RFC 4180)', () => {
  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\tx', '\rx', '=cmd|" /C calc"!A0'])(
    'that a spreadsheet would run is made text: %j',
    cell => {
      expect(csvCell(cell).replace(/^"/u, '')).toMatch(/^'/u);
    },
  );

  it('is quoted where it holds a comma, a quote or a line end, and else left as it is', () => {
    expect(csvCell('a, b')).toBe('"a, b"');
    expect(csvCell('say "no"')).toBe('"say ""no"""');
    expect(csvCell('a\nb')).toBe('"a\nb"');
    expect(csvCell('Rights team')).toBe('Rights team');
    expect([csvCell(null), csvCell(true), csvCell(7)]).toEqual(['', 'true', '7']);
  });
});
