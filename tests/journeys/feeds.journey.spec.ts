import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import type { FeedList, FeedMade, StaffList } from '@duly/api-contract';
import { until } from '@duly/infra';
import { Register } from '@duly/register';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { canary } from './letter-of-request.js';

let journey: Journey;
let manager: ApiCaller;
let life: CaseLife;
beforeAll(async () => {
  journey = await Journey.begin();
  manager = await journey.as('manager');
  life = await CaseLife.open(journey);
  await life.happens('NoticeGiven');
  const { staff } = await manager.read<StaffList>('/v1/staff');
  const handler = staff.find(({ roles }) => roles.join() === 'handler')?.id;
  await manager.done(`/v1/cases/${life.id}/assign`, { handler, team: 'records' });
});
afterAll(() => journey.end());

/** Opened by a parser that has nothing to do with the library that wrote it. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const events = calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one));
  return { calendar, events };
}
const pathOf = ({ url }: FeedMade): string => new URL(url ?? '').pathname;
const read = async (made: FeedMade): Promise<string> => {
  const { body, headers } = await journey.with(undefined).get<string>(pathOf(made));
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  return body;
};
const own = (): Promise<FeedMade> => life.handler.done<FeedMade>('/v1/calendar-feeds', {});
const due = async (made: FeedMade) =>
  parsed(await read(made)).events.find(({ uid }) => uid === `${life.id}.due@duly`);

describe('a calendar of due dates', () => {
  it('is read without signing in, and holds reference, right and dates as whole days, and nothing of the person', async () => {
    const text = await read(await own());
    const { calendar, events } = parsed(text);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const { reference, version } = await life.view();
    expect(events.map(({ uid }) => uid)).toEqual([`${life.id}.due@duly`]);
    const [event] = events;
    expect(event?.summary).toBe(`${reference} (access): last day by law`);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2036-04-30');
    expect(event?.sequence).toBe(version);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
    expect(text).not.toContain(canary);
    expect(text).not.toContain('@marrowbone');
  });

  it('keeps the entry of a case whose date moves, and tells programs that it is newer', async () => {
    const made = await own();
    const before = await due(made);
    await life.give('extend-time', { ground: 'complexity', reasons: 'There are many systems to search.' });
    await life.happens('TimeExtended');
    const moved = await due(made);
    expect(moved?.startDate.toString()).toBe('2036-06-30');
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('of a team is made by its manager, and by no handler', async () => {
    const path = '/v1/calendar-feeds/team';
    const made = await manager.done<FeedMade>(path, { team: 'records', days: 7 });
    expect(made.feed.team).toBe('records');
    expect((await due(made))?.startDate.toString()).toBe('2036-06-30');
    const other = await manager.done<FeedMade>(path, { team: 'nobody here' });
    expect(parsed(await read(other)).events).toEqual([]);
    expect((await life.handler.refused(path, { team: 'records' })).body.code).toBe('not-permitted');
    expect((await manager.refused(path, { team: 'records', days: 1000 })).body.code).toBe('not-valid');
  });

  it('shows a closed case as cancelled', async () => {
    const made = await own();
    await life.give('answer', { extent: 'wholly', words: 'Here is the copy.' });
    await life.happens('RequestAnswered');
    const cancelled = await until('The entry to be cancelled', 20, async () => {
      const event = await due(made);
      return event?.component.getFirstPropertyValue('status') === 'CANCELLED' ? event : undefined;
    });
    expect(cancelled.uid).toBe(`${life.id}.due@duly`);
  });
});

describe('a link to a calendar', () => {
  it('is shown once, and kept nowhere: not in the answers, not in the log', async () => {
    const key = randomUUID();
    const made = await life.handler.done<FeedMade>('/v1/calendar-feeds', {}, { key });
    await read(made);
    const again = await life.handler.done<FeedMade>('/v1/calendar-feeds', {}, { key });
    expect(again).toEqual({ ...made, url: null });
    const token = pathOf(made).split('/').at(-1) ?? '';
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(journey.api.log()).not.toContain(token);
    const url = journey.environment['DATABASE_URL'] ?? '';
    const register = await Register.open({ url, poolSize: 1, application: 'duly spec' });
    try {
      const [kept] = await register.database.query<{ many: number }>(
        `SELECT (SELECT count(*) FROM register.idempotency i WHERE i::text LIKE '%' || $1 || '%')
           + (SELECT count(*) FROM register.calendar_feed f WHERE f::text LIKE '%' || $1 || '%') AS many`,
        [token],
      );
      expect(Number(kept?.many)).toBe(0);
      await register.database.change('UPDATE register.calendar_feed SET until = now() WHERE feed_id = $1', [
        made.feed.id,
      ]);
    } finally {
      await register.close();
    }
    const ended = await journey.with(undefined).get<{ code: string }>(pathOf(made));
    expect([ended.status, ended.body.code]).toEqual([404, 'no-such-feed']);
  });

  it('is taken back by whoever made it, and by nobody else; a wrong one opens nothing', async () => {
    const made = await own();
    const path = `/v1/calendar-feeds/${made.feed.id}/revoke`;
    expect((await manager.refused(path, {})).body.code).toBe('no-such-feed');
    await read(made);
    const { feeds } = await life.handler.done<FeedList>(path, {});
    expect(feeds.find(({ id }) => id === made.feed.id)?.revokedAt).not.toBeNull();
    expect((await life.handler.read<FeedList>('/v1/calendar-feeds')).feeds).toEqual(feeds);
    expect((await journey.with(undefined).get(pathOf(made))).status).toBe(404);
    expect((await journey.with(undefined).get(`/v1/feeds/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await journey.with(undefined).get('/v1/feeds/short')).status).toBe(400);
  });
});

describe('letters to staff', () => {
  it('come one by one or as one letter a day, as each of them wishes', async () => {
    await life.handler.done('/v1/staff/me/letters', { digest: true });
    const { handler } = await life.view();
    const wishes = async () => {
      const { staff } = await manager.read<StaffList>('/v1/staff');
      return staff.filter(({ wantsDigest }) => wantsDigest).map(({ id }) => id);
    };
    expect(await wishes()).toEqual([handler]);
    await life.handler.done('/v1/staff/me/letters', { digest: false });
    expect(await wishes()).toEqual([]);
    expect((await life.handler.refused('/v1/staff/me/letters', { digest: 'yes' })).body.code).toBe(
      'not-valid',
    );
  });
});
