import { hashOfEntry, type LoggedEntry } from '@duly/audit';
import {
  bytes,
  edited,
  rewritten,
  together,
  type Change,
  type DatabaseTampering,
  type Tables,
} from './changes.js';
import type { KindIn, Pick } from './kinds.js';

/** Beyond every number that the log of a spec reaches. */
const far = 1_000_000;

/** One of them that has another after it, unless it stands last on purpose. */
function entryAt({ entries }: Tables, pick: Pick): { readonly entry: LoggedEntry; readonly leaf: number } {
  const leaf = pick(entries.length - 1);
  const entry = entries[leaf];
  if (!entry) throw new Error('There is no entry to tamper with.');
  return { entry, leaf };
}

const ofEntry = (words: RegExp, column: string, value: string): DatabaseTampering => ({
  seenBy: 'check',
  words,
  change: (tables, pick) =>
    edited('audit_entry', 'number', `number = ${entryAt(tables, pick).entry.number}`, column, value),
});

const changed = /entry \d+ \(\w+\) at place \d+ is not what was recorded: it was changed/;
const moved = /at place \d+ stands what belongs to place \d+: an entry is missing, or was moved/;
const other =
  /the first \d+ entries are not those that were signed on \S+: one of the places \d+ to \d+ was changed/;

/** Another entry takes the place of one. @param made the columns of the new row, from the row `e` that it is made of */
function inPlaceOf(tables: Tables, pick: Pick, made: (number: number) => Change): Change {
  const { entry, leaf } = entryAt(tables, pick);
  const taken = edited(
    'audit_leaf',
    'leaf_index',
    `leaf_index = ${leaf + 1}`,
    'number',
    String(entry.number + far),
  );
  return together(made(entry.number), taken);
}

/** A row with another number, made of one that is kept. */
const copied = (from: string, number: number, action: string, run: string): string =>
  `INSERT INTO register.audit_entry (number, recorded_at, action, by, request_id, case_id, run, event_number, cite, commitment, correlation_id, detail)
   OVERRIDING SYSTEM VALUE
   SELECT number + ${far}, recorded_at, ${action}, by, request_id, case_id, ${run}, event_number, cite, commitment, correlation_id, detail
   FROM ${from} WHERE number = ${number}`;

const copyOf = (number: number, action: string): Change =>
  rewritten(
    'audit_entry',
    `number = ${number + far}`,
    copied('register.audit_entry', number, action, `run + ${far}`),
  );

