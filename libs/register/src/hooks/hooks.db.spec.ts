import { randomUUID } from 'node:crypto';
import { aRegister, aStep, aSummary, anEvent, received } from '../register.given.js';
import { applyStep } from '../apply-step.js';
import type { Register } from '../register.js';
import type { HookAttempt, HookMessage } from './hook-post.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterEach(async () => {
  for (const { hookId } of await register.hooks.list()) await register.hooks.remove(hookId, 'staff-9');
});
afterAll(() => stop());

const aHook = async (types: readonly string[] | null = null): Promise<string> => {
  const hookId = randomUUID();
  await register.hooks.register(
    { hookId, url: 'https://hooks.example/in', types, secret: Buffer.from('sealed 1') },
    'staff-9',
  );
  return hookId;
};
const taken = { most: 10, perHook: 10, busy: [], lease: 60 };
const take = (more: Partial<Parameters<Register['hookPost']['take']>[0]> = {}) =>
  register.hookPost.take({ ...taken, ...more });
const attempt = (status: number | null = 204, excerpt: Buffer | null = null): HookAttempt => ({
  at: '2036-03-31T09:00:00.000Z',
  milliseconds: 12,
  status,
  because: status === null ? 'timed-out' : null,
  excerpt,
});
const days = 86_400;
const one = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0]!;
};
const again = (message: HookMessage, after: number, giveUp = 5 * days) =>
  register.hookPost.settle(message, attempt(500), { kind: 'again', after }, giveUp);

describe('a step of a case', () => {
  it('leaves one message for each endpoint that wants its type, in its transaction and once', async () => {
    const [all, some] = [await aHook(), await aHook(['case.NoteAdded'])];
    const summary = aSummary({ version: 2 });
    const events = [received(), anEvent(2, 'NoteAdded', { words: randomUUID() })];
    const step = aStep({ summary, events });
    await applyStep(register.database, step);
    await applyStep(register.database, step);
    expect((await register.hookLog.list(all, {})).items.map(({ type }) => type).sort()).toEqual([
      'case.NoteAdded',
      'case.RequestReceived',
    ]);
    expect((await register.hookLog.list(some, {})).items).toMatchObject([
      { type: 'case.NoteAdded', caseId: summary.caseId, eventNumber: 2, state: 'waiting', attempts: [] },
    ]);
    const told = one((await take()).filter(({ hookId }) => hookId === some));
    expect(JSON.parse(told.payload)).toEqual({
      type: 'case.NoteAdded',
      timestamp: '2036-03-31T09:00:00.000Z',
      data: {
        request: summary.requestId,
        case: summary.caseId,
        reference: summary.reference,
        right: 'access',
        run: 1,
        number: 2,
        on: '2036-03-31',
        state: 'RUNNING',
        outcome: null,
        receivedOn: '2036-03-31',
        dueDate: '2036-04-30',
        planBy: '2036-04-30',
        closedOn: null,
        inTime: null,
      },
    });
  });

  it('that fails leaves none', async () => {
    const hookId = await aHook();
    const step = aStep({ events: [received(2)] });
    await expect(applyStep(register.database, step)).rejects.toThrow('Record the events between');
    expect((await register.hookLog.list(hookId, {})).items).toEqual([]);
  });
});

describe('a message', () => {
  it('belongs to one worker at a time, and comes round again under the same id when its lease has run out', async () => {
    await aHook();
    await applyStep(register.database, aStep());
    const [mine, theirs] = await Promise.all([take({ lease: 0 }), take({ lease: 0 })]);
    const first = one([...mine, ...theirs].slice(0, 1));
    const second = one(await take());
    expect(second.deliveryId).toBe(first.deliveryId);
    expect(second.claim).not.toBe(first.claim);
    expect(await take()).toEqual([]);
    // Whoever lost the lease decides nothing, but is in the log.
    await register.hookPost.settle(first, attempt(500), { kind: 'failed' }, days);
    expect((await register.hookLog.list(first.hookId, {})).items).toMatchObject([{ state: 'waiting' }]);
    await register.hookPost.settle(second, attempt(), { kind: 'delivered' }, days);
    const settled = one((await register.hookLog.list(first.hookId, {})).items);
    expect(settled).toMatchObject({ state: 'delivered', nextTry: null });
    expect(settled.attempts.map(({ number, status }) => [number, status])).toEqual([
      [1, 500],
      [2, 204],
    ]);
  });

  it('waits as long as it is told to after a failure, and the endpoint is shown as failing until one arrives', async () => {
    const hookId = await aHook();
    await applyStep(register.database, aStep());
    expect(await again(one(await take()), 300)).toBeUndefined();
    expect(await take()).toEqual([]);
    expect((await register.hooks.byId(hookId))?.failingSince).not.toBeNull();
    expect((await register.figures.read()).hooks).toEqual({ failing: 1, disabled: 0 });
    await register.hookLog.replay(
      hookId,
      one((await register.hookLog.list(hookId, {})).items).deliveryId,
      'staff-9',
    );
    const replayed = one(await take());
    expect(replayed.tries).toBe(1);
    await register.hookPost.settle(replayed, attempt(), { kind: 'delivered' }, days);
    const settled = one((await register.hookLog.list(hookId, {})).items);
    expect(settled.attempts.map(({ isReplay }) => isReplay)).toEqual([false, true]);
    expect((await register.hooks.byId(hookId))?.failingSince).toBeNull();
  });

  it('of a slow endpoint holds up no other', async () => {
    const [slow, quick] = [await aHook(), await aHook()];
    for (let count = 0; count < 3; count += 1) await applyStep(register.database, aStep());
    const some = await take({ perHook: 1 });
    expect(some.map(({ hookId }) => hookId).sort()).toEqual([slow, quick].sort());
    const rest = await take({ busy: [slow] });
    expect(rest.map(({ hookId }) => hookId)).toEqual([quick, quick]);
  });
});

