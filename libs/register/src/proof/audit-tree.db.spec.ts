import { randomBytes } from 'node:crypto';
import {
  emptyRoot,
  hashOfEntry,
  isConsistent,
  isIncluded,
  judgeNote,
  readHead,
  readKey,
  signingKey,
} from '@duly/audit';
import { Database } from '@duly/postgres';
import { hashOfBundle, Register, TreeDoesNotGoOn } from '../index.js';
import { aRegister } from '../register.given.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;
beforeEach(async () => {
  ({ register, url, stop } = await aRegister());
});
afterEach(() => stop());

const record = (many: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: many }, (_none, place) =>
      register.record({
        action: 'PersonalDataRead',
        by: `staff-${place}`,
        detail: { what: 'people', place },
      }),
    ),
  );
const signer = () => ({ origin: 'spec/log', keys: [signingKey('spec/log', randomBytes(32))] });

async function asOwner<Answer>(work: (owner: Database) => Promise<Answer>): Promise<Answer> {
  const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

describe('the tree of the audit log', () => {
  it('is empty while nothing is recorded', async () => {
    expect(await register.auditTree.grow()).toBe(0);
    expect(await register.auditTree.at()).toEqual({ size: 0, root: emptyRoot });
  });

  it('gives each entry one place, and proves every entry and every earlier tree', async () => {
    const roots = [emptyRoot];
    for (const many of [1, 2, 5, 8]) {
      await record(many);
      expect(await register.auditTree.waiting()).toMatchObject({ many });
      expect(await register.auditTree.grow()).toBe(many);
      const { size, root } = await register.auditTree.at();
      roots[size] = root;
    }
    expect(await register.auditTree.waiting()).toEqual({ many: 0, oldest: 0 });
    const entries = await register.auditTree.entries(0, 100);
    expect(entries.map(({ leafIndex }) => leafIndex)).toEqual(Array.from({ length: 16 }, (_n, at) => at));
    expect(new Set(entries.map(({ number }) => number)).size).toBe(16);
    const root = roots[16]!;
    const proofs = await register.auditTree.inclusion(
      entries.map(({ leafIndex }) => leafIndex),
      16,
    );
    for (const [index, entry] of entries.entries()) {
      const leaf = hashOfEntry(entry);
      expect(leaf.toString('hex')).toBe(entry.leaf);
      expect(isIncluded({ index, size: 16, leaf, root }, proofs[index]!)).toBe(true);
    }
    for (const first of [1, 3, 8]) {
      const proof = await register.auditTree.consistency(first, 16);
      const grown = { first, second: 16, firstRoot: roots[first]!, secondRoot: root };
      expect(isConsistent(grown, proof)).toBe(true);
    }
  });

  it('does not fork where several processes give places at once, while others record', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => Register.open({ url, poolSize: 4, application: 'spec' })),
    );
    const growing = [register, ...others].map(one => one.auditTree.grow());
    await Promise.all([record(40), ...growing]);
    await Promise.all([register, ...others].map(one => one.auditTree.grow()));
    const { size } = await register.auditTree.at();
    expect(size).toBe(40);
    const entries = await register.auditTree.entries(0, 100);
    expect(entries.map(({ leafIndex }) => leafIndex)).toEqual(Array.from({ length: 40 }, (_n, at) => at));
    for (const other of others) await other.close();
  });

  it('takes an entry that was committed late, and leaves no gap where one was rolled back', async () => {
    let commit = (): void => undefined;
    const held = new Promise<void>(resolve => (commit = resolve));
    const insert = `INSERT INTO register.audit_entry (action, by) VALUES ($1, 'staff-1')`;
    let begun = (): void => undefined;
    const isBegun = new Promise<void>(resolve => (begun = resolve));
    const late = register.database.inTransaction(async sql => {
      await sql.change(insert, ['Late']);
      begun();
      await held;
    });
    await isBegun;
    const broken = register.database.inTransaction(async sql => {
      await sql.change(insert, ['RolledBack']);
      throw new Error('a crash');
    });
    await expect(broken).rejects.toThrow('a crash');
    await record(1);
    expect(await register.auditTree.grow()).toBe(1);
    commit();
    await late;
    expect(await register.auditTree.grow()).toBe(1);
    const entries = await register.auditTree.entries(0, 10);
    expect(entries.map(({ action }) => action)).toEqual(['PersonalDataRead', 'Late']);
    expect(await register.auditTree.waiting()).toEqual({ many: 0, oldest: 0 });
  });
});

