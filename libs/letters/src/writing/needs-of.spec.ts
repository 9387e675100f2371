import { needsOf } from './needs-of.js';

const name = 'Ann Lee';

describe('what letters to a person must be like (UK GDPR Art 12(1), Equality Act 2010 s.20)', () => {
  it.each([
    ['nothing said', { name }, false],
    ['British English', { name, language: 'en-GB' }, false],
    ['Welsh', { name, language: 'cy' }, true],
    ['paper', { name, contactBy: 'post' }, true],
    ['braille', { name, format: 'braille' }, true],
    ['easy read', { name, format: 'easy-read' }, true],
    ['adjustments in words', { name, adjustments: 'Call first, never write.' }, true],
    ['large print', { name, format: 'large-print' }, false],
    ['plain text', { name, format: 'plain-text' }, false],
  ] as const)('%s', (_what, person, byHand) => {
    expect(needsOf(person, 'acknowledgement').byHand).toBe(byHand);
  });

  it('large print and plain text are made by the machine', () => {
    expect(needsOf({ name, format: 'large-print' }, 'acknowledgement')).toMatchObject({
      isLarge: true,
      plainText: false,
    });
    expect(needsOf({ name, format: 'plain-text' }, 'acknowledgement')).toMatchObject({
      isLarge: false,
      plainText: true,
    });
  });
});
