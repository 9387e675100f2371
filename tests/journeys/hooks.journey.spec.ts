import { randomUUID } from 'node:crypto';
import type {
  HookDeliveries,
  HookPinged,
  HookRegistered,
  HookReplayed,
  HooksView,
  HookView,
} from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { HookReceiver } from './hook-receiver.js';
import { Journey } from './journey.js';
import { scrapeOf, sumOf } from './scrape.js';

const canary = 'Quillibert Canarius';
const address = 'quillibert.canarius@people.example';

let journey: Journey;
let administrator: ApiCaller;
const receivers: HookReceiver[] = [];
beforeAll(async () => {
  for (let count = 0; count < 5; count += 1) receivers.push(await HookReceiver.open());
  const HOOKS_LOOPBACK = receivers.map(({ port }) => `127.0.0.1:${port}`).join(',');
  journey = await Journey.begin({ settings: { HOOKS_LOOPBACK, HOOKS_TIMEOUT: 'PT2S' } });
  administrator = await journey.as('administrator');
});
afterAll(async () => {
  await journey.end();
  for (const receiver of receivers) await receiver.down();
});

const open = () =>
  CaseLife.open(journey, {
    words: `${canary} wants it all.`,
    subject: { name: canary, email: address },
    requester: { name: canary, email: address },
  });
const registered = async (receiver: HookReceiver, types?: readonly string[]): Promise<string> => {
  const body = { url: receiver.url, ...(types && { types }) };
  const { id, secret } = await administrator.done<HookRegistered>('/v1/hooks', body);
  expect(secret).toMatch(/^whsec_/);
  receiver.secrets = [secret ?? ''];
  return id;
};
const hook = (id: string) => administrator.read<HookView>(`/v1/hooks/${id}`);
const log = async (id: string, query = '') =>
  (await administrator.read<HookDeliveries>(`/v1/hooks/${id}/deliveries${query}`)).deliveries;
const tell = <Answer>(id: string, verb: string, body: object = {}) =>
  administrator.done<Answer>(`/v1/hooks/${id}/${verb}`, body);
const hasReceived = (receiver: HookReceiver, what: (types: readonly string[]) => boolean) =>
  until('The message at the receiver', 30, () =>
    Promise.resolve(what(receiver.received.map(({ type }) => type)) || undefined),
  );
const receives = (receiver: HookReceiver, ...types: readonly string[]) =>
  hasReceived(receiver, received => types.every(type => received.includes(type)));
const isDelivered = (id: string, message: string) =>
  until('The delivery in the log', 30, async () =>
    (await log(id)).find(one => one.message === message && one.state === 'delivered'),
  );
const note = { words: `${canary} rang.` };

