import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DueView, ErasureView, HoldsView, StatisticsView } from '@duly/api-contract';
import { until } from '@duly/infra';
import { filesBelow, placesOf } from './canary-search.js';
import { CaseLife } from './case-life.js';
import { duly } from './duly-command.js';
import { destroyKeysOf, erased, nothingAgainst, putPeriod, tried } from './erasing.js';
import { Journey } from './journey.js';
import { canary, canaryWords } from './letter-of-request.js';
import { restartableServers, type RestartableServers } from './restartable-servers.js';

let servers: RestartableServers;
let journey: Journey;
let folder: string;
beforeAll(async () => {
  servers = await restartableServers();
  folder = mkdtempSync(join(tmpdir(), 'duly-erasure-'));
  journey = await Journey.begin({ settings: { ERASURE_WARNINGS: 'P0D,P0D', RETENTION_EVERY: 'PT1S' } });
  await putPeriod(journey, 'P0D');
});
afterAll(async () => {
  await journey.end();
  await servers.end();
  rmSync(folder, { recursive: true, force: true });
});

const secrets = [canary, canaryWords, 'marrowbone.example', 'The stall stood by the old pier.'];

let people = 0;
/** Somebody else each time: open requests of people who look alike hold one another. */
function somebody(): { readonly subject: { readonly name: string; readonly email: string } } {
  people += 1;
  return { subject: { name: canary, email: `quillon.${people}@marrowbone.example` } };
}

async function answered(who = somebody()): Promise<CaseLife> {
  const life = await CaseLife.open(journey, who);
  await life.happens('NoticeGiven');
  await life.give('answer', { extent: 'wholly', words: 'The stall stood by the old pier.' });
  await life.happens('RequestAnswered');
  return life;
}

const counted = async (): Promise<StatisticsView> =>
  (await journey.as('manager')).read('/v1/statistics?from=2036-03&to=2036-04');

async function exported(life: CaseLife, name: string): Promise<string> {
  const file = join(folder, name);
  const said = await duly(journey, ['audit', 'export', `${life.opened.reference}-1`, '--out', file]);
  expect(said).toMatchObject({ code: 0, errors: '' });
  return file;
}

