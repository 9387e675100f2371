import { rights as allRights } from '@duly/law';
import { caseRights } from '@duly/case';
import { check, commandBodies, openRequest, casesQuery, readQuery, idempotencyHeader } from './index.js';
import { openRequestExample } from './examples/view-examples.js';

const opening = (changed: object): unknown => ({ ...openRequestExample, ...changed });
const subject = (changed: object): unknown =>
  opening({ subject: { name: 'Ann Example', email: 'ann@example.org', ...changed } });

const wrong = (given: unknown): readonly (readonly [string, string])[] => {
  const outcome = check(openRequest, given);
  return outcome.isValid ? [] : outcome.errors.map(({ field, message }) => [field, message] as const);
};

describe('opening a request', () => {
  it('takes the example', () => {
    expect(wrong(openRequestExample)).toEqual([]);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '1899-12-31',
    '26-02-03',
    '2026-2-3',
    '',
    '2026-02-03 ',
  ])('refuses %j as a day', receivedOn => {
    expect(wrong(opening({ receivedOn }))).toEqual([['receivedOn', expect.stringMatching(/^must be a da/u)]]);
  });

  it.each(['2026-02-30T10:00:00Z', '2026-02-03', '2026-02-03T25:00:00Z', 'yesterday', '2026-02-03T10:00:00'])(
    'refuses %j as an instant',
    receivedAt => {
      expect(wrong(opening({ receivedAt })).map(([field]) => field)).toEqual(['receivedAt']);
    },
  );

  it.each(allRights.filter(right => !caseRights.some(one => one === right)))(
    'refuses the right %s',
    right => {
      expect(wrong(opening({ rights: [right] }))).toEqual([
        ['rights[0]', expect.stringMatching(/^must be one of access/u)],
      ]);
    },
  );

  it.each([[[]], [['access', 'access']], ['access'], [null]])('refuses the rights %j', rights => {
    expect(wrong(opening({ rights })).map(([field]) => field)).toEqual(['rights']);
  });

  it.each([
    'ann@example.org, bob@example.org',
    'ann@example.org;bob@example.org',
    'ann@example.org bob@example.org',
    'Ann <ann@example.org>',
    'ann@example.org\r\nBcc: all@example.org',
    'ann@example.org\n',
    'ann@example',
    '@example.org',
    `${'a'.repeat(250)}@example.org`,
    'ann@exam\u0000ple.org',
    'ann@example.org\r',
    'ann\u202e@example.org',
    'ann\u200b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `${'я'.repeat(200)}@example.org`,
    'ann@127.0.0.1',
    'ann@@example.org',
    '"ann smith"@example.org',
  ])('refuses %j as one address', email => {
    expect(wrong(subject({ email }))).toEqual([['subject.email', expect.any(String)]]);
  });

  it.each([
    'ann+rights@example.org',
    "o'brien@example.org",
    'ann@xn--bcher-kva.example',
    'ann@bücher.example',
    'zoë@example.org',
    'пример@пример.рф',
    '用户@例子.广告',
    '😀@example.org',
    `${'a'.repeat(64)}@example.org`,
  ])('takes %s as one address', email => {
    expect(wrong(subject({ email }))).toEqual([]);
  });

  it.each([
    'Ann\r\nBcc: all@example.org',
    'Ann\u0000',
    'Ann\u202Exe',
    '',
    '   ',
    'a'.repeat(201),
    'Ann\u2028Lee',
    7,
  ])('refuses %j as a name, and does not repeat it', name => {
    const errors = wrong(subject({ name }));
    expect(errors.map(([field]) => field)).toEqual(['subject.name']);
    expect(JSON.stringify(errors)).not.toContain('Ann');
  });

  it.each(['a'.repeat(200), '👩‍👩‍👧 Lee', 'آن لي', 'Zoë d’Ârc-Łuczak', '李安'])('takes %s as a name', name => {
    expect(wrong(subject({ name }))).toEqual([]);
  });

  it.each([
    ['words', { words: undefined }],
    ['subject', { subject: undefined }],
    ['channel', { channel: 'pigeon' }],
    ['subject.language', { subject: { name: 'A', language: 'English please' } }],
    ['actsAs', { actsAs: 'agent' }],
    ['child', { actsAs: 'parent', requester: { name: 'B' } }],
    ['child.aged', { child: { aged: '7', livesIn: 'scotland' } }],
    ['words', { words: 'a'.repeat(50_001) }],
    ['externalReference', { externalReference: 'a\nb' }],
    ['subject.phone', { subject: { name: 'A', phone: 'call me' } }],
    ['subject.nickname', { subject: { name: 'A', nickname: 'B' } }],
  ])('says which field is wrong: %s', (field, changed) => {
    expect(wrong(opening(changed))).toEqual([[field, expect.any(String)]]);
  });

  it('says what is needed, in words', () => {
    expect(wrong({})).toEqual([
      ['rights', 'is needed'],
      ['channel', expect.stringMatching(/^must be one of/u)],
      ['words', 'is needed'],
      ['subject', 'is needed'],
    ]);
    expect(wrong('text')).toEqual([['', 'must be an object']]);
    expect(wrong(null)).toEqual([['', 'must be an object']]);
  });

  it('does not repeat made-up names of fields that could be something else, and takes no prototype', () => {
    const given: unknown = JSON.parse('{"__proto__": {"isAdmin": true}, "ann@example.org": 1}');
    const fields = wrong({ ...openRequestExample, ...(given as object) }).map(([field]) => field);
    expect(fields).toEqual(['(unnamed)']);
    expect(wrong(JSON.parse(`{"__proto__": {"rights": ["access"]}}`)).map(([field]) => field)).toContain(
      'rights',
    );
  });

  it('names at most twenty wrong fields', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, place) => [`field${place}`, 1]));
    expect(wrong(opening(many))).toHaveLength(20);
  });
});

