import { errorLine, errorOfPage, fieldError } from './errors.js';

describe('an error beside a field', () => {
  it('says how to fill in its kind, where it is only not of its kind', () => {
    expect(fieldError('date', 'must be a date, written YYYY-MM-DD')).toBe('must be a day, such as 27 3 2026');
    expect(fieldError('date', 'must be a day of the calendar, from 1900-01-01')).toBe('there is no such day');
    expect(fieldError('choice', 'must be one of email, post')).toBe('choose one of them');
    expect(fieldError('number', 'must be 1 or more')).toBe('must be 1 or more');
    expect(errorOfPage('channel', 'must be one of email, post')).toBe('choose one of them');
    expect(errorOfPage('rights', 'is needed')).toBe('choose at least one of them');
  });

  it('keeps whatever else is wrong, with days and fields as people read them', () => {
    expect(fieldError('date', 'Receipt on 2036-12-24 lies in the future.')).toBe(
      'Receipt on Wednesday 24 December 2036 lies in the future.',
    );
    expect(fieldError('date', 'must not be before `from`')).toBe('must not be before “from”');
    expect(fieldError('line', 'must be a reference such as DR-2026-000123-1')).toBe(
      'must be a reference such as DR-2026-000123-1',
    );
  });

  it('stands at the top after what is asked, without its question mark', () => {
    expect(errorLine('To whom?', 'choose who is to have it')).toBe('To whom: choose who is to have it');
    expect(errorLine('Why? The person is told this.', 'write something here')).toBe(
      'Why? The person is told this: write something here',
    );
  });
});
