import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { signingKey } from '@duly/audit';
import { dataMigrations, Register } from '@duly/register';
import { Database } from '@duly/postgres';
import { testDatabase } from '@duly/testing';
import type { Tables } from './changes.js';
import { databaseTamperings } from './in-database.js';
import { pickFor, type KindIn } from './kinds.js';

let owner: pg.Client;
let register: Register;
let tables: Tables;
let stop: () => Promise<void>;
beforeAll(async () => {
  const place = await testDatabase();
  stop = () => place.stop();
  const migrating = { poolSize: 2, application: 'spec', migrations: dataMigrations };
  const database = await Database.open({ ...migrating, url: place.url });
  await database.migrate();
  await database.close();
  register = await Register.open({ url: place.url, poolSize: 2, application: 'spec' });
  const signer = { origin: 'spec/log', keys: [signingKey('spec/log', Buffer.alloc(32, 7))] };
  for (const action of ['CommandRefused', 'PersonalDataRead', 'CommandAccepted', 'PersonalDataRead']) {
    await register.record({ action, by: 'staff-1', detail: { what: 'people' } });
    await register.auditHeads.sign(signer);
  }
  const heads = await register.auditHeads.after(0, 10);
  tables = {
    entries: await register.auditTree.entries(0, 10),
    heads: heads.map(({ number }) => number),
    caseId: randomUUID(),
    events: 4,
    letters: ['letter-1'],
    code: 'ab'.repeat(32),
  };
  owner = new pg.Client({ connectionString: place.url });
  await owner.connect();
  await owner.query('SET session_replication_role = replica');
});
afterAll(async () => {
  await owner.end();
  await register.close();
  await stop();
});

const everything = async (): Promise<string> => {
  const names = ['audit_entry', 'audit_leaf', 'audit_head', 'audit_waiting'];
  const all = await Promise.all(
    names.map(name => owner.query(`SELECT t::text FROM register.${name} t ORDER BY 1`)),
  );
  return JSON.stringify(all.map(({ rows }) => rows as unknown));
};

describe('what an owner of the database does', () => {
  it.each(Object.keys(databaseTamperings) as KindIn<'database'>[])(
    'is undone again, so that nothing but the next kind is found: %s',
    async kind => {
      const before = await everything();
      const { change, back } = databaseTamperings[kind].change(tables, pickFor(4_711, kind));
      for (const statement of change) await owner.query(statement);
      const isOfLog = databaseTamperings[kind].seenBy === 'check';
      expect((await everything()) === before).toBe(!isOfLog);
      for (const statement of back) await owner.query(statement);
      expect(await everything()).toBe(before);
    },
  );
});
