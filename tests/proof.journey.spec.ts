import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { opensTo } from '@duly/audit';
import { workspace } from '@duly/infra';
import { read } from './architecture/house.js';
import { run, settingsOf } from './journeys/duly-command.js';
import { destroyKeysOf } from './journeys/erasing.js';
import { canary, canaryWords, requestBody } from './journeys/letter-of-request.js';
import { Proving } from './journeys/proving.js';
import type { OpenBundle } from './tampering/in-bundle.js';

let proving: Proving;
beforeAll(async () => {
  proving = await Proving.begin();
  expect(proving.installed).toContain('duly.mjs');
}, 600_000);
afterAll(() => proving.end());

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
    const life = await proving.answeredCase();
    const commands = chapter();
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.length).toBeLessThanOrEqual(6);
    const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
    const place = mkdtempSync(join(proving.folder, 'chapter-'));
    for (const command of commands) {
      const line = command
        .replace('DR-2026-000001-1', `${life.opened.reference}-1`)
        .replace('npx duly', `"${process.execPath}" "${program}"`);
      const said = await run('sh', ['-c', line], { cwd: place, env: settingsOf(proving.journey) });
      expect([command, said.errors, said.code]).toEqual([command, '', 0]);
    }
  });
});

describe('a bundle', () => {
  it('is verified years later in an empty folder, with nothing but the public key', async () => {
    const life = await proving.answeredCase();
    const file = await proving.exported(life, 'case.json');
    const key = await proving.key();
    const said = await proving.later('verify', file, '--key', key);
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

    // So does who kept the letter that was typed in: the request was opened by this body, under the request's own key.
    const accepted = entries.find(({ detail }) => detail['route'] === 'POST /v1/requests');
    expect(accepted).toMatchObject({ action: 'CommandAccepted', requestId: life.opened.request });
    const typedIn = { route: 'POST /v1/requests', body: requestBody() };
    const opens = (content: unknown) =>
      opensTo(
        content,
        contents.commandOpenings[String(accepted?.number)] ?? '',
        String(accepted?.['commitment']),
      );
    expect(opens(typedIn)).toBe(true);
    expect(opens({ ...typedIn, body: requestBody({ words: 'Something else.' }) })).toBe(false);

    const tampered = join(proving.folder, 'one-date.json');
    const bundle = JSON.parse(text) as OpenBundle;
    bundle.contents.row['dueDate'] = '2036-07-31';
    writeFileSync(tampered, JSON.stringify(bundle));
    const bad = await proving.later('verify', tampered, '--key', key);
    expect(bad).toMatchObject({ code: 1, out: expect.stringMatching(/✗ The contents are those/) });
    const program =
      readFileSync(proving.installed, 'utf8') +
      readFileSync(join(proving.installed, '../../../../dist/apps/cli/main.js'), 'utf8');
    expect(program).not.toContain(workspace);
  });

  it('does not run its code where the key is another, and says that it cannot tell', async () => {
    const life = await proving.answeredCase();
    const file = await proving.exported(life, 'other-key.json');
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const said = await proving.later('verify', file, '--key', other);
    expect(said.code).toBe(2);
    expect(said.out).toMatch(/\? The tree head is signed by PeterNeumann/);
    expect(said.out).toMatch(/\? The history was lived again/);
  });

  it('holds the letters where they are asked for, and after the erasure proves the rest without them', async () => {
    const life = await proving.answeredCase();
    const key = await proving.key();
    const personal = await proving.exported(life, 'personal.json', '--personal-data');
    expect(await proving.later('verify', personal, '--key', key)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/✓ The \d+ letters are those that were sent, to the byte/),
    });
    await destroyKeysOf(life.opened.request, proving.journey);
    const refused = await proving.duly('audit', 'export', life.id, '--personal-data');
    expect(refused).toMatchObject({ code: 2, errors: expect.stringMatching(/erased/) });
    const erased = await proving.exported(life, 'erased.json');
    const said = await proving.later('verify', erased, '--key', key);
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/key of the case is destroyed/) });
  });
});

describe('the whole log', () => {
  it('is held against its signed heads; what each entry is, and where, is seen through HTTP', async () => {
    const life = await proving.answeredCase();
    const heads = join(proving.folder, 'heads.txt');
    expect(await proving.duly('audit', 'head', '--out', heads)).toMatchObject({ code: 0, errors: '' });
    expect(await proving.duly('audit', 'head', '--out', heads)).toMatchObject({ code: 0, errors: '' });
    const checked = await proving.duly('audit', 'check', '--key', await proving.key(), '--head', heads);
    expect(checked).toMatchObject({ code: 0, errors: '' });
    expect(checked.out).toMatch(/✓ All \d+ entries of the log stand in their places/);

    const auditor = await proving.journey.as('auditor');
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
    const handler = await proving.journey.as('handler');
    expect((await handler.get('/v1/audit/heads')).status).toBe(403);
    expect((await handler.get(`/v1/cases/${life.id}/bundle`)).status).toBe(403);
    writeFileSync(heads, 'nonsense');
    expect(await proving.duly('audit', 'check', '--key', await proving.key(), '--head', heads)).toMatchObject(
      {
        code: 2,
      },
    );
  });
});
