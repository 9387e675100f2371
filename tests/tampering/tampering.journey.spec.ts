import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { AuditLog, TreeHeadsView } from '@duly/api-contract';
import { CannotTell } from '@duly/cli/replay';
import { readBundle } from '@duly/cli/verify';
import type { CaseLife } from '../journeys/case-life.js';
import { Proving } from '../journeys/proving.js';
import type { Tables } from './changes.js';
import { tamperings, type OpenBundle } from './in-bundle.js';
import { databaseTamperings } from './in-database.js';
import { verdictOn } from './judging.js';
import { pickFor, seeded, seeds, type KindIn } from './kinds.js';

let proving: Proving;
beforeAll(async () => {
  proving = await Proving.begin();
}, 300_000);
afterAll(() => proving.end());

describe('whoever changes one thing', () => {
  it.each(seeds)(
    'in a bundle is found out, in every way (seed %i); an untouched one always passes',
    async seed => {
      const life = await proving.answeredCase();
      const auditor = await proving.journey.as('auditor');
      await life.refused('reopen', { reasons: 'It is not closed.' });
      for (const words of ['One more note.', 'And another.']) {
        await auditor.done('/v1/audit/heads', {});
        await life.give('add-note', { words });
      }
      const text = readFileSync(await proving.exported(life, 'tampered.json'), 'utf8');
      const keys = await proving.keys();
      expect((await verdictOn(text, keys)).verdict).toBe('good');
      for (const [kind, tamper] of Object.entries(tamperings)) {
        const bundle = JSON.parse(text) as OpenBundle;
        tamper(bundle, pickFor(seed, kind));
        const found = await verdictOn(JSON.stringify(bundle), keys);
        expect([kind, found.verdict]).toEqual([kind, 'bad']);
        expect(found.words).toMatch(/✗ .+\n {4}\S+/u);
      }
      expect((await verdictOn(text, keys)).verdict).toBe('good');
    },
    1_800_000,
  );

  it('with garbage makes no verifier fall over: it says that it cannot tell', async () => {
    const life = await proving.answeredCase();
    const text = readFileSync(await proving.exported(life, 'garbage.json'), 'utf8');
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
    const file = join(proving.folder, 'garbage.bin');
    for (const one of [garbage[5] ?? '', text.slice(0, 5_000)]) {
      writeFileSync(file, one);
      expect(await proving.later('verify', file, '--key', await proving.key())).toMatchObject({
        code: 2,
        errors: expect.stringMatching(/Cannot tell\. .*A bundle is what/),
      });
    }
    const keys = await proving.keys();
    for (let time = 0; time < 30; time += 1) {
      const bytes = Buffer.from(text);
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const found = await verdictOn(bytes.toString('utf8'), keys).catch((error: unknown) => error);
      const isSame = bytes.toString('utf8') === text;
      if (!isSame && !(found instanceof CannotTell)) expect(found).toMatchObject({ verdict: 'bad' });
    }
  }, 240_000);

  it.each(seeds)(
    'in the database is found out, in every way and by its name and place (seed %i)',
    async seed => {
      const life = await proving.answeredCase();
      await life.refused('reopen', { reasons: 'It is not closed.' });
      const heads = join(proving.folder, `before-${seed}.txt`);
      await proving.duly('audit', 'head', '--out', heads);
      await life.give('add-note', { words: 'A note between two heads.' });
      await life.happens('NoteAdded');
      const [key, first] = [await proving.key(), await proving.exported(life, `first-${seed}.json`)];
      // What it would record meanwhile would take the places of what is cut off.
      await proving.journey.worker.stop();
      const owner = new pg.Client({ connectionString: proving.journey.servers.database.url });
      await owner.connect();
      // The owner's guards, and the database's own rules, are off: whoever owns the server can do so.
      await owner.query('SET session_replication_role = replica');
      const judged = {
        check: () => proving.duly('audit', 'check', '--key', key, '--head', heads),
        replay: () => proving.duly('replay', life.id),
        verify: async () => proving.duly('verify', await proving.exported(life, 'after.json'), '--key', key),
      };
      try {
        await proving.duly('audit', 'head', '--out', heads);
        const tables = await tablesOf(life, first, heads);
        for (const kind of Object.keys(databaseTamperings) as KindIn<'database'>[]) {
          const { seenBy, words, change } = databaseTamperings[kind];
          const { change: done, back } = change(tables, pickFor(seed, kind));
          for (const statement of done) await owner.query(statement);
          const found = await judged[seenBy]();
          expect([kind, found.code, found.errors]).toEqual([kind, 1, '']);
          expect([kind, found.out]).toEqual([kind, expect.stringMatching(words)]);
          for (const statement of back) await owner.query(statement);
        }
        for (const judge of Object.values(judged))
          expect(await judge()).toMatchObject({ code: 0, errors: '' });
      } finally {
        await owner.end();
        await proving.journey.startWorker();
      }
    },
    1_800_000,
  );
});

/**
 * What the owner of the database finds of a case whose bundle was exported, and of the log so far.
 *
 * @param held the file of tree heads that the auditor holds: nobody can miss another that is taken out
 */
async function tablesOf({ id }: CaseLife, file: string, held: string): Promise<Tables> {
  const auditor = await proving.journey.as('auditor');
  const { heads } = await auditor.read<TreeHeadsView>('/v1/audit/heads');
  const size = heads.at(-1)?.size ?? 0;
  const notesHeld = readFileSync(held, 'utf8');
  const { entries } = await auditor.read<AuditLog>('/v1/audit/entries?limit=5000');
  const { contents } = JSON.parse(readFileSync(file, 'utf8')) as OpenBundle;
  return {
    entries: entries.filter(({ leafIndex }) => leafIndex < size),
    heads: heads.filter(({ note }) => notesHeld.includes(note.trim())).map(({ number }) => number),
    caseId: id,
    events: contents.rowEvents.length,
    letters: contents.letters.filter(({ hash }) => hash !== null).map(letter => String(letter['id'])),
    code: Object.keys(contents.workflowBundles)[0] ?? '',
  };
}