/** What is done to the log itself, its tree and its signed heads. */
const log = {
  'an entry is given to another': ofEntry(changed, 'by', `'staff-somebody-else'`),
  'an entry is given to another case': ofEntry(changed, 'case_id', 'gen_random_uuid()'),
  'an entry is renamed': ofEntry(changed, 'action', `'Nothing'`),
  'an entry is back-dated': ofEntry(changed, 'recorded_at', `recorded_at - interval '1 microsecond'`),
  'a detail of an entry is edited': ofEntry(changed, 'detail', `detail || '{"more": 1}'`),
  'a commitment is edited': ofEntry(changed, 'commitment', `'00'`),
  'a refused command is made an accepted one': {
    seenBy: 'check',
    words: changed,
    change: ({ entries }) => {
      const refused = entries.find(({ action }) => action === 'CommandRefused');
      if (!refused) throw new Error('No command was refused.');
      const where = `number = ${refused.number}`;
      return edited('audit_entry', 'number', where, 'action', `'CommandAccepted'`);
    },
  },
  'an entry is renumbered': {
    seenBy: 'check',
    words: changed,
    change: (tables, pick) => {
      const { entry, leaf } = entryAt(tables, pick);
      const { number } = entry;
      return together(
        rewritten(
          'audit_entry',
          `number IN (${number}, ${number + far})`,
          `DELETE FROM register.audit_entry WHERE number = ${number}`,
          copied('kept_audit_entry', number, 'action', 'run'),
        ),
        edited('audit_leaf', 'leaf_index', `leaf_index = ${leaf}`, 'number', String(number + far)),
      );
    },
  },
  'an entry is deleted': {
    seenBy: 'check',
    words: moved,
    change: (tables, pick) => {
      const where = `number = ${entryAt(tables, pick).entry.number}`;
      return together(
        ...['audit_leaf', 'audit_entry'].map(table =>
          rewritten(table, where, `DELETE FROM register.${table} WHERE ${where}`),
        ),
      );
    },
  },
  'an entry is duplicated': {
    seenBy: 'check',
    words: changed,
    change: (tables, pick) => inPlaceOf(tables, pick, number => copyOf(number, 'action')),
  },
  'an entry is made up': {
    seenBy: 'check',
    words: changed,
    change: (tables, pick) => inPlaceOf(tables, pick, number => copyOf(number, `'CommandAccepted'`)),
  },
  'two entries change places in the tree': {
    seenBy: 'check',
    words: other,
    change: (tables, pick) => {
      const { leaf } = entryAt(tables, pick);
      const swapped = [
        `UPDATE register.audit_leaf SET leaf_index = leaf_index + ${far} WHERE leaf_index IN (${leaf}, ${leaf + 1})`,
        `UPDATE register.audit_leaf SET leaf_index = ${far + 2 * leaf + 1} - leaf_index WHERE leaf_index >= ${far}`,
      ];
      return { change: swapped, back: swapped };
    },
  },
  'the end of the log is cut off': {
    seenBy: 'check',
    words: /the log ends after \d+ entries; \d+ were signed on \S+: its end was cut off/,
    change: (tables, pick) => {
      const where = `leaf_index > ${entryAt(tables, pick).leaf}`;
      return rewritten('audit_leaf', where, `DELETE FROM register.audit_leaf WHERE ${where}`);
    },
  },
  'a leaf is edited': {
    seenBy: 'check',
    words: changed,
    change: (tables, pick) =>
      edited('audit_leaf', 'leaf_index', `leaf_index = ${entryAt(tables, pick).leaf}`, 'hash', `sha256('x')`),
  },
  'a leaf is another entry’s': {
    seenBy: 'check',
    words: changed,
    change: (tables, pick) => {
      const { leaf } = entryAt(tables, pick);
      const hash = `(SELECT hash FROM register.audit_leaf WHERE leaf_index = ${leaf + 1})`;
      return edited('audit_leaf', 'leaf_index', `leaf_index = ${leaf}`, 'hash', hash);
    },
  },
  'an entry and its leaf are edited together': {
    seenBy: 'check',
    words: other,
    change: (tables, pick) => {
      const { entry, leaf } = entryAt(tables, pick);
      const forged = bytes(hashOfEntry({ ...entry, by: 'staff-somebody-else' }));
      return together(
        edited('audit_entry', 'number', `number = ${entry.number}`, 'by', `'staff-somebody-else'`),
        edited('audit_leaf', 'leaf_index', `leaf_index = ${leaf}`, 'hash', forged),
      );
    },
  },
  'the whole tree is written anew without an entry': {
    seenBy: 'check',
    words:
      /the first \d+ entries are not those that were signed|the log ends after \d+ entries; \d+ were signed/,
    change: (tables, pick) => {
      const { entry, leaf } = entryAt(tables, pick);
      return together(
        rewritten(
          'audit_leaf',
          `leaf_index >= ${leaf}`,
          `DELETE FROM register.audit_leaf WHERE leaf_index = ${leaf}`,
          `UPDATE register.audit_leaf SET leaf_index = leaf_index + ${far} WHERE leaf_index > ${leaf}`,
          `UPDATE register.audit_leaf SET leaf_index = leaf_index - ${far + 1} WHERE leaf_index > ${far}`,
        ),
        rewritten(
          'audit_entry',
          `number = ${entry.number}`,
          `DELETE FROM register.audit_entry WHERE number = ${entry.number}`,
        ),
      );
    },
  },
} satisfies Partial<Record<KindIn<'database'>, DatabaseTampering>>;

const headAt = ({ heads }: Tables, pick: Pick): number => heads[pick(heads.length)] ?? 0;
const noteEdited = (words: RegExp, value: string): DatabaseTampering => ({
  seenBy: 'check',
  words,
  change: (tables, pick) => edited('audit_head', 'number', `number = ${headAt(tables, pick)}`, 'note', value),
});
const unsigned =
  /the signature is not one of this key over this text, \d+ entries on \S+: one of them was changed/;

const heads = {
  'a tree head is back-dated': noteEdited(unsigned, `replace(note, 'time 20', 'time 19')`),
  'a tree head is of another size': noteEdited(
    unsigned,
    `regexp_replace(note, E'\\n(\\\\d+)\\n', E'\\n1\\\\1\\n')`,
  ),
  'a tree head is of another tree': noteEdited(
    unsigned,
    `regexp_replace(note, E'\\n[A-Za-z0-9+/]{43}=\\n', E'\\n' || repeat('A', 43) || E'=\\n')`,
  ),
  'a signature is edited': noteEdited(unsigned, `regexp_replace(note, '(— \\S+ .{12})(.{4})', '\\1AAAA')`),
  'a tree head is taken out': {
    seenBy: 'check',
    words: /the tree head over \d+ entries of \S+, which you hold, was taken out/,
    change: (tables, pick) => {
      const where = `number = ${headAt(tables, pick)}`;
      return rewritten('audit_head', where, `DELETE FROM register.audit_head WHERE ${where}`);
    },
  },
  'two tree heads are swapped': {
    seenBy: 'check',
    words: /tree head \d+ is said to be over \d+ entries; \d+ were signed: it was swapped or changed/,
    change: ({ heads: [one = 0, two = 0] }) => {
      const noteOf = `(SELECT note FROM kept_audit_head k WHERE k.number = ${one + two} - audit_head.number)`;
      return edited('audit_head', 'number', `number IN (${one}, ${two})`, 'note', noteOf);
    },
  },
} satisfies Partial<Record<KindIn<'database'>, DatabaseTampering>>;

export const logTamperings = { ...log, ...heads };