describe('commands', () => {
  it.each([0, -1, 1.5, '3', 2 ** 40])('refuses %j as a version', expectedVersion => {
    const outcome = check(commandBodies['remove-extension'], { reasons: 'No.', expectedVersion });
    expect(outcome).toMatchObject({ isValid: false, errors: [{ field: 'expectedVersion' }] });
  });

  it('does not let a letter be recorded as given by e-mail by hand: only the post knows that', () => {
    const outcome = check(commandBodies['record-notice-given'], {
      decided: 3,
      how: 'email',
      on: '2026-07-01',
    });
    expect(outcome).toMatchObject({ isValid: false, errors: [{ field: 'how' }] });
  });

  it('leaves to the case what a rule must refuse with its article: an extension without reasons', () => {
    expect(check(commandBodies['extend-time'], { ground: 'complexity' }).isValid).toBe(true);
  });
});

describe('queries and headers', () => {
  it('reads numbers as numbers, and refuses what is none', () => {
    expect(check(casesQuery, { limit: '20', state: 'open', alarm: 'true' })).toMatchObject({
      isValid: true,
      value: { limit: 20 },
    });
    for (const limit of ['0', '201', 'many', '', '1.5'])
      expect(check(casesQuery, { limit }).isValid).toBe(false);
    expect(check(readQuery, { atLeast: '7' })).toMatchObject({ isValid: true, value: { atLeast: 7 } });
  });

  it('refuses filters that do not exist, and days that do not', () => {
    expect(check(casesQuery, { color: 'red' }).isValid).toBe(false);
    expect(check(casesQuery, { dueBefore: '2026-02-30' }).isValid).toBe(false);
    expect(check(casesQuery, { cursor: "1' OR 1=1" }).isValid).toBe(false);
  });

  it.each(['', 'has a space in it', 'line\r\nend-of-it', 'ünïcödé-key', 'a'.repeat(201), undefined])(
    'refuses %j as an Idempotency-Key',
    key => {
      expect(check(idempotencyHeader, { 'idempotency-key': key }).isValid).toBe(false);
    },
  );

  it('takes a UUID as an Idempotency-Key, among other headers', () => {
    const headers = { 'idempotency-key': '0d2c1a55-7b59-4f0e-8f0e-6c1d2f3a4b5c', host: 'localhost' };
    expect(check(idempotencyHeader, headers).isValid).toBe(true);
  });
});
