import { canonicalJson, hashOfEntry } from '@duly/audit';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyTamperings, type OpenHistory } from './in-histories.js';
import type { KindIn, Pick } from './kinds.js';

type Open = Record<string, unknown>;

/** A bundle as whoever wants to deceive would open it. */
export interface OpenBundle {
  form: string;
  contents: Open & {
    row: Open;
    rowEvents: Open[];
    histories: OpenHistory[];
    letters: Open[];
    openings: Record<string, string>;
    commandOpenings: Record<string, string>;
    workflowBundles: Record<string, string>;
    entryNumbers: number[];
    calendars: Open[];
    page: string;
  };
  entries: (Open & { number: number; leafIndex: number; proof: string[]; detail: Open; action: string })[];
  head: string;
  earlierHeads: { note: string; proof: string[] }[];
}

type Tampering = (bundle: OpenBundle, pick: Pick) => void;

const last = <Item>(items: readonly Item[]): Item => {
  const item = items.at(-1);
  if (item === undefined) throw new Error('There is nothing to tamper with.');
  return item;
};
const nth = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at];
  if (item === undefined) throw new Error('There is nothing to tamper with.');
  return item;
};
const flipped = (hex: string): string => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
const earlier = (text: unknown): string => String(text).replace(/^(\d{4})/, year => String(Number(year) - 1));
const swap = (items: unknown[], at: number): void => void items.splice(at, 2, items[at + 1], items[at]);
/** One that was sent. */
const letterAt = (letters: readonly Open[], pick: Pick): Open => {
  const sent = letters.filter(({ hash }) => hash !== null);
  return nth(sent, pick(sent.length));
};
const exportOf = (bundle: OpenBundle) =>
  last(bundle.entries.filter(({ action }) => action === 'BundleExported'));

/** Makes the contents fit the export's entry again, as one would who knows how they are bound, and has no key to sign with. */
function bindAgain(bundle: OpenBundle): void {
  const hash = createHash('sha256').update(canonicalJson(bundle.contents)).digest('hex');
  exportOf(bundle).detail['contents'] = hash;
}

function otherCode(bundle: OpenBundle): [string, string] {
  const [hash, packed] = nth(Object.entries(bundle.contents.workflowBundles), 0);
  const code = `${gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')}\n;globalThis.deceived = true;`;
  return [hash, gzipSync(code).toString('base64')];
}

/** What is done to the histories of an archive is done to the last one of a bundle too. */
function ofHistories() {
  const { 'a history is another case’s': _archive, ...others } = historyTamperings;
  const names = Object.keys(others) as (keyof typeof others)[];
  return Object.fromEntries(
    names.map((name): [string, Tampering] => [
      name,
      ({ contents }, pick) => historyTamperings[name](last(contents.histories), pick),
    ]),
  ) as Record<(typeof names)[number], Tampering>;
}

const contentsTampered = {
  'a date of the row is edited': ({ contents }) =>
    (contents.row['dueDate'] = earlier(contents.row['dueDate'])),
  'the outcome of the row is edited': ({ contents }) => (contents.row['outcome'] = 'refused'),
  'an event is back-dated': ({ contents }, pick) => {
    const event = nth(contents.rowEvents, pick(contents.rowEvents.length));
    event['on'] = earlier(event['on']);
  },
  'an event is given to another': ({ contents }) => (last(contents.rowEvents)['by'] = 'staff-somebody-else'),
  'an event is renamed': ({ contents }) => (last(contents.rowEvents)['type'] = 'RequestRefused'),
  'an event is deleted': ({ contents }, pick) =>
    void contents.rowEvents.splice(pick(contents.rowEvents.length), 1),
  'an event is duplicated': ({ contents }) => void contents.rowEvents.push({ ...last(contents.rowEvents) }),
  'two events are swapped': ({ contents }) => swap(contents.rowEvents, 0),
  'the events are cut short': ({ contents }) => void contents.rowEvents.pop(),
  'the workflow code is swapped': bundle => {
    const [hash, packed] = otherCode(bundle);
    bundle.contents.workflowBundles[hash] = packed;
  },
  'a letter is left out': ({ contents }) => void contents.letters.pop(),
  'a letter’s hash is edited': ({ contents }, pick) => {
    letterAt(contents.letters, pick)['hash'] = 'f'.repeat(64);
  },
  'a letter is back-dated': ({ contents }, pick) => {
    const letter = letterAt(contents.letters, pick);
    letter['outcomeOn'] = earlier(letter['outcomeOn']);
  },
  'a letter’s outcome is edited': ({ contents }, pick) => {
    letterAt(contents.letters, pick)['state'] = 'refused';
  },
  'a letter is given another wording': ({ contents }, pick) => {
    const letter = letterAt(contents.letters, pick);
    letter['templateVersion'] = Number(letter['templateVersion']) + 1;
  },
  'the calendar is edited': ({ contents }) => (nth(contents.calendars, 0)['version'] = 'another'),
  'the page in plain words is edited': ({ contents }) =>
    (contents.page = contents.page.replace('Case', 'Fall')),
  'an opening is edited': ({ contents }) => (contents.openings['1'] = flipped(contents.openings['1'] ?? '')),
  'an opening is taken out': ({ contents }) => {
    delete contents.openings['1'];
  },
  ...ofHistories(),
} satisfies Partial<Record<KindIn<'bundle'>, Tampering>>;