describe('the data of a person whose time has come (UK GDPR Art 5(1)(e))', () => {
  it('are erased by two people after two warnings: nothing can be read any more, and everything is still proved', async () => {
    const life = await answered();
    const { request } = life.opened;
    const manager = await journey.as('manager');
    const before = await nothingAgainst(journey, life);
    expect(before).toMatchObject({ keys: 2, removed: { people: 1, letters: 2, documents: 0 } });
    expect(before.removed.words).toBeGreaterThan(0);
    const warned = await journey.servers.mail.letter(
      ({ text }) => text.includes(life.opened.reference) && text.includes('second and last warning'),
    );
    expect(warned.text).not.toContain(canary);
    const listed = await manager.read<DueView>('/v1/retention/due?by=2036-12-31');
    expect(listed.requests.find(one => one.request === request)).toMatchObject({ blocks: [] });
    const [figures, bundle] = [await counted(), await exported(life, 'before.json')];

    const { certificate } = await erased(journey, life);
    expect(certificate).toMatchObject({
      requestId: request,
      cases: [{ caseId: life.id, outcome: 'answered', kept: { months: 0, days: 0 } }],
      removed: { ...before.removed, answersKept: expect.any(Number) },
      warnedOn: [expect.any(String), expect.any(String)],
    });
    expect(certificate.keys.map(key => key.id).sort()).toEqual([life.id, request].sort());
    expect(certificate.approvedBy).not.toBe(certificate.proposedBy);
    expect(certificate.keysInBackupsUntil > (certificate.keys[0]?.destroyedAt ?? '9')).toBe(true);

    expect(await life.view()).toMatchObject({ people: null, outcome: 'answered' });
    const { letters } = await life.letters();
    for (const { id, hash } of letters) {
      expect(hash).toBeNull();
      expect((await life.handler.get(`/v1/cases/${life.id}/letters/${id}`)).status).toBeGreaterThanOrEqual(
        404,
      );
    }
    expect(await tried(journey, life)).toMatchObject({
      blocks: [{ code: 'erased' }],
      removed: { people: 0, words: 0, letters: 0, blindIndexes: 0, answersKept: 0 },
    });
    expect(await placesOf(secrets, journey)).toEqual([]);

    expect(await counted()).toEqual(figures);
    const { out } = await duly(journey, ['audit', 'key']);
    const after = await exported(life, 'after.json');
    for (const file of [bundle, after])
      expect(await duly(journey, ['verify', file, '--key', out.trim()])).toMatchObject({
        code: 0,
        errors: '',
      });
    expect(await duly(journey, ['replay', `${life.opened.reference}-1`])).toMatchObject({ code: 0 });
    const checked = await duly(journey, ['audit', 'check', '--key', out.trim()]);
    expect(checked).toMatchObject({ code: 0, errors: '' });

    const file = join(folder, 'certificate.json');
    const shown = await duly(journey, ['erasure', life.opened.reference, '--out', file]);
    expect(shown).toMatchObject({ code: 0, errors: '' });
    expect(shown.out).toContain(
      `Until ${certificate.keysInBackupsUntil} a copy of these keys may lie in a backup`,
    );
    const judge = () => duly(journey, ['erasure', 'check', file, '--key', out.trim()]);
    expect(await judge()).toMatchObject({ code: 0, errors: '' });
    writeFileSync(file, readFileSync(file, 'utf8').replace(certificate.approvedBy, 'staff-nobody'));
    expect(await judge()).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ The certificate is the one/),
    });
  });

  it('stand in no file of PostgreSQL, of Temporal or of a log, byte for byte', async () => {
    const life = await answered();
    await erased(journey, life);
    const owner = new pg.Client({ connectionString: journey.servers.database.url });
    await owner.connect();
    await owner.query('CHECKPOINT');
    await owner.end();
    const files = [servers.folder, journey.folder].flatMap(filesBelow);
    expect(files.some(path => path.endsWith('temporal.db'))).toBe(true);
    const found = files.filter(path => {
      const bytes = readFileSync(path);
      return secrets.some(secret => bytes.includes(secret));
    });
    expect(found).toEqual([]);
  });

  it('stay erased where a backup of the keys is restored: the keys are destroyed again, and it is recorded', async () => {
    const life = await answered();
    await erased(journey, life);
    const keys = new pg.Client({ connectionString: journey.servers.keysDatabase.url });
    await keys.connect();
    await keys.query(
      `UPDATE keys.request_key SET wrapped = '\\x00', destroyed_at = NULL WHERE request_id = $1`,
      [life.opened.request],
    );
    await keys.end();
    const auditor = await journey.as('auditor');
    await until('The keys are destroyed again', 60, async () => {
      const { body } = await auditor.get<{ entries: { action: string }[] }>(
        `/v1/requests/${life.opened.request}/audit?limit=1000`,
      );
      return body.entries.some(({ action }) => action === 'KeysDestroyedAgain') || undefined;
    });
  });
});

