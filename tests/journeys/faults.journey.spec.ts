import { randomUUID } from 'node:crypto';
import type {
  CaseList,
  CaseView,
  CommandAnswerBody,
  Problem,
  RequestOpened,
  SuppressionChecked,
} from '@duly/api-contract';
import { freePorts } from '@duly/infra';
import { startMailCatcher } from '@duly/infra/mail-catcher';
import { until } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';
import { RawConnection } from './raw-connection.js';
import { restartableServers, type RestartableServers } from './restartable-servers.js';

let servers: RestartableServers;
let journey: Journey;
beforeAll(async () => {
  servers = await restartableServers();
  journey = await Journey.begin({ settings: { COMMAND_PATIENCE: 'PT3S' } });
});
afterAll(async () => {
  try {
    await journey.end();
  } finally {
    await servers.end();
  }
});

const again = async <Body>(call: () => Promise<{ status: number; body: Body }>): Promise<Body> =>
  until('the answer to the same call', 60, async () => {
    const { status, body } = await call();
    return status < 400 ? body : undefined;
  });

const hasStarted = (id: string): Promise<true> =>
  until('the start of the case', 60, async () => {
    const handler = await journey.as('handler');
    const { status, body } = await handler.get<CaseView>(`/v1/cases/${id}`);
    return (status === 200 && body.hasStarted) || undefined;
  });

describe('the worker killed in the middle of a command', () => {
  it('loses nothing: the same call gets its one outcome', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const [path, key] = [`/v1/cases/${life.id}/add-note`, randomUUID()];
    const note = { words: 'Written while the lights went out.' };
    const first = life.handler.post<CommandAnswerBody>(path, note, { key });
    await journey.worker.kill();
    await journey.startWorker();
    const answer = await first;
    if (answer.status !== 200) expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    const repeated = await again(() => life.handler.post<CommandAnswerBody>(path, note, { key }));
    expect(repeated.events).toEqual(['NoteAdded']);
    await life.happens('NoteAdded');
    expect((await life.types()).filter(type => type === 'NoteAdded')).toHaveLength(1);
  });
});

