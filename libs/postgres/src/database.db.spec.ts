import { DatabaseError, isAlreadyThere, isDatabaseAway, json, Database } from './index.js';
import { testDatabase, type TestDatabase } from '@duly/testing';

let place: TestDatabase;
let database: Database;

beforeAll(async () => {
  place = await testDatabase();
  database = await Database.open({ url: place.url, poolSize: 4, application: 'spec' });
  await database.query('CREATE TABLE thing (id int PRIMARY KEY, what jsonb)');
});
afterAll(async () => {
  await database.close();
  await place.stop();
});

describe('the way to ask PostgreSQL', () => {
  it('answers civil dates and instants as text, whatever the zone of the machine', async () => {
    const [row] = await database.query(
      `SELECT DATE '2036-03-31' AS day, TIMESTAMPTZ '2036-03-31 00:30:00+01' AS at, 5000000000::bigint AS many`,
    );
    expect(row).toEqual({ day: '2036-03-31', at: '2036-03-30T23:30:00.000Z', many: 5_000_000_000 });
  });

  it('counts what it changed, and keeps JSON as it was given', async () => {
    expect(
      await database.change('INSERT INTO thing VALUES (1, $1), (2, NULL)', [json(['a', { b: 1 }])]),
    ).toBe(2);
    expect(await database.query('SELECT what FROM thing WHERE id = 1')).toEqual([{ what: ['a', { b: 1 }] }]);
  });

  it('keeps everything of a transaction or nothing', async () => {
    const broken = database.inTransaction(async sql => {
      await sql.change('INSERT INTO thing VALUES (10, NULL)');
      await sql.change('INSERT INTO thing VALUES (10, NULL)');
    });
    const error = await broken.catch((one: unknown) => one);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(isAlreadyThere(error)).toBe(true);
    expect(await database.query('SELECT id FROM thing WHERE id = 10')).toEqual([]);
  });

  it('passes on an error of the work itself as it is', async () => {
    const refusal = new Error('of our own');
    await expect(database.inTransaction(() => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  it('says nothing of the values in an error', async () => {
    const error = await database.query('SELECT $1::int', ['Zebedee Canary']).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: '22P02' });
    expect(error).not.toHaveProperty('parameters');
  });

  it('tells a PostgreSQL that is away from a statement that is wrong', async () => {
    const away = Object.assign(new URL(place.url), { port: '1' }).href;
    const error = await Database.open({ url: away, poolSize: 1, application: 'spec' }).catch(
      (one: unknown) => one,
    );
    expect(isDatabaseAway(error)).toBe(true);
    expect(isDatabaseAway(await database.query('SELECT nonsense').catch((one: unknown) => one))).toBe(false);
  });

  it('knows a connection that was cut, and serves the next question on a new one', async () => {
    const cut = database.inTransaction(async sql => {
      await sql.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    expect(isDatabaseAway(await cut.catch((one: unknown) => one))).toBe(true);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
