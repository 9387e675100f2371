import { randomUUID } from 'node:crypto';
import type { CommandAnswerBody, Problem, RequestOpened } from '@duly/api-contract';
import type { ApiAnswer } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { canary, requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

/** One clear answer: a stable type and code, what was wrong and what to do, and nothing of what was sent. */
function isClear({ status, body, headers }: ApiAnswer<Problem>): void {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body.type).toBe(`urn:duly:problem:${body.code}`);
  expect(body.status).toBe(status);
  expect(body.detail.length).toBeGreaterThan(10);
  expect(body.remedy.length).toBeGreaterThan(10);
  expect(JSON.stringify(body)).not.toContain(canary);
}

const openings: readonly (readonly [string, Record<string, unknown>, number, string])[] = [
  ['an unknown right', { rights: ['forgetting'] }, 400, 'rights[0]'],
  ['no right at all', { rights: [] }, 400, 'rights'],
  ['30 February', { receivedOn: '2036-02-30' }, 400, 'receivedOn'],
  [
    'two addresses in one field',
    { subject: { name: canary, email: 'a@b.example, c@d.example' } },
    400,
    'subject.email',
  ],
  ['a header in a name', { subject: { name: `${canary}\r\nBcc: all@council.example` } }, 400, 'subject.name'],
  ['a field nobody knows', { prority: 'high' }, 400, 'prority'],
];

describe('opening a request', () => {
  it.each(openings)('refuses %s, and names the field', async (_what, changes, status, field) => {
    const handler = await journey.as('handler');
    const answer = await handler.refused('/v1/requests', requestBody(changes));
    isClear(answer);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.map(error => error.field)).toContain(field);
  });

  it('refuses a receipt in the future, with the rule', async () => {
    const handler = await journey.as('handler');
    const answer = await handler.refused('/v1/requests', requestBody({ receivedOn: '2036-04-02' }));
    isClear(answer);
    expect(answer.body).toMatchObject({ code: 'receipt-in-future', cite: expect.stringMatching(/R1[67]/) });
  });

  it('accepts a request whose date lies past the calendar, with a provisional date', async () => {
    const late = await Journey.begin({ at: '2060-12-20T09:00:00Z', withoutWorker: true });
    try {
      const handler = await late.as('handler');
      const { cases } = await handler.done<RequestOpened>(
        '/v1/requests',
        requestBody({ receivedOn: '2060-12-20' }),
      );
      expect(cases[0]).toMatchObject({ isProvisional: true, dueDate: expect.stringMatching(/^2061-01-/) });
    } finally {
      await late.end();
    }
  });

  it('refuses a body that is too large, is no JSON, or is of another type', async () => {
    const handler = await journey.as('handler');
    const large = await handler.refused('/v1/requests', requestBody({ words: 'x'.repeat(10_000_000) }));
    isClear(large);
    expect([large.status, large.body.code]).toEqual([413, 'body-too-large']);
    const broken = await handler.refused('/v1/requests', '{"rights": [');
    isClear(broken);
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed-json']);
    const form = await handler.refused('/v1/requests', 'rights=access', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    isClear(form);
    expect([form.status, form.body.code]).toEqual([415, 'wrong-content-type']);
  });

  it('refuses an address that is no route', async () => {
    const answer = await (await journey.as('handler')).get<Problem>('/v1/nothing');
    isClear(answer);
    expect([answer.status, answer.body.code]).toEqual([404, 'no-such-route']);
  });
});

describe('signing in', () => {
  const tokens: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['no token', () => Promise.resolve(undefined)],
    ['an expired token', () => journey.servers.signIn.forge({ exp: Math.floor(Date.now() / 1_000) - 3_600 })],
    ['a token for somebody else', () => journey.servers.signIn.forge({ aud: 'another-api' })],
    ['a token of another issuer', () => journey.servers.signIn.forge({ iss: 'https://issuer.example' })],
    ['a token that nobody signed', () => Promise.resolve(unsigned({ alg: 'none' }))],
    ['a token signed with HS256', () => Promise.resolve(unsigned({ alg: 'HS256' }, 'c2lnbmF0dXJl'))],
    ['no token at all but text', () => Promise.resolve('abc')],
  ];
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = (header: object, signature = ''): string =>
    `${encoded(header)}.${encoded({
      iss: journey.servers.signIn.issuer,
      aud: journey.servers.signIn.audience,
      sub: 'staff-harriet',
      iat: 1,
      exp: 4_000_000_000,
      roles: ['manager'],
    })}.${signature}`;

  it.each(tokens)('lets nobody in with %s', async (_what, token) => {
    const answer = await journey.with(await token()).get<Problem>('/v1/cases');
    isClear(answer);
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('lets a good token in, and no further than its roles', async () => {
    const auditor = await journey.as('auditor');
    expect((await auditor.get('/v1/cases')).status).toBe(200);
    const refused = await auditor.refused('/v1/requests', requestBody());
    isClear(refused);
    expect(refused.body).toMatchObject({ code: 'not-permitted', remedy: expect.stringContaining('handler') });
    const administrator = await journey.as('administrator');
    expect((await administrator.get<Problem>('/v1/cases')).status).toBe(403);
    const life = await CaseLife.open(journey);
    const approval = await life.refused('approve', { proposal: 1 });
    expect(approval.body).toMatchObject({
      code: 'not-permitted',
      remedy: expect.stringContaining('approver'),
    });
  });
});

describe('a command', () => {
  it('that the state does not allow is refused with the rule, and leaves the case as it was', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const { version } = await life.view();
    const answer = await life.refused('record-fee', { on: '2036-03-31' });
    isClear(answer);
    expect([answer.status, answer.body.code]).toEqual([409, 'nothing-awaited']);
    expect(answer.body.cite).toBeTruthy();
    expect((await life.view()).version).toBe(version);
  });

  it('for no case, or a made-up one, is refused', async () => {
    const handler = await journey.as('handler');
    const none = await handler.refused(`/v1/cases/${randomUUID()}/add-note`, { words: 'x' });
    expect([none.status, none.body.code]).toEqual([404, 'no-such-case']);
    const odd = await handler.refused('/v1/cases/42/add-note', { words: 'x' });
    expect([odd.status, odd.body.code]).toEqual([400, 'not-valid']);
    const request = await handler.refused(`/v1/requests/${randomUUID()}/add-note`, { words: 'x' });
    expect([request.status, request.body.code]).toEqual([404, 'no-such-request']);
    const task = await handler.refused('/v1/tasks/none.1.1.assess/claim', {});
    expect([task.status, task.body.code]).toEqual([404, 'no-such-task']);
  });

  it('written for an older version is told what has happened since', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const answer = await life.refused('add-note', { words: 'Late news.', expectedVersion: 1 });
    isClear(answer);
    expect([answer.status, answer.body.code]).toEqual([409, 'version-conflict']);
    expect(answer.body['since']).toMatchObject([{ number: 2, type: 'NoticeGiven' }]);
  });
});