describe('Temporal down while opening', () => {
  it('answers 202 with the lawful date; the case starts by itself, even when the API has died in between', async () => {
    const [life, closed] = [await CaseLife.open(journey), await CaseLife.open(journey)];
    await closed.give('answer', { extent: 'wholly', words: 'All of it is in here.' });
    await closed.happens('NoticeGiven', 2);
    await until('the end of the answered case', 60, async () => (await closed.view()).closedOn ?? undefined);
    await servers.stopTemporal();
    const handler = await journey.as('handler');
    const opened = await handler.post<RequestOpened>(
      '/v1/requests',
      requestBody({ rights: ['access', 'erasure'] }),
    );
    expect(opened.status).toBe(202);
    expect(opened.body.cases.map(({ dueDate }) => dueDate)).toEqual(['2036-04-30', '2036-04-30']);
    const id = opened.body.cases[0]?.id ?? '';
    expect((await handler.read<CaseView>(`/v1/cases/${id}`)).hasStarted).toBe(false);
    const listed = await handler.read<CaseList>(`/v1/cases?reference=${opened.body.reference}&state=open`);
    expect(listed.cases.map(({ dueDate }) => dueDate)).toEqual(['2036-04-30', '2036-04-30']);

    const late = await handler.post<RequestOpened>(`/v1/requests/${opened.body.request}/add-right`, {
      right: 'objection',
      reasons: 'It stood on the back.',
    });
    expect([late.status, late.body.cases[0]?.dueDate]).toEqual([202, '2036-04-30']);

    // Art 21(3), R61: the marketing stops in the transaction that accepts, whatever waits behind it.
    const email = 'fenella@stopwell.example';
    const marketing = await journey.as('marketing');
    const suppressed = () => marketing.done<SuppressionChecked>('/v1/suppressions/check', { email });
    expect((await suppressed()).stopped).toEqual([]);
    const objection = await handler.post<RequestOpened>(
      '/v1/requests',
      requestBody({ rights: ['objection_direct_marketing'], subject: { name: 'Fenella Stopwell', email } }),
    );
    expect(objection.status).toBe(202);
    const stopped = { stopped: ['email', 'phone', 'post'], since: '2036-03-31' };
    expect(await suppressed()).toEqual(stopped);

    const [key, laterKey, reopenKey] = [randomUUID(), randomUUID(), randomUUID()];
    const note = { words: 'Said while nobody listened.' };
    const reopening = { reasons: 'Something was left out.' };
    const early = await Promise.all([
      handler.refused(`/v1/cases/${id}/add-note`, note, { key }),
      handler.refused(`/v1/cases/${life.id}/add-note`, note, { key: laterKey }),
      handler.refused(`/v1/cases/${closed.id}/reopen`, reopening, { key: reopenKey }),
    ]);
    for (const { status, body, headers } of early) {
      expect([status, body.code]).toEqual([503, 'temporal-away']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }

    await journey.api.kill();
    await servers.startTemporal();
    await journey.startApi();
    await hasStarted(id);
    const path = `/v1/cases/${id}/add-note`;
    const answer = await again(() => handler.post<CommandAnswerBody>(path, note, { key }));
    expect(answer.events).toEqual(['NoteAdded']);
    await hasStarted(opened.body.cases[1]?.id ?? '');
    await hasStarted(late.body.cases[0]?.id ?? '');
    await CaseLife.following(journey, handler, objection.body).happens('NoticeGiven');
    expect(await suppressed()).toEqual(stopped);
    await handler.done(`/v1/cases/${life.id}/add-note`, note, { key: laterKey });
    await life.happens('NoteAdded');
    expect((await life.types()).filter(type => type === 'NoteAdded')).toHaveLength(1);
    await handler.done(`/v1/cases/${closed.id}/reopen`, reopening, { key: reopenKey });
    await closed.happens('CaseReopened');
    expect((await closed.types()).filter(type => type === 'CaseReopened')).toHaveLength(1);
  });
});

describe('PostgreSQL restarted', () => {
  it('accepts nothing while it is away, and goes on with everything once it is back', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await servers.stopPostgres();
    const [key, body] = [randomUUID(), requestBody()];
    const refused = await life.handler.refused('/v1/requests', body, { key });
    expect([refused.status, refused.body.code]).toEqual([503, 'database-away']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const ready = await journey.with(undefined).get<object>('/health/ready');
    expect([ready.status, ready.body]).toMatchObject([503, { status: 'not-ready', database: 'down' }]);
    expect((await journey.with(undefined).get('/health/live')).status).toBe(200);

    await servers.startPostgres();
    const opened = await again(() => life.handler.post<RequestOpened>('/v1/requests', body, { key }));
    expect(opened.cases).toHaveLength(1);
    await hasStarted(opened.cases[0]?.id ?? '');
    await life.give('add-note', { words: 'Back again.' });
    await life.happens('NoteAdded');
  });
});

describe('SMTP', () => {
  it('refusing one address for ever stops no other letter and no row', async () => {
    const { mail } = journey.servers;
    mail.refuse('nobody@marrowbone.example');
    const life = await CaseLife.open(journey, {
      subject: { name: 'Quillon Marrowbone', email: 'nobody@marrowbone.example' },
      recipient: { name: 'Osbert Tallow', email: 'osbert@tallow.example' },
    });
    await life.happens('NoticeNotGiven');
    expect((await life.view()).tasks.map(({ kind }) => kind)).toContain('post-a-letter');
    await life.give('answer', { extent: 'wholly', words: 'All of it is in here.' });
    const letter = await mail.letter(({ envelope }) => envelope.to.includes('osbert@tallow.example'));
    expect(letter.text).toContain('All of it is in here.');
    await life.happens('RequestAnswered');
    const states = (await life.letters()).letters.map(({ kind, state }) => `${kind} ${state}`);
    expect(states).toEqual(expect.arrayContaining(['acknowledgement refused', 'answer accepted']));
    mail.acceptAll();
  });

  it('down keeps letters waiting, and rows going; they leave once it is back', async () => {
    const [smtpPort = 0, pagePort = 0] = await freePorts(2);
    await journey.worker.stop();
    await journey.startWorker({ SMTP_PORT: String(smtpPort) });
    const life = await CaseLife.open(journey);
    await life.give('add-note', { words: 'The post is silent.' });
    await life.happens('NoteAdded');
    await until(
      'a letter that waits',
      20,
      async () =>
        (await life.letters()).letters.some(({ state, tries }) => state === 'deferred' && tries > 0) ||
        undefined,
    );
    const catcher = await startMailCatcher({ smtpPort, pagePort });
    try {
      // The pause between tries is the case's own time, so winding its clock ends it.
      await journey.clockOf(life.id).windBy(7_200);
      await life.happens('NoticeGiven');
      expect(catcher.letters()).toHaveLength(1);
    } finally {
      await journey.worker.stop();
      await catcher.stop();
      await journey.startWorker();
    }
  });
});

describe('the API told to stop', () => {
  it('finishes what is under way, and turns away what still comes in as a problem that may be repeated', async () => {
    const connection = await RawConnection.open(journey.url);
    const head = ['Host: 127.0.0.1', 'Content-Type: application/json', 'Content-Length: 2'];
    connection.say('POST /v1/requests HTTP/1.1', ...head, 'Expect: 100-continue', '', '');
    await connection.hears('100 Continue');
    const { api } = journey;
    const stopped = api.stop();
    await until('its stopping', 20, () => api.log().includes('api stopping') || undefined);
    connection.say('{}GET /health/live HTTP/1.1', 'Host: 127.0.0.1', '', '');
    const heard = await connection.hears('urn:duly:problem:stopping');
    expect(heard).toContain('HTTP/1.1 401');
    expect(heard.slice(heard.indexOf('HTTP/1.1 503'))).toMatch(/retry-after: 1\r\n/);
    await stopped;
    await journey.startApi();
  });
});

describe('more openings than may start at once', () => {
  it('are all accepted, some with 202, and all start', async () => {
    await journey.api.stop();
    await journey.startApi({ STARTS_IN_FLIGHT: '1' });
    const handler = await journey.as('handler');
    const burst = await Promise.all(
      Array.from({ length: 12 }, () => handler.post<RequestOpened | Problem>('/v1/requests', requestBody())),
    );
    const statuses = burst.map(({ status }) => status);
    expect(statuses.every(status => status === 201 || status === 202)).toBe(true);
    expect(statuses).toContain(202);
    for (const { body } of burst) await hasStarted((body as RequestOpened).cases[0]?.id ?? '');
  });
});
