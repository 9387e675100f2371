import {
  consistencyPath,
  Frontier,
  hashesOf,
  hashOfEntry,
  inclusionPath,
  placesIn,
  type LoggedEntry,
  type Place,
  type Range,
} from '@duly/audit';
import { json, type Database, type Sql } from '@duly/postgres';
import type { Waiting } from '../figures.js';
import { loggedColumns } from './logged-entries.js';

/** The one key of the lock under which the tree grows: two at once would give one place to two entries. */
const growingLock = 4_815_163;
/** Entries in one transaction: few enough that a crash undoes little, and that others are not held up. */
const atOnce = 1_000;
/** Entries read at once by whoever goes through all of them: some megabytes. */
const pageOfWalk = 5_000;

export interface GrownTree {
  readonly size: number;
  readonly root: Buffer;
}

/** An entry where the tree has it, and the leaf that the tree keeps of it. */
export interface EntryInTree extends LoggedEntry {
  readonly leafIndex: number;
  /** Hexadecimal. */
  readonly leaf: string;
}

interface Leaf {
  readonly index: number;
  readonly number: number;
  readonly hash: string;
}

/** A page of entries, one list a column: a row of fourteen names and values took PostgreSQL and the driver twice as long. */
type ColumnsOfPage = { readonly [Name in keyof EntryInTree]: readonly EntryInTree[Name][] };

const columnsOfPage = [
  ...[
    'number',
    'recordedAt',
    'action',
    'by',
    'requestId',
    'caseId',
    'run',
    'eventNumber',
    'cite',
    'commitment',
  ],
  ...['correlationId', 'detail', 'leafIndex', 'leaf'],
]
  .map(name => `coalesce(json_agg("${name}"), '[]') AS "${name}"`)
  .join(', ');

const entriesIn = (page: ColumnsOfPage): readonly EntryInTree[] => {
  const at = <Name extends keyof EntryInTree>(name: Name, place: number) => {
    const value = page[name][place];
    if (value === undefined) throw new Error(`A page of the log holds fewer of ${name} than entries.`);
    return value;
  };
  return page.number.map((number, place) => ({
    number,
    recordedAt: at('recordedAt', place),
    action: at('action', place),
    by: at('by', place),
    requestId: at('requestId', place),
    caseId: at('caseId', place),
    run: at('run', place),
    eventNumber: at('eventNumber', place),
    cite: at('cite', place),
    commitment: at('commitment', place),
    correlationId: at('correlationId', place),
    detail: at('detail', place),
    leafIndex: at('leafIndex', place),
    leaf: at('leaf', place),
  }));
};

const keyOf = ({ level, index }: Place): string => `${level}/${index}`;

async function hashesAt(sql: Sql, places: readonly Place[]): Promise<(place: Place) => Buffer> {
  const rows = await sql.query<Place & { readonly hash: Buffer }>(
    `SELECT level, index, hash FROM unnest($1::int[], $2::bigint[]) AS wanted(level, index)
       JOIN register.audit_node USING (level, index)
     UNION ALL SELECT 0, leaf_index, hash FROM register.audit_leaf WHERE leaf_index = ANY($3)`,
    [
      places.map(({ level }) => level),
      places.map(({ index }) => index),
      places.filter(({ level }) => level === 0).map(({ index }) => index),
    ],
  );
  const found = new Map(rows.map(row => [keyOf(row), row.hash]));
  return place => {
    const hash = found.get(keyOf(place));
    if (!hash) throw new Error(`The tree of the audit log has no node ${keyOf(place)}: it was cut.`);
    return hash;
  };
}

async function sizeOf(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ size: number }>(
    'SELECT coalesce(max(leaf_index) + 1, 0) AS size FROM register.audit_leaf',
  );
  return row?.size ?? 0;
}

async function frontierOf(sql: Sql, size: number): Promise<Frontier> {
  const places = Frontier.placesOf(size);
  const at = await hashesAt(sql, places);
  return Frontier.from(size, places.map(at));
}

async function write(sql: Sql, frontier: Frontier, entries: readonly LoggedEntry[]): Promise<void> {
  const leaves: Leaf[] = [];
  const nodes: (Place & { readonly hash: string })[] = [];
  for (const entry of entries) {
    const hash = hashOfEntry(entry);
    leaves.push({ index: frontier.size, number: entry.number, hash: hash.toString('hex') });
    for (const node of frontier.append(hash)) nodes.push({ ...node, hash: node.hash.toString('hex') });
  }
  await sql.change(
    `INSERT INTO register.audit_leaf (leaf_index, number, hash)
     SELECT index, number, decode(hash, 'hex') FROM jsonb_to_recordset($1::jsonb) AS leaf(index bigint, number bigint, hash text)`,
    [json(leaves)],
  );
  await sql.change(
    `INSERT INTO register.audit_node (level, index, hash)
     SELECT level, index, decode(hash, 'hex') FROM jsonb_to_recordset($1::jsonb) AS node(level int, index bigint, hash text)`,
    [json(nodes)],
  );
  await sql.change('DELETE FROM register.audit_waiting WHERE number = ANY($1)', [
    entries.map(({ number }) => number),
  ]);
}

