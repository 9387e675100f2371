import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { judgeArchived } from '@duly/cli/verify';
import { ArchiveDamaged, FolderArchive, hashOfHistory, historyFromJson } from '@duly/temporal';
import { workspace } from '@duly/infra';
import { seeded } from './proof-judging.js';

type HistoryEvent = Record<string, unknown>;
interface OpenHistory {
  events: HistoryEvent[];
}
type Pick = (below: number) => number;
type Tampering = (history: OpenHistory, pick: Pick, other: OpenHistory) => void;

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

const eventAt = ({ events }: OpenHistory, at: number): HistoryEvent => {
  const event = events[at];
  if (!event) throw new Error('There is nothing to tamper with.');
  return event;
};

/** What somebody who can write to the archive's folder does to what a history says. */
const ofContents: Readonly<Record<string, Tampering>> = {
  'an event is deleted': ({ events }, pick) => void events.splice(pick(events.length), 1),
  'two events are swapped': ({ events }, pick) => {
    const at = pick(events.length - 1);
    events.splice(at, 2, ...events.slice(at, at + 2).reverse());
  },
  'an event is duplicated': ({ events }, pick) => {
    const at = pick(events.length);
    events.splice(at, 0, structuredClone(eventAt({ events }, at)));
  },
  'an event is back-dated': (history, pick) => {
    const event = eventAt(history, pick(history.events.length));
    event['eventTime'] = '2020-01-01T00:00:00Z';
  },
  'an event is renumbered': (history, pick) => {
    const event = eventAt(history, pick(history.events.length));
    event['eventId'] = String(Number(event['eventId']) + 1_000);
  },
  'an event is given to another type': (history, pick) => {
    const event = eventAt(history, 1 + pick(history.events.length - 1));
    event['eventType'] = 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED';
  },
  'the end is cut off': ({ events }) => void events.pop(),
  'the beginning is cut off': ({ events }) => void events.shift(),
  'everything is taken out': history => void (history.events = []),
  'it is another case’s history': (history, _pick, other) => void (history.events = other.events),
  'what the case was opened with is edited': history => {
    const first = eventAt(history, 0);
    const text = JSON.stringify(first).replace(/"data":"([^"]+)"/, (_all, data: string) => {
      const said = Buffer.from(data, 'base64').toString('utf8').replace('"run":1', '"run":2');
      return `"data":"${Buffer.from(said).toString('base64')}"`;
    });
    history.events[0] = JSON.parse(text) as HistoryEvent;
  },
};

/** What is done to the file itself. */
const ofFile: Readonly<Record<string, (path: string, pick: Pick) => void>> = {
  'the file is deleted': path => {
    rmSync(path);
  },
  'the file is empty': path => {
    truncateSync(path);
  },
  'the file is cut short': (path, pick) => {
    truncateSync(path, 1 + pick(readFileSync(path).length - 1));
  },
  'the file is made longer': path => {
    appendFileSync(path, gzipSync(' '));
  },
  'one byte of it is changed': (path, pick) => {
    const bytes = readFileSync(path);
    // The ten bytes of a gzip header say when and where it was packed, and nothing of what is in it.
    const at = 10 + pick(bytes.length - 10);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  'it is no longer packed': path => {
    writeFileSync(path, gunzipSync(readFileSync(path)));
  },
};

const seeds = process.env['DULY_SEED'] === undefined ? [4_711, 20_360] : [Number(process.env['DULY_SEED'])];
let folder: string;
let archive: FolderArchive;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duly-archive-'));
  archive = new FolderArchive(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (file: string): string => join(folder, file.slice(0, 2), `${file}.json.gz`);
const pickAt = (seed: number): Pick => {
  const random = seeded(seed);
  return below => Math.floor(random() * below);
};
const kindsOf = (kinds: object) =>
  seeds.flatMap(seed => Object.keys(kinds).map((name, place) => [name, seed + place] as const));

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

describe('whoever can write to the archive', () => {
  it.each(kindsOf(ofContents))(
    'is found out when %s, by the name of the file (seed %i)',
    async (name, seed) => {
      const pick = pickAt(seed);
      const place = pick(golden.length);
      const file = await archive.keep(historyAt(place));
      const tampered = historyAt(place);
      ofContents[name]?.(tampered, pick, historyAt(place + 1));
      writeFileSync(pathOf(file), gzipSync(JSON.stringify(tampered)));
      await expect(archive.read(file)).rejects.toEqual(new ArchiveDamaged(file, 'changed'));
      rmSync(pathOf(file));
    },
  );

  it.each(kindsOf(ofFile))('is found out when %s (seed %i)', async (name, seed) => {
    const pick = pickAt(seed);
    const file = await archive.keep(historyAt(pick(golden.length)));
    ofFile[name]?.(pathOf(file), pick);
    await expect(archive.read(file)).rejects.toThrow(`The history ${file.slice(0, 12)}… of the archive is`);
    rmSync(pathOf(file), { force: true });
  });
});

describe('whoever can also write to the register, and names the file anew there', () => {
  it.each(kindsOf(ofContents))(
    'is found out when %s, by the log, which names the run (seed %i)',
    async (name, seed) => {
      const pick = pickAt(seed);
      const place = pick(golden.length);
      const tampered = historyAt(place);
      ofContents[name]?.(tampered, pick, historyAt(place + 1));
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
