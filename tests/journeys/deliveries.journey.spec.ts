import { randomUUID } from 'node:crypto';
import type { CodeShown, DeliveriesView, DeliveryOfCase, DeliveryPrepared } from '@duly/api-contract';
import type { TaskKind } from '@duly/case';
import { until } from '@duly/infra';
import type { EntityHeld } from '@duly/register';
import { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { built, fetched, linkIn } from './disclosing.js';
import { Journey } from './journey.js';
import { openedZip } from './opened-zip.js';

const canary = 'Philippa Canaryfield';
const entities: readonly EntityHeld[] = [
  {
    name: 'notes',
    description: 'Notes of calls',
    fields: [{ name: 'note', type: 'text', description: 'The note', origin: 'provided', basis: 'contract' }],
  },
];

let journey: Journey;
let shelf: Shelf;
beforeAll(async () => {
  journey = await Journey.begin();
  shelf = await Shelf.of(journey);
}, 180_000);
afterAll(async () => {
  await shelf.close();
  await journey.end();
});

const subject = {
  name: canary,
  email: 'philippa@people.example',
  phone: '+44 1632 960001',
  postalAddress: '2 Low Road\nExampleton',
};
async function withPackage(who: object = subject, body: object = {}): Promise<CaseLife> {
  const life = await CaseLife.open(journey, { subject: who });
  await shelf.collected(life, entities, [`{"note":"${canary} rang"}\n`], 'As it is held.');
  await built(life, body);
  return life;
}
const deliveriesOf = async (life: CaseLife): Promise<readonly DeliveryOfCase[]> =>
  (await life.handler.read<DeliveriesView>(`/v1/cases/${life.id}/deliveries`)).deliveries;
const happened = async (life: CaseLife): Promise<readonly string[]> =>
  (await deliveriesOf(life))[0]!.happened.map(({ what }) => what);
const happens = (life: CaseLife, what: string) =>
  until(what, 30, async () => (await happened(life)).includes(what) || undefined);
const prepared = (life: CaseLife, body: object) =>
  life.handler.done<DeliveryPrepared>(`/v1/cases/${life.id}/deliveries`, body);
async function sent(life: CaseLife, body: object): Promise<string> {
  const { delivery } = await prepared(life, body);
  await life.give('answer', { extent: 'wholly', words: 'We made a copy.', delivery });
  return delivery;
}
const tasksOf = async (life: CaseLife, kind: TaskKind) =>
  (await life.view()).tasks.filter(task => task.kind === kind);

describe('a delivery by link', () => {
  it('goes with the answer, opens with a code told by another channel, and shows sent, opened and downloaded', async () => {
    const life = await withPackage();
    const delivery = await sent(life, { way: 'link', codeBy: 'phone', uses: 1 });
    const letter = await life.letterSaying('You also need a code');
    const url = linkIn(letter);
    expect(url).not.toBe('');
    await life.happens('RequestAnswered');
    await happens(life, 'sent');
    expect(await tasksOf(life, 'tell-code')).toHaveLength(1);
    const page = await fetch(url);
    const html = await page.text();
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ]);
    expect(html).toContain('Fetch the copy');
    expect(html).not.toContain('Canaryfield');
    await fetch(url);
    const wrong = await fetched(url, '00000000');
    expect([wrong.status, await wrong.text()]).toEqual([403, expect.stringContaining('not right')]);
    const path = `/v1/cases/${life.id}/deliveries/${delivery}`;
    const { code } = (await life.handler.post<CodeShown>(`${path}/code`, {})).body;
    expect(await tasksOf(life, 'tell-code')).toHaveLength(0);
    const zip = await fetched(url, code);
    expect([zip.status, zip.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = await openedZip(Buffer.from(await zip.arrayBuffer()));
    expect([...files.keys()]).toContain('manifest.json');
    await happens(life, 'downloaded');
    expect((await fetched(url, code)).status).toBe(410);
    expect(await happened(life)).toEqual([
      ...['prepared', 'sent', 'opened', 'wrong-code', 'code-told', 'used-up', 'downloaded'],
    ]);
    const [{ deliveries }, staff] = [await life.timeline(), expect.stringMatching(/^staff-/)];
    expect(deliveries.map(({ delivery, way, what, by }) => [delivery, way, what, by])).toEqual([
      [1, 'link', 'prepared', staff],
      [1, 'link', 'sent', 'post'],
      [1, 'link', 'opened', 'person'],
      [1, 'link', 'wrong-code', 'person'],
      [1, 'link', 'code-told', staff],
      [1, 'link', 'used-up', 'person'],
      [1, 'link', 'downloaded', 'person'],
    ]);
    const [shown] = await deliveriesOf(life);
    expect(shown?.links).toMatchObject([{ number: 1, state: 'used-up', uses: 1, used: 1 }]);
    expect(journey.api.log()).not.toContain(url.split('/d/')[1]);
  });

  it('that is used at once by many gives the copy no more often than its uses allow', async () => {
    const life = await withPackage();
    await sent(life, { way: 'link', uses: 2 });
    const url = linkIn(await life.letterSaying('Open this page to fetch it'));
    const answers = await Promise.all(Array.from({ length: 8 }, () => fetched(url)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(6);
    await Promise.all(answers.map(answer => answer.arrayBuffer()));
  });

  it('is locked by wrong codes with a task, opened by a new code, expires, and is renewed without building again', async () => {
    const life = await withPackage();
    const delivery = await sent(life, { way: 'link', codeBy: 'phone' });
    const path = `/v1/cases/${life.id}/deliveries/${delivery}`;
    const url = linkIn(await life.letterSaying('You also need a code'));
    await happens(life, 'sent');
    const { code } = (await life.handler.post<CodeShown>(`${path}/code`, {})).body;
    const other = code === '11111111' ? '22222222' : '11111111';
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await fetched(url, other)).status);
    expect(statuses).toEqual([403, 403, 403, 403, 410, 410]);
    expect((await fetched(url, code)).status).toBe(410);
    expect(await tasksOf(life, 'unlock-delivery')).toHaveLength(1);
    const again = (await life.handler.post<CodeShown>(`${path}/code`, {})).body;
    expect(await tasksOf(life, 'unlock-delivery')).toHaveLength(0);
    const zip = await fetched(url, again.code);
    expect(zip.status).toBe(200);
    await zip.arrayBuffer();
    await happens(life, 'downloaded');
    await shelf.register.database.change(
      'UPDATE register.delivery_link SET until = now() WHERE delivery_id = $1',
      [delivery],
    );
    expect(await (await fetch(url)).text()).toContain('has expired');
    await happens(life, 'expired');
    await life.handler.done(`${path}/renew`, {});
    const fresh = linkIn(await life.letterSaying('An earlier link no longer works'));
    expect(fresh).not.toBe(url);
    await happens(life, 'sent-again');
    const newest = (await life.handler.post<CodeShown>(`${path}/code`, {})).body;
    const second = await fetched(fresh, newest.code);
    expect(second.status).toBe(200);
    await second.arrayBuffer();
    expect((await life.letters()).letters.map(({ kind }) => kind)).toContain('disclosure');
    expect((await deliveriesOf(life))[0]?.package).toBeDefined();
    expect(await (await fetch(url)).text()).toContain('no longer works');
  });

  it('ends with its package, on its own day; the case and what happened stay', async () => {
    const life = await withPackage();
    await sent(life, { way: 'link' });
    const url = linkIn(await life.letterSaying('Open this page to fetch it'));
    await happens(life, 'sent');
    await shelf.register.database.change(
      'UPDATE register.package SET keep_until = now() WHERE case_id = $1',
      [life.id],
    );
    await happens(life, 'copy-destroyed');
    expect((await fetched(url)).status).toBe(410);
    const [key] = await shelf.keys.query<{ gone: boolean }>(
      'SELECT wrapped IS NULL AS gone FROM keys.copy_key WHERE request_id = $1',
      [life.opened.request],
    );
    expect(key?.gone).toBe(true);
    expect((await life.view()).reference).toMatch(/^DR-/);
  });

  it('shows nothing behind a link that is none', async () => {
    const page = await fetch(`${journey.url}/d/${'x'.repeat(43)}`);
    expect(await page.text()).toContain('nothing behind this link');
    expect((await fetched(`${journey.url}/d/${'x'.repeat(43)}`)).status).toBe(410);
  });
});

describe('a delivery by post', () => {
  it('gives a task with a label, and is recorded', async () => {
    const life = await withPackage();
    const delivery = await sent(life, { way: 'post' });
    await life.letterSaying('We send it to you by post');
    await life.happens('RequestAnswered');
    await until('The task', 30, async () => (await tasksOf(life, 'post-package')).length === 1 || undefined);
    const path = `/v1/cases/${life.id}/deliveries/${delivery}`;
    expect((await life.handler.get<string>(`${path}/label`)).body).toBe(
      `${canary}\n2 Low Road\nExampleton\n`,
    );
    await life.handler.done(`${path}/record-posted`, { words: 'AB123456789GB' });
    expect(await tasksOf(life, 'post-package')).toHaveLength(0);
    expect((await deliveriesOf(life))[0]?.happened.at(-1)).toMatchObject({
      what: 'posted',
      words: 'AB123456789GB',
    });
    expect((await life.handler.refused(`${path}/renew`, {})).body.code).toBe('delivery-not-sent');
  });

  it('is refused where no channel is known, and an answer that names a delivery of another case', async () => {
    const life = await withPackage({ name: canary, email: 'philippa@people.example' });
    const path = `/v1/cases/${life.id}/deliveries`;
    expect((await life.handler.refused(path, { way: 'post' })).body.code).toBe('no-other-channel');
    const answer = { extent: 'wholly', words: 'We made a copy.', delivery: randomUUID() };
    expect((await life.refused('answer', answer)).body.code).toBe('no-such-delivery');
    const { delivery } = await prepared(life, { way: 'link' });
    await life.handler.done(`/v1/cases/${life.id}/review/items/${await anItem(life)}`, {
      mark: 'withhold',
      because: 'not-in-scope',
      words: 'Not about the person.',
    });
    expect((await life.refused('answer', { ...answer, delivery })).body.code).toBe('not-reviewed');
  });
});

async function anItem(life: CaseLife): Promise<string> {
  const { items } = await shelf.register.disclosing.reviews.of(life.id);
  return items[0]?.documentId ?? '';
}
