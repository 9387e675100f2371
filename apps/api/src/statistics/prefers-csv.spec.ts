import { prefersCsv } from './prefers-csv.js';

describe('the Accept header (RFC 9110 section 12.5.1)', () => {
  it.each(['text/csv', 'TEXT/CSV', 'text/csv; header=present', 'text/*', 'text/csv, */*;q=0.1'])(
    '%s asks for CSV',
    accept => {
      expect(prefersCsv(accept)).toBe(true);
    },
  );

  it.each(['text/csv, application/json;q=0.9', 'application/json;q=0.5,text/csv;q=0.6'])(
    '%s puts CSV above JSON',
    accept => {
      expect(prefersCsv(accept)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'text/csv, application/json',
    'text/csv;q=0.5, application/json',
    'text/csv;q=0',
    'text/csv;q=nonsense',
    'text/html,application/xhtml+xml,*/*;q=0.8',
    'application/xml',
  ])('%s gets JSON', accept => {
    expect(prefersCsv(accept)).toBe(false);
  });
});