describe('an erasure', () => {
  it('is refused in a sentence: of what is open, held, not due, not there, one’s own or decided, and to whom it is none of their business', async () => {
    const [manager, approver, handler] = [
      await journey.as('manager'),
      await journey.as('approver'),
      await journey.as('handler'),
    ];
    const open = await CaseLife.open(journey, somebody());
    const propose = (life: CaseLife) => manager.refused('/v1/erasures', { requests: [life.opened.request] });
    expect((await propose(open)).body).toMatchObject({
      code: 'not-erasable',
      detail: expect.stringContaining(`${open.opened.reference}-1 is open.`),
    });
    expect((await handler.refused('/v1/erasures/try', { requests: [open.opened.request] })).status).toBe(403);
    expect((await manager.refused('/v1/erasures', { requests: [randomUUID()] })).status).toBe(404);

    const life = await answered();
    await nothingAgainst(journey, life);
    const holds = `/v1/requests/${life.opened.request}/holds`;
    const words = 'A letter before claim came on 7 January.';
    const { id: hold } = await handler.done<{ id: string }>(holds, { because: 'claim', words });
    expect((await propose(life)).body.detail).toMatch(/A legal hold stands since \d{4}-\d{2}-\d{2} \(R49a\)/);
    expect((await handler.refused(`${holds}/${hold}/lift`, { words })).status).toBe(403);
    await manager.done(`${holds}/${hold}/lift`, { words: 'The claim was settled.' });
    expect((await manager.refused(`${holds}/${hold}/lift`, { words })).body.code).toBe('hold-lifted');
    expect((await manager.refused(`${holds}/${randomUUID()}/lift`, { words })).body.code).toBe(
      'no-such-hold',
    );
    const { holds: shown } = await handler.read<HoldsView>(holds);
    expect(shown).toMatchObject([{ because: 'claim', words, lifted: { words: 'The claim was settled.' } }]);

    await putPeriod(journey, 'P36M');
    expect((await propose(life)).body.detail).toMatch(/It is kept until 2039-/);
    await putPeriod(journey, 'P0D');
    await nothingAgainst(journey, life);

    const { id } = await manager.done<ErasureView>('/v1/erasures', { requests: [life.opened.request] });
    expect((await manager.refused(`/v1/erasures/${id}/approve`, {})).body).toMatchObject({
      status: 403,
      code: 'own-erasure',
    });
    expect((await propose(life)).body.detail).toContain('proposed already');
    await approver.done(`/v1/erasures/${id}/reject`, {});
    expect((await approver.refused(`/v1/erasures/${id}/approve`, {})).body.code).toBe('erasure-decided');
    expect((await approver.refused(`/v1/erasures/${randomUUID()}/approve`, {})).body.code).toBe(
      'no-such-erasure',
    );
    const none = await manager.get(`/v1/requests/${life.opened.request}/erasure`);
    expect(none).toMatchObject({ status: 404, body: { code: 'not-erased' } });

    await erased(journey, life);
    expect((await propose(life)).body.detail).toMatch(/was erased/);
    expect((await handler.refused(holds, { because: 'claim', words })).body.code).toBe('erased');
    const { erasures } = await manager.read<{ erasures: ErasureView[] }>('/v1/erasures');
    const ours = erasures.filter(({ requests }) => requests.some(one => one.request === life.opened.request));
    expect(ours.map(({ decision }) => decision)).toEqual(['approved', 'rejected']);
    expect(await manager.read(`/v1/erasures/${id}`)).toMatchObject({ decision: 'rejected' });
  });

  it('waits while the same person asks for their data elsewhere (DPA 2018 s.173; R49a)', async () => {
    const who = somebody();
    const life = await answered(who);
    await nothingAgainst(journey, life);
    const other = await CaseLife.open(journey, who);
    const because = (await tried(journey, life)).blocks.map(({ code }) => code);
    expect(because).toEqual(['may-be-same-person']);
    await other.give('link-case', { other: `${life.opened.reference}-1`, because: 'same-person' });
    await until('The link', 30, async () => {
      const [block] = (await tried(journey, life)).blocks;
      return block?.code === 'same-person-asks' || undefined;
    });
    await other.happens('NoticeGiven');
    await other.give('withdraw', { on: '2036-03-31', words: 'I have it already.' });
    await other.happens('RequestWithdrawn');
    await nothingAgainst(journey, life);
  });

  it('is finished by the next worker where one was killed in the middle of it', async () => {
    const life = await answered();
    await nothingAgainst(journey, life);
    const manager = await journey.as('manager');
    const { id } = await manager.done<ErasureView>('/v1/erasures', { requests: [life.opened.request] });
    await (await journey.as('approver')).done(`/v1/erasures/${id}/approve`, {});
    await journey.worker.kill();
    await destroyKeysOf(life.opened.request, journey);
    await journey.startWorker();
    await until('The erasure', 60, async () => {
      const [one] = (await manager.read<ErasureView>(`/v1/erasures/${id}`)).requests;
      return one?.state === 'erased' || undefined;
    });
  });
});
