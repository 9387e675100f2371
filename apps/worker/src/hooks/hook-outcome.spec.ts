import type { CallOutcome } from '@duly/courier';
import { excerptOf, hookOutcome } from './hook-outcome.js';

const answered = (
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): CallOutcome => ({
  kind: 'answered',
  status,
  headers,
  body: Buffer.from(body),
  isCut: false,
  milliseconds: 3,
});
const silent: CallOutcome = { kind: 'failed', because: 'timed-out', milliseconds: 15_000 };
const payload = JSON.stringify({
  type: 'case.NoteAdded',
  data: { case: '0d2c1a55-7b59-4f0e-8f0e-6c1d2f3a4b5c', reference: 'DR-2036-000001-1' },
});

describe('what comes after a try', () => {
  it.each([200, 202, 204])('%d: it has arrived', status => {
    expect(hookOutcome(answered(status), 1, 0)).toEqual({ kind: 'delivered' });
  });

  it('410: the endpoint wants no more', () => {
    expect(hookOutcome(answered(410), 1, 0)).toEqual({ kind: 'gone' });
  });

  it.each([301, 307, 400, 404, 429, 500])('%d: it is tried again', status => {
    expect(hookOutcome(answered(status), 1, 0)).toEqual({ kind: 'again', after: 5 });
  });

  it('is tried ten times in all, at once and after the gaps of Standard Webhooks, each up to a fifth longer', () => {
    const after = (chance: number) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(tries => {
        const outcome = hookOutcome(silent, tries, chance);
        return outcome.kind === 'again' ? outcome.after : undefined;
      });
    expect(after(0)).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(after(1)[0]).toBeCloseTo(6);
    expect(hookOutcome(silent, 10, 0)).toEqual({ kind: 'failed' });
  });

  it('heeds Retry-After in seconds, up to a day', () => {
    const again = (seconds: string) => hookOutcome(answered(429, '', { 'retry-after': seconds }), 1, 0);
    expect(again('90')).toEqual({ kind: 'again', after: 90 });
    expect(again('2')).toEqual({ kind: 'again', after: 5 });
    expect(again('999999')).toEqual({ kind: 'again', after: 86_400 });
    expect(again('Fri, 31 Dec 2037 23:59:59 GMT')).toEqual({ kind: 'again', after: 5 });
  });
});

describe('what the log quotes of an answer', () => {
  it('is its beginning, on one line', () => {
    expect(excerptOf(answered(500, 'no\r\nroom\u0000 left'), payload)).toBe('no room left');
    expect(excerptOf(answered(500, 'x'.repeat(1_000)), payload)?.length).toBe(150);
    expect(excerptOf(answered(500, '😀'.repeat(1_000)), payload)?.length).toBe(300);
  });

  it.each([
    ['nothing', ''],
    ['our own message', payload],
    ['one id of it', 'unknown case 0d2c1a55-7b59-4f0e-8f0e-6c1d2f3a4b5c'],
    ['the reference', 'unknown DR-2036-000001-1'],
  ])('is nothing of %s', (_what, body) => {
    expect(excerptOf(answered(500, body), payload)).toBeNull();
  });

  it('is nothing where nobody answered', () => {
    expect(excerptOf(silent, payload)).toBeNull();
  });
});
