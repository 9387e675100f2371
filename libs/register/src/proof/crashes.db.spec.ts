import { randomBytes, randomUUID } from 'node:crypto';
import { Frontier, hashOfEntry, readHead, signingKey } from '@duly/audit';
import { Database, isDatabaseAway } from '@duly/postgres';
import { Register } from '../index.js';
import { aRegister } from '../register.given.js';
import { expectArchive } from './history-runs.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;
let owner: Database;
/** Whose connections nobody breaks. */
let reader: Register;
beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
  owner = await Database.open({ url, poolSize: 1, application: 'spec' });
  reader = await Register.open({ url, poolSize: 1, application: 'spec' });
  await owner.query(`CREATE FUNCTION register.spec_crash() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN coalesce(NEW, OLD); END $$`);
});
afterAll(async () => {
  await reader.close();
  await owner.close();
  await stop();
});

const newSigner = () => ({ origin: 'spec/log', keys: [signingKey('spec/log', randomBytes(32))] });
const newRun = () => ({ caseId: randomUUID(), requestId: null, run: 1, tries: 0 });
const hash = 'ab'.repeat(32);
const record = (what: string): Promise<unknown> =>
  register.record({ action: 'PersonalDataRead', by: 'staff-1', detail: { what } });

interface Writing {
  /** Does what has to happen before. @returns the writing, which may be done again */
  readonly given: () => Promise<() => Promise<unknown>>;
  /** What it writes, in order. */
  readonly writes: readonly (readonly [how: 'INSERT' | 'UPDATE' | 'DELETE', table: string])[];
}

const threeWait = async (): Promise<void> => {
  for (const what of ['people', 'words', 'letters']) await record(what);
};

const writings: Readonly<Record<string, Writing>> = {
  'an entry that is recorded': {
    given: () => Promise.resolve(() => record('people')),
    writes: [
      ['INSERT', 'audit_entry'],
      ['INSERT', 'audit_waiting'],
    ],
  },
  'entries that are given their places': {
    given: async () => {
      await threeWait();
      return () => register.auditTree.grow();
    },
    writes: [
      ['INSERT', 'audit_leaf'],
      ['INSERT', 'audit_node'],
      ['DELETE', 'audit_waiting'],
    ],
  },
  'a head that is signed, by a key that is new': {
    given: async () => {
      await threeWait();
      const signer = newSigner();
      return () => register.auditHeads.sign(signer);
    },
    writes: [
      ['INSERT', 'audit_key'],
      ['INSERT', 'audit_entry'],
      ['INSERT', 'audit_leaf'],
      ['INSERT', 'audit_node'],
      ['DELETE', 'audit_waiting'],
      ['INSERT', 'audit_head'],
    ],
  },
  'a head that was published': {
    given: async () => {
      const head = await register.auditHeads.sign(newSigner());
      return () => register.auditHeads.published(head, 'file');
    },
    writes: [
      ['INSERT', 'audit_head_publication'],
      ['INSERT', 'audit_entry'],
    ],
  },
  'a history that was archived': {
    given: async () => {
      const run = newRun();
      await register.database.inTransaction(sql => expectArchive(sql, run.caseId, run.run));
      return () => register.historyRuns.archived(run, { file: hash, history: hash, events: 42 });
    },
    writes: [
      ['UPDATE', 'history_run'],
      ['INSERT', 'audit_entry'],
    ],
  },
  'workflow code that is kept': {
    given: () => {
      const code = `module.exports = '${randomUUID()}';`;
      return Promise.resolve(() => register.workflowBundles.keep('rights-request', code));
    },
    writes: [
      ['INSERT', 'workflow_bundle'],
      ['INSERT', 'audit_entry'],
    ],
  },
};

const moments = {
  'just before': 'BEFORE',
  'just after': 'AFTER',
  'at the commit after': 'CONSTRAINT',
} as const;

function crashAt(moment: keyof typeof moments, how: string, table: string): string {
  const when = moments[moment];
  const on = `ON register.${table}`;
  return when === 'CONSTRAINT'
    ? `CREATE CONSTRAINT TRIGGER spec_crash AFTER ${how} ${on} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION register.spec_crash()`
    : `CREATE TRIGGER spec_crash ${when} ${how} ${on} FOR EACH ROW EXECUTE FUNCTION register.spec_crash()`;
}

const points = Object.entries(writings).flatMap(([name, { writes }]) =>
  writes.flatMap(([how, table]) =>
    (Object.keys(moments) as (keyof typeof moments)[]).map(moment => [name, moment, how, table] as const),
  ),
);

const counted = async (statement: string): Promise<number> => {
  const [row] = await owner.query<{ many: number }>(`SELECT count(*)::int AS many FROM ${statement}`);
  return row?.many ?? -1;
};
const entriesOf = (action: string): Promise<number> =>
  counted(`register.audit_entry WHERE action = '${action}'`);

const onesIn = (many: number): number => many.toString(2).replaceAll('0', '').length;

/** Nothing of the record is half there. */
async function isWhole(): Promise<void> {
  // Each entry has its place or waits for it, and nothing waits that is no entry.
  expect(
    await counted(`register.audit_entry e LEFT JOIN register.audit_leaf l USING (number)
      LEFT JOIN register.audit_waiting w USING (number) WHERE (l.number IS NULL) = (w.number IS NULL)`),
  ).toBe(0);
  expect(
    await counted('register.audit_waiting w LEFT JOIN register.audit_entry e USING (number) WHERE e IS NULL'),
  ).toBe(0);
  const entries = await reader.auditTree.entries(0, 5_000);
  const frontier = Frontier.empty();
  for (const entry of entries) frontier.append(hashOfEntry(entry));
  expect(entries.map(({ leafIndex }) => leafIndex)).toEqual(entries.map((_entry, place) => place));
  expect(await reader.auditTree.at()).toEqual({ size: entries.length, root: frontier.root });
  expect(await counted('register.audit_node')).toBe(entries.length - onesIn(entries.length));
  for (const { note } of await reader.auditHeads.after(0, 500)) {
    const head = readHead(note);
    expect((await reader.auditTree.at(head?.size)).root).toEqual(head?.root);
  }
  const pairs: readonly (readonly [string, string])[] = [
    ['register.audit_key', 'AuditKeyInUse'],
    ['register.audit_head_publication', 'TreeHeadPublished'],
    ['register.history_run WHERE archived_at IS NOT NULL', 'HistoryArchived'],
    ['register.workflow_bundle', 'WorkflowBundleKept'],
  ];
  for (const [rows, action] of pairs)
    expect([action, await counted(rows)]).toEqual([action, await entriesOf(action)]);
}

/** As whoever keeps the record does: a connection that broke is found broken once, and the next try has another. */
async function again<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return again(write);
  }
}

describe('a crash', () => {
  it.each(points)(
    'of %s, %s its %s into %s, leaves no gap and no orphan, and the next try makes it whole',
    async (name, moment, how, table) => {
      const writing = writings[name];
      if (!writing) throw new Error(`There is no writing ${name}.`);
      const write = await again(writing.given);
      await owner.query(crashAt(moment, how, table));
      await expect(write()).rejects.toThrow();
      await owner.query(`DROP TRIGGER spec_crash ON register.${table}`);
      await isWhole();
      await again(write);
      await isWhole();
    },
  );
});