describe('an endpoint', () => {
  it('is told the life of a case, signed, with no personal data, by the same words as the timeline', async () => {
    const [receiver] = receivers as [HookReceiver];
    const id = await registered(receiver);
    const life = await open();
    await life.give('add-note', note);
    await life.give('answer', { extent: 'wholly', words: `Here is the copy, ${canary}.` });
    await life.happens('RequestAnswered');
    await receives(receiver, 'case.RequestReceived', 'case.NoteAdded', 'case.RequestAnswered');
    const types = (await life.types()).map(type => `case.${type}`);
    await until('Every event at the receiver', 30, () =>
      Promise.resolve(receiver.received.length >= types.length || undefined),
    );
    expect(receiver.received.map(({ type }) => type).sort()).toEqual([...types].sort());
    for (const { goodBy, raw } of receiver.received) {
      expect(goodBy).toEqual(receiver.secrets);
      for (const text of [canary, 'Canarius', address, 'the copy', 'rang']) expect(raw).not.toContain(text);
    }
    const answered = receiver.received.find(({ type }) => type === 'case.RequestAnswered');
    const { reference } = await life.view();
    expect(answered?.data).toMatchObject({
      case: life.id,
      request: life.opened.request,
      reference,
      right: 'access',
      inTime: true,
    });
    expect(new Set(receiver.ids).size).toBe(types.length);
    expect(await hook(id)).toMatchObject({ state: 'enabled', url: receiver.url, types: null });
    await tell(id, 'remove');
    expect((await administrator.get(`/v1/hooks/${id}`)).status).toBe(404);
  });

  it('shows its secret once, also to a call that is repeated, and signs with two while it changes over', async () => {
    const receiver = receivers[1]!;
    const [key, body] = [randomUUID(), { url: receiver.url, types: ['case.NoteAdded'] }];
    const first = (await administrator.post<HookRegistered>('/v1/hooks', body, { key })).body;
    const again = (await administrator.post<HookRegistered>('/v1/hooks', body, { key })).body;
    expect([again.id, again.secret]).toEqual([first.id, null]);
    const { id } = first;
    const { secret: next } = await tell<HookRegistered>(id, 'rotate-secret', { overlapHours: 1 });
    receiver.secrets = [first.secret ?? '', next ?? ''];
    const ping = await tell<HookPinged>(id, 'ping');
    await receives(receiver, 'ping');
    expect(receiver.received[0]).toMatchObject({ id: `msg_${ping.delivery}`, goodBy: receiver.secrets });
    expect((await hook(id)).earlierSecretUntil).not.toBeNull();
    await tell(id, 'rotate-secret', { overlapHours: 0 });
    await tell(id, 'ping');
    await hasReceived(receiver, types => types.length === 2);
    expect(receiver.received[1]?.goodBy).toEqual([]);
    await tell(id, 'remove');
  });

  it('is refused with what is wrong, kept by administrators alone, and seen by auditors', async () => {
    const wrong = await administrator.refused('/v1/hooks', {
      url: 'https://169.254.169.254/latest/meta-data',
    });
    expect(wrong.body).toMatchObject({
      code: 'not-valid',
      errors: [
        { field: 'url', message: 'must lie on the open internet: this address belongs to an inner network' },
      ],
    });
    const plain = await administrator.refused('/v1/hooks', { url: 'http://hooks.example/' });
    expect(plain.body.detail).toContain('must begin with https://');
    expect(
      (await administrator.refused('/v1/hooks', { url: 'https://a.example/', types: [] })).body.code,
    ).toBe('not-valid');
    const nowhere = await administrator.refused(`/v1/hooks/${randomUUID()}/ping`, {});
    expect(nowhere.body.code).toBe('no-such-hook');
    const manager = await journey.as('manager');
    expect((await manager.refused('/v1/hooks', { url: 'https://a.example/' })).body.code).toBe(
      'not-permitted',
    );
    const auditor = await journey.as('auditor');
    expect(await auditor.read<HooksView>('/v1/hooks')).toEqual({ hooks: [] });
    expect((await manager.get('/v1/hooks')).status).toBe(403);
  });

  it('is refused where there are fifty already, which says so; once one is removed there is room again', async () => {
    const { hooks } = await administrator.read<HooksView>('/v1/hooks');
    const body = { url: 'https://one-of-many.example/', types: ['case.NoteAdded'] };
    const ids: string[] = [];
    while (hooks.length + ids.length < 50)
      ids.push((await administrator.done<HookRegistered>('/v1/hooks', body)).id);
    const oneMore = await administrator.refused('/v1/hooks', body);
    expect(oneMore.status).toBe(409);
    expect(oneMore.body).toMatchObject({
      code: 'too-many-hooks',
      detail: expect.stringContaining('50 endpoints'),
      remedy: expect.stringContaining('Remove one'),
    });
    await tell(ids.pop()!, 'remove');
    ids.push((await administrator.done<HookRegistered>('/v1/hooks', body)).id);
    for (const id of ids) await tell(id, 'remove');
    expect((await administrator.read<HooksView>('/v1/hooks')).hooks).toHaveLength(hooks.length);
  });

  it('is changed, disabled and enabled by hand; what happens meanwhile is held and goes out by a replay', async () => {
    const receiver = receivers[2]!;
    const id = await registered(receiver, ['case.RequestReceived']);
    expect(await tell<HookView>(id, 'change', { types: ['case.NoteAdded'] })).toMatchObject({
      types: ['case.NoteAdded'],
    });
    const life = await open();
    await life.give('add-note', note);
    await receives(receiver, 'case.NoteAdded');
    const [from, before] = ['2020-01-01T00:00:00Z', receiver.ids];
    expect(await tell<HookView>(id, 'disable')).toMatchObject({
      state: 'disabled',
      disabledBecause: 'by-hand',
    });
    await life.give('add-note', note);
    await until('The message that is held', 30, async () => (await hook(id)).held === 1 || undefined);
    const range = { from, to: '2099-01-01T00:00:00Z', states: ['held'] };
    const refused = await administrator.refused(`/v1/hooks/${id}/replay`, range);
    expect(refused.body).toMatchObject({
      code: 'hook-disabled',
      remedy: expect.stringContaining('enable it'),
    });
    expect(await tell<HookView>(id, 'enable')).toMatchObject({ state: 'enabled', held: 1 });
    expect(await tell<HookReplayed>(id, 'replay', range)).toEqual({ messages: 1 });
    await hasReceived(receiver, types => types.length === 2);

    // All of it once more: the same ids, marked as a replay.
    await until('Rest', 30, async () => (await hook(id)).waiting === 0 || undefined);
    expect(await tell<HookReplayed>(id, 'replay', { ...range, states: ['delivered'] })).toEqual({
      messages: 2,
    });
    await hasReceived(receiver, types => types.length === 4);
    expect(new Set(receiver.ids).size).toBe(2);
    const again = await isDelivered(id, before[0]!);
    expect(again.attempts.map(({ isReplay }) => isReplay)).toEqual([false, true]);
    expect(await tell<HookReplayed>(id, `deliveries/${again.id}/replay`)).toEqual({ messages: 1 });
    await hasReceived(receiver, types => types.length === 5);
    expect((await administrator.refused(`/v1/hooks/${id}/deliveries/${id}/replay`, {})).body.code).toBe(
      'no-such-delivery',
    );
    const page = await administrator.read<HookDeliveries>(`/v1/hooks/${id}/deliveries?limit=1`);
    expect(page.next).not.toBeNull();
    await tell(id, 'remove');
  });
});