const entriesTampered = {
  'an entry is given to another': ({ entries }, pick) =>
    (nth(entries, pick(entries.length))['by'] = 'staff-somebody-else'),
  'an entry is given to another case': ({ entries }, pick) =>
    (nth(entries, pick(entries.length))['caseId'] = '00000000-0000-4000-8000-000000000000'),
  'an entry is renamed': ({ entries }, pick) => (nth(entries, pick(entries.length)).action = 'Nothing'),
  'a detail of an entry is edited': ({ entries }, pick) =>
    (nth(entries, pick(entries.length)).detail['more'] = 1),
  'a refused command is made an accepted one': ({ entries }) => {
    const refused = nth(
      entries.filter(({ action }) => action === 'CommandRefused'),
      0,
    );
    refused.action = 'CommandAccepted';
    delete refused.detail['code'];
  },
  'an entry is back-dated': ({ entries }, pick) => {
    const entry = nth(entries, pick(entries.length));
    entry['recordedAt'] = earlier(entry['recordedAt']);
  },
  'an entry is renumbered': ({ entries }) => (last(entries).number += 1),
  'an entry is deleted': ({ entries }, pick) => void entries.splice(pick(entries.length), 1),
  'an entry is duplicated': ({ entries }) => void entries.push({ ...last(entries) }),
  'two entries are swapped': ({ entries }) => swap(entries, 0),
  'two entries change places in the tree': ({ entries }) => {
    const [one, other] = [nth(entries, 0), nth(entries, 1)];
    [one.leafIndex, other.leafIndex] = [other.leafIndex, one.leafIndex];
  },
  'a proof is edited': ({ entries }, pick) => {
    const { proof } = nth(entries, pick(entries.length));
    proof[0] = flipped(proof[0] ?? '');
  },
  'a proof is cut short': ({ entries }) => void last(entries).proof.pop(),
  'a proof is another entry’s': ({ entries }) => (nth(entries, 0).proof = [...last(entries).proof]),
  'an entry is made up': ({ entries }) => {
    const entry = last(entries);
    entries.push({
      ...entry,
      number: entry.number + 1,
      leafIndex: entry.leafIndex + 1,
      action: 'CommandAccepted',
    });
  },
  'a commitment is edited': ({ entries }) => {
    const entry = nth(
      entries.filter(({ commitment }) => commitment !== null),
      0,
    );
    entry['commitment'] = flipped(String(entry['commitment']));
  },
  'a tree head is of another size': bundle =>
    void (bundle.head = bundle.head.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`)),
  'a tree head is back-dated': bundle => void (bundle.head = bundle.head.replace(/time \d{4}/, 'time 2020')),
  'a tree head is of another tree': bundle => {
    const root = hashOfEntry(nth(bundle.entries, 0) as never).toString('base64');
    bundle.head = bundle.head.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${root}\n`);
  },
  'an earlier tree head is of another size': ({ earlierHeads }, pick) => {
    const before = nth(earlierHeads, pick(earlierHeads.length));
    before.note = before.note.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`);
  },
  'what proves an earlier head is edited': ({ earlierHeads }) => {
    const { proof } = nth(earlierHeads, 0);
    proof[proof.length - 1] = flipped(last(proof));
  },
  'two tree heads are swapped': ({ earlierHeads }) => {
    const [one, other] = [nth(earlierHeads, 0), last(earlierHeads)];
    [one.note, other.note] = [other.note, one.note];
  },
  'a signature is edited': bundle =>
    void (bundle.head = bundle.head.replace(
      /(— \S+ .{10})(.)/u,
      (_all, before: string, one: string) => `${before}${one === 'A' ? 'B' : 'A'}`,
    )),
} satisfies Partial<Record<KindIn<'bundle'>, Tampering>>;

/** Each kind, by its name. */
export const bundleTamperings: Readonly<Record<KindIn<'bundle'>, Tampering>> = {
  ...contentsTampered,
  ...entriesTampered,
};

/** The same contents changed, and bound again to the entry of the export: then the log itself does not fit. */
const boundAgain = Object.fromEntries(
  Object.entries(contentsTampered).map(([name, tamper]): [string, Tampering] => [
    `${name}, and the export’s entry made to fit`,
    (bundle, pick) => {
      tamper(bundle, pick);
      bindAgain(bundle);
    },
  ]),
);

export const tamperings: Readonly<Record<string, Tampering>> = { ...bundleTamperings, ...boundAgain };
