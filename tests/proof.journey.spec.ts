import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { opensTo, readKey, type PublicKey } from '@duly/audit';
import { CannotTell } from '@duly/cli/replay';
import { readBundle } from '@duly/cli/verify';
import { workspace } from '@duly/infra';
import { read } from './architecture/house.js';
import { tamperings, type OpenBundle } from './bundle-tampering.js';
import { changesInTheDatabase } from './database-tampering.js';
import { CaseLife } from './journeys/case-life.js';
import { duly, run, settingsOf, type Said } from './journeys/duly-command.js';
import { destroyKeysOf } from './journeys/erasing.js';
import { installDuly } from './journeys/installed-duly.js';
import { Journey } from './journeys/journey.js';
import { canary, canaryWords } from './journeys/letter-of-request.js';
import { seeded, verdictOn } from './proof-judging.js';

let journey: Journey;
let folder: string;
/** The command line as an auditor has installed it, far from any checkout. */
let installed: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duly-proof-'));
  installed = installDuly(mkdtempSync(join(folder, 'installed-')));
  journey = await Journey.begin();
}, 300_000);
afterAll(async () => {
  await journey.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Whoever opens a connection, of whatever kind, ends at once with a code of its own. */
const noNetwork = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram';
  const refuse = () => { process.stderr.write('it asked for the network'); process.exit(99); };
  net.Socket.prototype.connect = refuse; dgram.createSocket = refuse; dns.lookup = refuse; globalThis.fetch = refuse;
`)}`;

/** Years later: an empty folder, an empty home, no checkout, no setting, no server and no network. */
function later(args: readonly string[]): Promise<Said> {
  const home = mkdtempSync(join(folder, 'home-'));
  const env = { PATH: process.env['PATH'], HOME: home, NODE_OPTIONS: `--import=${noNetwork}` };
  return run(process.execPath, [installed, ...args], { env, cwd: home });
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

/** The commands of the README's chapter for auditors, as they stand there. */
const chapter = (): readonly string[] => {
  const [, block = ''] = /^## For auditors\n+```sh\n([\s\S]*?)^```$/m.exec(read('README.md')) ?? [];
  return block
    .split('\n')
    .map(line => line.replace(/\s+#.*$/, ''))
    .filter(Boolean);
};

describe('the auditor’s chapter of the README', () => {
  it('is six commands at most, and each of them is good', async () => {
    const life = await answeredCase();
    const commands = chapter();
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.length).toBeLessThanOrEqual(6);
    const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
    const place = mkdtempSync(join(folder, 'chapter-'));
    for (const command of commands) {
      const line = command
        .replace('DR-2026-000001-1', `${life.opened.reference}-1`)
        .replace('npx duly', `"${process.execPath}" "${program}"`);
      const said = await run('sh', ['-c', line], { cwd: place, env: settingsOf(journey) });
      expect([command, said.errors, said.code]).toEqual([command, '', 0]);
    }
  });
});

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

    // Who kept the body of a command shows that it was this one, and no other.
    const { contents, entries } = JSON.parse(text) as OpenBundle;
    const extension = entries.find(({ detail }) => String(detail['route']).endsWith('/extend-time'));
    expect(extension).toMatchObject({ action: 'CommandAccepted', detail: { call: expect.any(String) } });
    const opening = contents.commandOpenings[String(extension?.number)] ?? '';
    const body = { ground: 'complexity', reasons: 'Four systems must be searched.' };
    const asked = { route: `POST /v1/cases/${life.id}/extend-time`, body };
    const commitment = String(extension?.['commitment']);
    expect(opensTo(asked, opening, commitment)).toBe(true);
    const other = { ...asked, body: { ...body, reasons: 'Five systems must be searched.' } };
    expect(opensTo(other, opening, commitment)).toBe(false);
    expect(text).toContain('duly-bundle-1');

    const tampered = join(folder, 'one-date.json');
    const bundle = JSON.parse(text) as OpenBundle;
    bundle.contents.row['dueDate'] = '2036-07-31';
    writeFileSync(tampered, JSON.stringify(bundle));
    const bad = await later(['verify', tampered, '--key', key]);
    expect(bad).toMatchObject({ code: 1, out: expect.stringMatching(/✗ The contents are those/) });
    const program =
      readFileSync(installed, 'utf8') +
      readFileSync(join(installed, '../../../../dist/apps/cli/main.js'), 'utf8');
    expect(program).not.toContain(workspace);
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

/** `DULY_SEED` tries another. */
const seeds = process.env['DULY_SEED'] === undefined ? [4_711, 20_360] : [Number(process.env['DULY_SEED'])];
const tamperingsAtSeeds = () =>
  seeds.flatMap(seed =>
    Object.entries(tamperings).map(([name, tamper], place) => [seed, place, name, tamper] as const),
  );

describe('whoever changes one thing', () => {
  it('in a bundle is found out, in every way and at every seed; an untouched one always passes', async () => {
    const life = await answeredCase();
    const auditor = await journey.as('auditor');
    for (const words of ['One more note.', 'And another.']) {
      await auditor.done('/v1/audit/heads', {});
      await life.give('add-note', { words });
    }
    const text = readFileSync(await exported(life, 'tampered.json'), 'utf8');
    const keys = (await keyOf()).split('\n').flatMap(line => readKey(line) ?? []) as [PublicKey];
    expect(Object.keys(tamperings).length).toBeGreaterThan(25);
    for (const [seed, place, name, tamper] of tamperingsAtSeeds()) {
      const bundle = JSON.parse(text) as OpenBundle;
      const random = seeded(seed + place);
      tamper(bundle, below => Math.floor(random() * below));
      const found = await verdictOn(JSON.stringify(bundle), keys);
      expect([seed, name, found.verdict]).toEqual([seed, name, 'bad']);
      expect(found.words).toMatch(/✗ .+\n {4}\S+/u);
    }
    expect((await verdictOn(text, keys)).verdict).toBe('good');
  }, 900_000);

  it('with garbage makes no verifier fall over: it says that it cannot tell', async () => {
    const life = await answeredCase();
    const text = readFileSync(await exported(life, 'garbage.json'), 'utf8');
    const random = seeded(4_711);
    const at = () => Math.floor(random() * text.length);
    const garbage = [
      '',
      '\u0000',
      '[]',
      'null',
      '{"form":"duly-bundle-1"}',
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      text.slice(0, at()),
      text.slice(at()),
      JSON.stringify({ ...(JSON.parse(text) as object), form: 'duly-bundle-2' }),
      JSON.stringify({ ...(JSON.parse(text) as object), entries: [{ proof: Array(1_000).fill('00') }] }),
      JSON.stringify({ ...(JSON.parse(text) as object), head: 7 }),
    ];
    for (const one of garbage) expect(() => readBundle(one, 'it')).toThrow(CannotTell);
    const file = join(folder, 'garbage.bin');
    for (const one of [garbage[5] ?? '', text.slice(0, 5_000)]) {
      writeFileSync(file, one);
      expect(await later(['verify', file, '--key', await keyOf()])).toMatchObject({
        code: 2,
        errors: expect.stringMatching(/Cannot tell\. .*A bundle is what/),
      });
    }
    const keys = (await keyOf()).split('\n').flatMap(line => readKey(line) ?? []) as [PublicKey];
    for (let time = 0; time < 30; time += 1) {
      const bytes = Buffer.from(text);
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const found = await verdictOn(bytes.toString('utf8'), keys).catch((error: unknown) => error);
      const isSame = bytes.toString('utf8') === text;
      if (!isSame && !(found instanceof CannotTell)) expect(found).toMatchObject({ verdict: 'bad' });
    }
  }, 240_000);

  it('in the database is found out, by what was signed before', async () => {
    await answeredCase();
    const heads = join(folder, 'before.txt');
    await duly(journey, ['audit', 'head', '--out', heads]);
    const key = await keyOf();
    // What it would record meanwhile would take the places of what is cut off.
    await journey.worker.stop();
    const check = () => duly(journey, ['audit', 'check', '--key', key, '--head', heads]);
    const owner = new pg.Client({ connectionString: journey.servers.database.url });
    await owner.connect();
    const tables = ['audit_entry', 'audit_leaf', 'audit_node', 'audit_head', 'audit_waiting'];
    const guards = (how: string) =>
      Promise.all(tables.map(table => owner.query(`ALTER TABLE register.${table} ${how} TRIGGER ALL`)));
    try {
      await guards('DISABLE');
      for (const [name, { change, back }] of Object.entries(changesInTheDatabase)) {
        for (const statement of change) await owner.query(statement);
        const found = await check();
        expect([name, found.code]).toEqual([name, 1]);
        expect(found.out).toMatch(/✗ .+\n {4}\S+/u);
        for (const statement of back) await owner.query(statement);
      }
      expect(await check()).toMatchObject({ code: 0 });
    } finally {
      await guards('ENABLE');
      await owner.end();
    }
  }, 240_000);
});