describe('a receiver', () => {
  it('that is down is tried again, and has every message once it is up; the log says what it answered', async () => {
    const receiver = receivers[3]!;
    const id = await registered(receiver, ['case.NoteAdded']);
    await receiver.down();
    const life = await open();
    await life.give('add-note', note);
    const [failing] = await until('The first try in the log', 30, async () => {
      const deliveries = await log(id, '?state=waiting');
      return deliveries[0]?.attempts.length ? deliveries : undefined;
    });
    expect(failing?.attempts[0]).toMatchObject({
      status: null,
      because: 'not-connected',
      excerpt: null,
      isReplay: false,
    });
    expect((await hook(id)).state).toBe('failing');
    const metrics = scrapeOf((await journey.with(undefined).get<string>('/metrics')).body);
    expect(metrics.has('duly_hooks_failing')).toBe(true);
    expect(sumOf(metrics, 'duly_hook_messages_waiting')).toBeGreaterThanOrEqual(0);
    await receiver.up();
    await receives(receiver, 'case.NoteAdded');
    await isDelivered(id, failing?.message ?? '');
    expect((await hook(id)).state).toBe('enabled');

    receiver.answer = 500;
    await tell(id, 'ping');
    const quoted = await until('The answer in the log', 30, async () =>
      (await log(id)).find(({ type, attempts }) => type === 'ping' && attempts.length > 0),
    );
    expect(quoted.attempts[0]).toMatchObject({ status: 500, excerpt: 'no room left' });

    receiver.answer = 410;
    await tell(id, 'ping');
    await until(
      'The end of the endpoint',
      30,
      async () => (await hook(id)).state === 'disabled' || undefined,
    );
    expect(await hook(id)).toMatchObject({ disabledBecause: 'gone' });
    expect((await administrator.refused(`/v1/hooks/${id}/ping`, {})).body.code).toBe('hook-disabled');
    expect(journey.worker.log()).toContain('an endpoint of another system was disabled');
    await tell(id, 'remove');
  });

  it('has a message twice at most, under one id, where the worker is killed between its receipt and its settling', async () => {
    const receiver = receivers[4]!;
    const id = await registered(receiver, ['case.NoteAdded']);
    receiver.answer = 'silence';
    const life = await open();
    await life.give('add-note', note);
    await receives(receiver, 'case.NoteAdded');
    await journey.worker.kill();
    receiver.answer = 204;
    await journey.startWorker();
    await until('The message again', 60, () => Promise.resolve(receiver.received.length === 2 || undefined));
    const [first, second] = receiver.received;
    expect(second?.id).toBe(first?.id);
    expect(second?.data).toEqual(first?.data);
    const settled = await isDelivered(id, first?.id ?? '');
    // Of the try whose worker died nobody knows the end: it is not in the log.
    expect(settled.attempts).toMatchObject([{ number: 1, status: 204 }]);
    expect(receiver.received).toHaveLength(2);
  });
});
