/** Where a record lies that somebody might tamper with. */
export type Place = 'database' | 'archive' | 'bundle';

const [inDatabase, inArchive, inBundle] = [['database'], ['archive'], ['bundle']] as const;
const inBoth = ['database', 'bundle'] as const;
const inHistories = ['archive', 'bundle'] as const;

/** Everything that is tried: one thing edited, deleted, reordered, duplicated, back-dated, truncated or swapped, wherever there is such a thing. */
export const kinds = {
  'an entry is given to another': inBoth,
  'an entry is given to another case': inBoth,
  'an entry is renamed': inBoth,
  'an entry is back-dated': inBoth,
  'an entry is renumbered': inBoth,
  'an entry is deleted': inBoth,
  'an entry is duplicated': inBoth,
  'an entry is made up': inBoth,
  'two entries change places in the tree': inBoth,
  'two entries are swapped': inBundle,
  'a detail of an entry is edited': inBoth,
  'a commitment is edited': inBoth,
  'a refused command is made an accepted one': inBoth,
  'the end of the log is cut off': inDatabase,
  'a leaf is edited': inDatabase,
  'a leaf is another entry’s': inDatabase,
  'an entry and its leaf are edited together': inDatabase,
  'the whole tree is written anew without an entry': inDatabase,
  'a proof is edited': inBundle,
  'a proof is cut short': inBundle,
  'a proof is another entry’s': inBundle,
  'a tree head is back-dated': inBoth,
  'a tree head is of another size': inBoth,
  'a tree head is of another tree': inBoth,
  'a signature is edited': inBoth,
  'a tree head is taken out': inDatabase,
  'two tree heads are swapped': inBoth,
  'an earlier tree head is of another size': inBundle,
  'what proves an earlier head is edited': inBundle,
  'an event is back-dated': inBoth,
  'an event is given to another': inBoth,
  'an event is renamed': inBoth,
  'an event is deleted': inBoth,
  'an event is duplicated': inBoth,
  'two events are swapped': inBoth,
  'the events are cut short': inBoth,
  'a date of the row is edited': inBoth,
  'the outcome of the row is edited': inBoth,
  'a letter is left out': inBoth,
  'a letter’s hash is edited': inBoth,
  'a letter is back-dated': inBoth,
  'a letter’s outcome is edited': inBoth,
  'a letter is given another wording': inBoth,
  'the workflow code is swapped': inBoth,
  'the calendar is edited': inBundle,
  'the page in plain words is edited': inBundle,
  'an opening is edited': inBundle,
  'an opening is taken out': inBundle,
  'a history event is deleted': inHistories,
  'two history events are swapped': inHistories,
  'a history event is duplicated': inHistories,
  'a history event is back-dated': inHistories,
  'a history event is renumbered': inHistories,
  'a history event is given to another type': inHistories,
  'the end of a history is cut off': inHistories,
  'the beginning of a history is cut off': inHistories,
  'a whole history is taken out': inHistories,
  'a history is another case’s': inArchive,
  'what the case was opened with is edited': inHistories,
  'the file is deleted': inArchive,
  'the file is empty': inArchive,
  'the file is cut short': inArchive,
  'the file is made longer': inArchive,
  'one byte of the file is changed': inArchive,
  'the file is no longer packed': inArchive,
  'the file grows without end': inArchive,
} as const satisfies Readonly<Record<string, readonly Place[]>>;

type Kinds = typeof kinds;

/** The kinds that apply at a place: whoever tampers there has to know each of them, and no other. */
export type KindIn<At extends Place> = {
  [Kind in keyof Kinds]: At extends Kinds[Kind][number] ? Kind : never;
}[keyof Kinds];

/** Chooses one of so many places, from 0. */
export type Pick = (below: number) => number;

/** Pseudo-random numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same seed chooses the same place for the same kind, whatever other kinds there are. */
export function pickFor(seed: number, kind: string): Pick {
  let sum = 0;
  for (let at = 0; at < kind.length; at += 1) sum = (sum * 31 + kind.charCodeAt(at)) | 0;
  const random = seeded(seed + sum);
  return below => Math.floor(random() * below);
}

/** `DULY_SEED` tries another. */
export const seeds: readonly number[] =
  process.env['DULY_SEED'] === undefined ? [4_711, 20_360] : [Number(process.env['DULY_SEED'])];