describe('nobody, the owner included,', () => {
  const changes = {
    audit_leaf: 'number = 1',
    audit_node: 'index = 1',
    audit_head: "note = ''",
    audit_head_publication: "place = ''",
    audit_key: "written = ''",
    workflow_bundle: "project = ''",
  };

  it('changes or removes rows of the tree, its heads, its keys or the code', async () => {
    for (const [table, change] of Object.entries(changes)) {
      for (const statement of [
        `UPDATE register.${table} SET ${change}`,
        `DELETE FROM register.${table}`,
        `TRUNCATE register.${table} CASCADE`,
      ]) {
        await expect(register.database.query(statement)).rejects.toMatchObject({ code: '42501' });
        await expect(asOwner(owner => owner.query(statement))).rejects.toThrow('only grows');
      }
      await expect(
        register.database.query(`ALTER TABLE register.${table} DISABLE TRIGGER ALL`),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('keeps an entry out of the tree by taking it out of the queue', async () => {
    await record(2);
    const statement = 'DELETE FROM register.audit_waiting';
    const why = 'only once it has its place';
    await expect(register.database.query(statement)).rejects.toThrow(why);
    await expect(asOwner(owner => owner.query(statement))).rejects.toThrow(why);
    await expect(register.database.query('TRUNCATE register.audit_waiting')).rejects.toMatchObject({
      code: '42501',
    });
    expect(await register.auditTree.grow()).toBe(2);
  });

  it('puts an entry into the queue that is not in the log, with the rights of an application', async () => {
    await expect(
      register.database.query('INSERT INTO register.audit_waiting (number) VALUES (999)'),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a signed head', () => {
  it('covers all that was recorded before it, and says so under every key in use', async () => {
    const [old, fresh] = [signer(), signer()];
    await record(3);
    const first = await register.auditHeads.sign(old);
    const rotating = { origin: 'spec/log', keys: [...fresh.keys, ...old.keys] };
    const second = await register.auditHeads.sign(rotating);
    const third = await register.auditHeads.sign(fresh);
    const keys = (await register.auditHeads.keys()).map(written => readKey(written)!);
    expect(keys).toHaveLength(2);
    const heads = [first, second, third].map(({ note }) => readHead(note)!);
    const judged = heads.map(({ note }) => keys.map(key => judgeNote(note, key)));
    expect(judged).toEqual([
      ['good', 'unknown'],
      ['good', 'good'],
      ['unknown', 'good'],
    ]);
    // The three entries, and each key's own.
    expect(heads.map(({ size }) => size)).toEqual([4, 5, 5]);
    expect(await register.auditHeads.latest()).toEqual(third);
    expect(await register.auditHeads.covering(5, fresh)).toEqual(third);
  });

  it('is published at each place once', async () => {
    const head = await register.auditHeads.sign(signer());
    expect(await register.auditHeads.toPublish('file', 10)).toEqual([head]);
    await register.auditHeads.published(head, 'file');
    await register.auditHeads.published(head, 'file');
    expect(await register.auditHeads.toPublish('file', 10)).toEqual([]);
    expect(await register.auditHeads.toPublish('email', 10)).toEqual([head]);
  });

  it('is not given to a tree that does not go on from the last one', async () => {
    await record(5);
    const signing = signer();
    await register.auditHeads.sign(signing);
    await asOwner(async owner => {
      await owner.query('ALTER TABLE register.audit_node DISABLE TRIGGER ALL');
      await owner.query(`UPDATE register.audit_node SET hash = sha256('x') WHERE level = 2`);
    });
    await expect(register.auditHeads.sign(signing)).rejects.toThrow(TreeDoesNotGoOn);
  });

  it('is not given to a log that was cut', async () => {
    await record(5);
    const signing = signer();
    await register.auditHeads.sign(signing);
    await asOwner(async owner => {
      await owner.query('ALTER TABLE register.audit_leaf DISABLE TRIGGER ALL');
      await owner.query('DELETE FROM register.audit_leaf WHERE leaf_index >= 3');
    });
    await expect(register.auditHeads.sign(signing)).rejects.toThrow(TreeDoesNotGoOn);
  });
});

describe('the code of a workflow', () => {
  it('is kept by its hash, once, and recorded', async () => {
    const code = 'module.exports = 1;';
    const hash = await register.workflowBundles.keep('rights-request', code);
    expect(hash).toBe(hashOfBundle(code));
    expect(await register.workflowBundles.keep('rights-request', code)).toBe(hash);
    expect(await register.workflowBundles.code(hash)).toBe(code);
    expect(await register.workflowBundles.code('0'.repeat(64))).toBeUndefined();
    await register.auditTree.grow();
    const entries = await register.auditTree.entries(0, 10);
    expect(entries).toMatchObject([{ action: 'WorkflowBundleKept', detail: { hash } }]);
  });
});