/** Gives the next waiting entries their places. @returns how many */
function growOnce(database: Database): Promise<number> {
  return database.inTransaction(async sql => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [growingLock]);
    const entries = await sql.query<LoggedEntry>(
      `SELECT ${loggedColumns} FROM register.audit_waiting w JOIN register.audit_entry e USING (number)
       ORDER BY w.number LIMIT ${atOnce}`,
    );
    if (entries.length > 0) await write(sql, await frontierOf(sql, await sizeOf(sql)), entries);
    return entries.length;
  });
}

/**
 * The Merkle tree over the audit log. Whoever records an entry does not wait for it: entries wait, and one process at a time gives
 * them their places, in the order of their numbers as far as they are committed.
 */
export class AuditTree {
  constructor(private readonly database: Database) {}

  /** Gives every entry that waits its place. @returns how many */
  async grow(): Promise<number> {
    let many = 0;
    for (;;) {
      const grown = await growOnce(this.database);
      many += grown;
      if (grown < atOnce) return many;
    }
  }

  /** How many entries have no place yet, and for how many seconds the first of them has had none. */
  async waiting(): Promise<Waiting> {
    const [row] = await this.database.query<Waiting>(
      `SELECT count(*) AS many, coalesce(greatest(0, extract(epoch FROM now() - min(since))), 0)::float AS oldest
       FROM register.audit_waiting`,
    );
    return row ?? { many: 0, oldest: 0 };
  }

  /** The tree as it is, or as it was at an earlier size. @throws Error where it never was so large */
  async at(size?: number): Promise<GrownTree> {
    const whole = size ?? (await sizeOf(this.database));
    const { root } = await frontierOf(this.database, whole);
    return { size: whole, root };
  }

  /** For each of these entries, the hashes that lead from it to the root of a tree of this size. @throws RangeError */
  async inclusion(indexes: readonly number[], size: number): Promise<readonly (readonly Buffer[])[]> {
    return this.hashes(indexes.map(index => inclusionPath(index, size)));
  }

  /** The hashes that show that the tree of `second` begins with the one of `first`. @throws RangeError */
  async consistency(first: number, second: number): Promise<readonly Buffer[]> {
    const [proof = []] = await this.consistencies([first], second);
    return proof;
  }

  /** The same for several earlier sizes at once. @throws RangeError */
  consistencies(firsts: readonly number[], second: number): Promise<readonly (readonly Buffer[])[]> {
    return this.hashes(firsts.map(first => consistencyPath(first, second)));
  }

  /** Entries in the order of the tree, from a place on: for whoever checks all of it. */
  async entries(from: number, limit: number): Promise<readonly EntryInTree[]> {
    const [page] = await this.database.query<ColumnsOfPage>(
      `SELECT ${columnsOfPage} FROM (
         SELECT ${loggedColumns}, l.leaf_index AS "leafIndex", encode(l.hash, 'hex') AS leaf
         FROM register.audit_leaf l JOIN register.audit_entry e USING (number)
         WHERE l.leaf_index >= $1 ORDER BY l.leaf_index LIMIT $2) AS e`,
      [from, limit],
    );
    return page ? entriesIn(page) : [];
  }

  /**
   * The whole log in the order of its tree, a page at a time. Two more are asked for while one is looked at: whoever looks leaves this
   * process no moment to send a question, so the next must be under way before.
   */
  async *walk(from = 0): AsyncGenerator<readonly EntryInTree[]> {
    const asked = (place: number) => {
      const page = this.entries(place, pageOfWalk);
      // Whoever waits for a page hears what went wrong; for the one after it nobody waits any more.
      page.catch(() => undefined);
      return page;
    };
    let [next, afterNext] = [asked(from), asked(from + pageOfWalk)];
    for (let place = from + 2 * pageOfWalk; ; place += pageOfWalk) {
      const page = await next;
      [next, afterNext] = [afterNext, asked(place)];
      if (page.length > 0) yield page;
      // The log may have grown since: what came after a short page would leave a gap.
      if (page.length < pageOfWalk) return;
    }
  }

  private async hashes(paths: readonly (readonly Range[])[]): Promise<readonly (readonly Buffer[])[]> {
    const places = new Map(placesIn(paths.flat()).map(place => [keyOf(place), place]));
    const at = await hashesAt(this.database, [...places.values()]);
    return paths.map(path => hashesOf(path, at));
  }
}