describe('an endpoint', () => {
  it('is disabled by 410, and what waits for it is held until it is enabled and replayed', async () => {
    const hookId = await aHook();
    await applyStep(register.database, aStep());
    await applyStep(register.database, aStep());
    const [first] = await take({ most: 1 });
    expect(await register.hookPost.settle(first!, attempt(410), { kind: 'gone' }, days)).toBe('gone');
    await applyStep(register.database, aStep());
    expect(await register.hooks.byId(hookId)).toMatchObject({ disabledBecause: 'gone', waiting: 0, held: 2 });
    expect((await register.figures.read()).hooks).toEqual({ failing: 0, disabled: 1 });
    expect(await take()).toEqual([]);
    expect(await register.hooks.enable(hookId, 'staff-9')).toBe(true);
    expect(await take()).toEqual([]);
    const range = { from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z', states: ['held'] } as const;
    expect(await register.hookLog.replayRange(hookId, range, 'staff-9')).toBe(2);
    expect(await take()).toHaveLength(2);
  });

  it('that only failed for long is disabled', async () => {
    const hookId = await aHook();
    await applyStep(register.database, aStep());
    expect(await again(one(await take()), 0, 0)).toBe('failing');
    expect(await register.hooks.byId(hookId)).toMatchObject({ disabledBecause: 'failing', held: 1 });
  });

  it('shows its secret once, and has two while it changes over', async () => {
    const hookId = await aHook();
    expect((await register.hooks.showSecret(hookId))?.toString()).toBe('sealed 1');
    expect(await register.hooks.showSecret(hookId)).toBeUndefined();
    await register.hooks.rotate(hookId, Buffer.from('sealed 2'), 24, 'staff-9');
    expect((await register.hooks.showSecret(hookId))?.toString()).toBe('sealed 2');
    await applyStep(register.database, aStep());
    const both = one(await take({ lease: 0 }));
    expect(both.secrets.map(secret => secret.toString())).toEqual(['sealed 2', 'sealed 1']);
    await register.hooks.rotate(hookId, Buffer.from('sealed 3'), 0, 'staff-9');
    expect(one(await take()).secrets.map(secret => secret.toString())).toEqual(['sealed 3']);
  });

  it('is changed, and once removed it is told nothing more and its log goes by age', async () => {
    const hookId = await aHook();
    await register.hooks.change(hookId, { types: ['case.NoteAdded'] }, 'staff-9');
    expect(await register.hooks.byId(hookId)).toMatchObject({
      types: ['case.NoteAdded'],
      url: 'https://hooks.example/in',
    });
    await register.hooks.change(hookId, { types: null, url: 'https://other.example/' }, 'staff-9');
    expect(await register.hooks.byId(hookId)).toMatchObject({ types: null, url: 'https://other.example/' });
    await applyStep(register.database, aStep());
    await register.hooks.remove(hookId, 'staff-9');
    await applyStep(register.database, aStep());
    expect([await register.hooks.list(), await take()]).toEqual([[], []]);
    expect(await register.hookPost.sweep(days)).toBe(0);
    expect(await register.hookPost.sweep(-1)).toBeGreaterThan(0);
    expect((await register.hookLog.list(hookId, {})).items).toEqual([]);
  });
});

describe('the log', () => {
  it('is read page by page, the newest first', async () => {
    const hookId = await aHook();
    for (let count = 0; count < 5; count += 1) await applyStep(register.database, aStep());
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await register.hookLog.list(hookId, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ deliveryId }) => deliveryId));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual((await register.hookLog.list(hookId, {})).items.map(({ deliveryId }) => deliveryId));
  });

  it('has a ping once for its id', async () => {
    const [hookId, deliveryId] = [await aHook(['case.NoteAdded']), randomUUID()];
    await register.hookLog.ping(hookId, deliveryId, 'staff-9');
    await register.hookLog.ping(hookId, deliveryId, 'staff-9');
    expect(JSON.parse(one(await take()).payload)).toMatchObject({ type: 'ping', data: { hook: hookId } });
  });
});
