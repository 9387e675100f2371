import { randomBytes } from 'node:crypto';
import { Database } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';
import { migrate, Register } from './index.js';
import { dataMigrations, keysMigrations } from './migrate.js';

let data: TestDatabase;
let keys: TestDatabase;
beforeEach(async () => {
  [data, keys] = [await testDatabase(), await testDatabase()];
});
afterEach(async () => {
  await data.stop();
  await keys.stop();
});

it('brings both databases up to date once, whoever else does so at the same moment', async () => {
  const settings = { databaseUrl: data.url, keysDatabaseUrl: keys.url };
  const [one, other] = await Promise.all([migrate(settings), migrate(settings)]);
  expect([...one, ...other]).toHaveLength(dataMigrations.length + keysMigrations.length);
  expect(await migrate(settings)).toEqual([]);
});

/** Lets somebody own this database who is no superuser, and may make roles. */
async function ownedBy(owner: string, place: TestDatabase): Promise<string> {
  const server = await Database.open({ url: place.url, poolSize: 1, application: 'spec' });
  const present = await server.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [owner]);
  if (present.length === 0) await server.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'spec'`);
  const made = await server.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'duly\\_%'`,
  );
  // Where another spec has made the roles already, their administrator has to let this owner have them.
  for (const { name } of made) await server.query(`GRANT ${name} TO ${owner} WITH ADMIN OPTION`);
  await server.query(`ALTER DATABASE "${place.name}" OWNER TO ${owner}`);
  await server.close();
  return Object.assign(new URL(place.url), { username: owner, password: 'spec' }).href;
}

it('needs no superuser: an owner who may make roles is enough', async () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  const [databaseUrl, keysDatabaseUrl] = [await ownedBy(owner, data), await ownedBy(owner, keys)];
  expect(await migrate({ databaseUrl, keysDatabaseUrl })).toHaveLength(
    dataMigrations.length + keysMigrations.length,
  );
  const register = await Register.open({ url: databaseUrl, poolSize: 2, application: 'spec' });
  const rights = await register.database.query('SELECT current_user AS who');
  await register.close();
  expect(rights).toEqual([{ who: 'duly_application' }]);
});
