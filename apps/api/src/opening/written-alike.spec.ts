import { emailAlike, phoneAlike, postAlike } from './written-alike.js';

describe('one telephone number, however it is written (R61: a system that sends asks in its own form)', () => {
  it.each([
    '07700 900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 7700 900123',
    '447700900123',
    '(07700) 900-123',
    '07700 900123 ext 12',
    '07700 900123 x12',
    '+44 7700 900123ext.4',
  ])('%s', written => {
    expect(phoneAlike(written)).toBe('7700900123');
  });

  it('of nine digits after the 0, too, and in full-width digits', () => {
    expect(phoneAlike('01204 62083')).toBe(phoneAlike('+44 1204 62083'));
    expect(phoneAlike('０７７００ ９００１２３')).toBe('7700900123');
  });

  it('of another country keeps its country, so that it is nobody’s here', () => {
    expect(phoneAlike('+33 6 12 34 56 78')).toBe('+33612345678');
    expect(phoneAlike('0033 6 12 34 56 78')).toBe('+33612345678');
    expect(phoneAlike('+1 (770) 090-0123')).not.toBe(phoneAlike('07700 900123'));
  });

  it('is none where there are no digits', () => {
    expect(phoneAlike('-- (.) --')).toBeUndefined();
    expect(phoneAlike(undefined)).toBeUndefined();
  });
});

describe('one address, however it is written', () => {
  it('e-mail: case, blanks around, and the width of characters do not matter', () => {
    expect(emailAlike(' Ann@EXAMPLE.org ')).toBe('ann@example.org');
    expect(emailAlike('ａｎｎ＠example.org')).toBe('ann@example.org');
  });

  it('post: lines, commas, accents and the gap in the postcode do not matter', () => {
    const written = postAlike('1 Café Lane\nLeeds\nLS1 4AB');
    expect(postAlike('1, Cafe\u0301 lane, LEEDS, ls14ab')).toBe(written);
    expect(postAlike('１ Cafe Lane Leeds LS1 4AB')).toBe(written);
    expect(postAlike('2 Café Lane\nLeeds\nLS1 4AB')).not.toBe(written);
    expect(postAlike(' - ')).toBeUndefined();
  });
});