describe('reading', () => {
  it('waits a bounded moment for a version, then says when to ask again', async () => {
    const life = await CaseLife.open(journey);
    const { version } = await life.give('add-note', { words: 'One.' });
    const read = await life.handler.get<{ version: number }>(`/v1/cases/${life.id}?atLeast=${version}`);
    expect([read.status, read.body.version >= version]).toEqual([200, true]);
    const ahead = await life.handler.get<Problem>(`/v1/cases/${life.id}?atLeast=999`);
    expect([ahead.status, ahead.body.code]).toEqual([503, 'not-yet-there']);
    expect(Number(ahead.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('goes page by page, and refuses a cursor that was made up', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'erasure', 'portability'] });
    const { opened, handler } = life;
    await Promise.all([0, 1, 2].map(place => life.sister(place).happens('NoticeGiven')));
    const path = `/v1/cases?reference=${opened.reference}&limit=2`;
    const first = await handler.read<{ cases: { id: string }[]; next: string | null }>(path);
    const second = await handler.read<typeof first>(`${path}&cursor=${first.next}`);
    expect([first.cases.length, second.cases.length, second.next]).toEqual([2, 1, null]);
    const ids = [...first.cases, ...second.cases].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(opened.cases.map(({ id }) => id)));
    const made = await handler.get<Problem>('/v1/cases?cursor=bm9uZQ');
    expect([made.status, made.body.code]).toEqual([400, 'not-valid']);
    const filtered = await handler.read<typeof first>(
      `/v1/cases?reference=${opened.reference}&state=open&right=erasure&dueAfter=2036-04-29&dueBefore=2036-05-01&alarm=false`,
    );
    expect(filtered.cases).toHaveLength(1);
  });
});

describe('the same call again', () => {
  it('needs a key', async () => {
    const handler = await journey.as('handler');
    const answer = await handler.refused('/v1/requests', requestBody(), { key: 'short' });
    isClear(answer);
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('opens one request, and answers alike; another body with the same key is refused', async () => {
    const handler = await journey.as('handler');
    const key = randomUUID();
    const first = await handler.post<RequestOpened>('/v1/requests', requestBody(), { key });
    const again = await handler.post<RequestOpened>('/v1/requests', requestBody(), { key });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await handler.refused('/v1/requests', requestBody({ channel: 'post' }), { key });
    isClear(other);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('carries a command out once, and repeats a refusal', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const [path, key] = [`/v1/cases/${life.id}/add-note`, randomUUID()];
    const first = await life.handler.post<CommandAnswerBody>(path, { words: 'Once.' }, { key });
    const again = await life.handler.post<CommandAnswerBody>(path, { words: 'Once.' }, { key });
    expect(again.body).toEqual(first.body);
    await life.happens('NoteAdded');
    expect((await life.types()).filter(type => type === 'NoteAdded')).toHaveLength(1);

    const fee = `/v1/cases/${life.id}/record-fee`;
    const refused = await life.handler.refused(fee, { on: '2036-03-31' }, { key });
    const repeated = await life.handler.refused(fee, { on: '2036-03-31' }, { key });
    expect(repeated.body).toEqual(refused.body);
    expect(repeated.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('sent twice at once is carried out once', async () => {
    const life = await CaseLife.open(journey);
    const [path, key] = [`/v1/cases/${life.id}/add-note`, randomUUID()];
    const both = await Promise.all(
      [1, 2].map(() => life.handler.post<Problem>(path, { words: 'At once.' }, { key })),
    );
    for (const { status, body } of both) {
      if (status !== 200) expect(body.code).toBe('still-under-way');
    }
    expect(both.some(({ status }) => status === 200)).toBe(true);
    await life.happens('NoteAdded');
    expect((await life.types()).filter(type => type === 'NoteAdded')).toHaveLength(1);
  });
});
