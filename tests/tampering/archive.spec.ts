import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeArchived } from '@duly/cli/verify';
import { ArchiveDamaged, FolderArchive, hashOfHistory, historyFromJson } from '@duly/temporal';
import { workspace } from '@duly/infra';
import { inArchive } from './in-archive.js';
import { historyTamperings, type OpenHistory } from './in-histories.js';
import { pickFor, seeds } from './kinds.js';

const recordsIn = join(workspace, 'tests', 'histories');
const golden = readdirSync(recordsIn)
  .filter(name => name.endsWith('.json'))
  .sort()
  .map(name => JSON.parse(readFileSync(join(recordsIn, name), 'utf8')) as { history: OpenHistory });
const historyAt = (place: number): OpenHistory => {
  const record = golden[place % golden.length];
  if (!record) throw new Error('There are no golden histories.');
  return structuredClone(record.history);
};

let folder: string;
let archive: FolderArchive;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duly-archive-'));
  archive = new FolderArchive(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (file: string): string => join(folder, file.slice(0, 2), `${file}.json.gz`);
const atSeeds = <Kind extends string>(kinds: Readonly<Record<Kind, unknown>>) =>
  seeds.flatMap(seed => (Object.keys(kinds) as Kind[]).map(kind => [kind, seed] as const));

/** As a bundle holds it: the history now, and what the log said when it was archived. */
const judged = (history: OpenHistory, archivedAs: string) => {
  const detail = { run: 1, history: archivedAs };
  const entry = { number: 9, action: 'HistoryArchived', caseId: 'case', detail };
  const bundle = { contents: { caseId: 'case', histories: [history] }, entries: [entry] };
  return judgeArchived(bundle as never);
};

describe('an archived history that nobody touched', () => {
  it('is read as it was written, and is the one that the log named', async () => {
    for (const [place] of golden.entries()) {
      const history = historyAt(place);
      const read = (await archive.read(await archive.keep(history))) as OpenHistory;
      expect(read).toEqual(history);
      expect(judged(read, hashOfHistory(historyFromJson(history)))).toMatchObject([{ verdict: 'good' }]);
    }
  });
});

describe('a death', () => {
  it('while a history is written leaves a part, which the next to keep it takes away; who writes just now is left alone', async () => {
    const file = await archive.keep(historyAt(0));
    const parts = ['dead', 'alive'].map(name => `${pathOf(file)}.${name}.part`);
    for (const part of parts) writeFileSync(part, 'half of it');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(parts[0] ?? '', longAgo, longAgo);
    expect(await archive.keep(historyAt(0))).toBe(file);
    expect(parts.map(part => existsSync(part))).toEqual([false, true]);
    expect(await archive.read(file)).toEqual(historyAt(0));
    rmSync(parts[1] ?? '');
  });
});

describe('whoever can write to the archive', () => {
  it.each(atSeeds(inArchive))(
    'is found out when %s, by the name of the file (seed %i)',
    async (kind, seed) => {
      const pick = pickFor(seed, kind);
      const place = pick(golden.length);
      const file = await archive.keep(historyAt(place));
      inArchive[kind](pathOf(file), pick, historyAt(place + 1));
      const damaged = archive.read(file);
      await expect(damaged).rejects.toThrow(ArchiveDamaged);
      await expect(damaged).rejects.toThrow(`The history ${file.slice(0, 12)}… of the archive is`);
      rmSync(pathOf(file), { force: true });
    },
  );
});

describe('whoever can also write to the register, and names the file anew there', () => {
  it.each(atSeeds(historyTamperings))(
    'is found out when %s, by the log, which names the run (seed %i)',
    async (kind, seed) => {
      const pick = pickFor(seed, kind);
      const place = pick(golden.length);
      const tampered = historyAt(place);
      historyTamperings[kind](tampered, pick, historyAt(place + 1));
      const read = (await archive.read(await archive.keep(tampered))) as OpenHistory;
      const [check] = judged(read, hashOfHistory(historyFromJson(historyAt(place))));
      expect(check).toMatchObject({
        verdict: 'bad',
        findings: [
          expect.stringContaining('the history of run 1 is another than entry 9 (HistoryArchived) says'),
        ],
      });
    },
  );
});
