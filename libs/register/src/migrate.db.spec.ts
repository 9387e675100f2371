import { randomBytes } from 'node:crypto';
import { Database } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';
import { migrate, Register } from './index.js';

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
  expect([...one, ...other]).toHaveLength(6);
  expect(await migrate(settings)).toEqual([]);
});

it('needs no superuser: an owner who may make roles is enough', async () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  const server = await Database.open({ url: data.url, poolSize: 1, application: 'spec' });
  await server.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'spec'`);
  await server
    .query('GRANT duly_application, duly_keys_application TO ' + owner + ' WITH ADMIN OPTION')
    .catch(() => undefined);
  for (const place of [data, keys]) await server.query(`ALTER DATABASE "${place.name}" OWNER TO ${owner}`);
  const as = (url: string) => Object.assign(new URL(url), { username: owner, password: 'spec' }).href;
  expect(await migrate({ databaseUrl: as(data.url), keysDatabaseUrl: as(keys.url) })).toHaveLength(6);
  const register = await Register.open({ url: as(data.url), poolSize: 2, application: 'spec' });
  const rights = await register.database.query('SELECT current_user AS who');
  const isReady = await register.isReady();
  await register.close();
  for (const place of [data, keys]) await server.query(`ALTER DATABASE "${place.name}" OWNER TO postgres`);
  await server.close();
  expect(rights).toEqual([{ who: 'duly_application' }]);
  expect(isReady).toBe(true);
});
