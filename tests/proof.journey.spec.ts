import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspace } from '@duly/infra';
import { CaseLife } from './journeys/case-life.js';
import { duly, type Said } from './journeys/duly-command.js';
import { destroyKeysOf } from './journeys/erasing.js';
import { Journey } from './journeys/journey.js';
import { canary, canaryWords } from './journeys/letter-of-request.js';

let journey: Journey;
let folder: string;
beforeAll(async () => {
  journey = await Journey.begin();
  folder = mkdtempSync(join(tmpdir(), 'duly-proof-'));
});
afterAll(async () => {
  await journey.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Years later: an empty folder, an empty home, no setting and no server. */
function later(args: readonly string[]): Promise<Said> {
  const home = mkdtempSync(join(folder, 'home-'));
  const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
  const env = { PATH: process.env['PATH'], HOME: home };
  return new Promise(resolve =>
    execFile(process.execPath, [program, ...args], { env, cwd: home }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    ),
  );
}

async function answeredCase(): Promise<CaseLife> {
  const life = await CaseLife.open(journey);
  await life.happens('NoticeGiven');
  await life.windTo('2036-04-21T10:00:00Z');
  await life.give('extend-time', { ground: 'complexity', reasons: 'Four systems must be searched.' });
  await life.happens('TimeExtended');
  return life;
}

async function exported(life: CaseLife, name: string, ...more: readonly string[]): Promise<string> {
  const file = join(folder, name);
  const said = await duly(journey, ['audit', 'export', `${life.opened.reference}-1`, '--out', file, ...more]);
  expect(said).toMatchObject({ code: 0, errors: '' });
  return file;
}

const keyOf = async (): Promise<string> => (await duly(journey, ['audit', 'key'])).out.trim();

describe('a bundle', () => {
  it('is verified years later in an empty folder, with nothing but the public key', async () => {
    const life = await answeredCase();
    const file = await exported(life, 'case.json');
    const key = await keyOf();
    const said = await later(['verify', file, '--key', key]);
    expect(said).toMatchObject({ code: 0, errors: '' });
    expect(said.out).toMatch(/✓ The tree head is signed by council\.example\/duly/);
    expect(said.out).toMatch(/✓ All \d+ entries are in the signed log/);
    expect(said.out).toMatch(/✓ The workflow code is the one that the log and the histories name/);
    expect(said.out).toMatch(/✓ What each event says is what the log committed to/);
    expect(said.out).toMatch(/✓ Every date of run 1 follows from uk-gdpr-2026/);
    expect(said.out).toMatch(/✓ The register’s row follows from them/);
    const text = readFileSync(file, 'utf8');
    for (const secret of [canary, canaryWords]) expect(text).not.toContain(secret);
    expect(text).toContain('duly-bundle-1');
  });

  it('does not run its code where the key is another, and says that it cannot tell', async () => {
    const life = await answeredCase();
    const file = await exported(life, 'other-key.json');
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const said = await later(['verify', file, '--key', other]);
    expect(said.code).toBe(2);
    expect(said.out).toMatch(/\? The tree head is signed by PeterNeumann/);
    expect(said.out).toMatch(/\? The history was lived again/);
  });

  it('holds the letters where they are asked for, and after the erasure proves the rest without them', async () => {
    const life = await answeredCase();
    const key = await keyOf();
    const personal = await exported(life, 'personal.json', '--personal-data');
    expect(await later(['verify', personal, '--key', key])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/✓ The \d+ letters are those that were sent, to the byte/),
    });
    await destroyKeysOf(life.opened.request, journey);
    const refused = await duly(journey, ['audit', 'export', life.id, '--personal-data']);
    expect(refused).toMatchObject({ code: 2, errors: expect.stringMatching(/erased/) });
    const erased = await exported(life, 'erased.json');
    const said = await later(['verify', erased, '--key', key]);
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/key of the case is destroyed/) });
  });
});

describe('the whole log', () => {
  it('is held against its signed heads; what each entry is, and where, is seen through HTTP', async () => {
    const life = await answeredCase();
    const heads = join(folder, 'heads.txt');
    expect(await duly(journey, ['audit', 'head', '--out', heads])).toMatchObject({ code: 0, errors: '' });
    expect(await duly(journey, ['audit', 'head', '--out', heads])).toMatchObject({ code: 0, errors: '' });
    const checked = await duly(journey, ['audit', 'check', '--key', await keyOf(), '--head', heads]);
    expect(checked).toMatchObject({ code: 0, errors: '' });
    expect(checked.out).toMatch(/✓ All \d+ entries of the log stand in their places/);

    const auditor = await journey.as('auditor');
    const { body: ofRequest } = await auditor.get(`/v1/requests/${life.opened.request}/audit`);
    const { entries } = ofRequest as { entries: { action: string; leafIndex: number | null }[] };
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['RequestAccepted', 'RequestReceived', 'ExtensionDecided', 'TimeExtended']),
    );
    expect(entries.every(({ leafIndex }) => leafIndex === null || leafIndex >= 0)).toBe(true);
    const { body: log } = await auditor.get('/v1/audit/entries?from=0&limit=10');
    expect((log as { entries: unknown[] }).entries).toHaveLength(10);
    const { body: proof } = await auditor.get('/v1/audit/consistency?first=3&second=10');
    expect((proof as { proof: unknown[] }).proof.length).toBeGreaterThan(0);
    const head = await auditor.done<{ readonly size: number }>('/v1/audit/heads', {});
    const { body: heads2 } = await auditor.get('/v1/audit/heads?after=1');
    expect((heads2 as { heads: { size: number }[] }).heads.at(-1)?.size).toBe(head.size);
    expect((await auditor.get('/v1/audit/consistency?first=9&second=3')).status).toBe(400);
    const handler = await journey.as('handler');
    expect((await handler.get('/v1/audit/heads')).status).toBe(403);
    expect((await handler.get(`/v1/cases/${life.id}/bundle`)).status).toBe(403);
    writeFileSync(heads, 'nonsense');
    expect(await duly(journey, ['audit', 'check', '--key', await keyOf(), '--head', heads])).toMatchObject({
      code: 2,
    });
  });
});
