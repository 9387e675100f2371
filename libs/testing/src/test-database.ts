import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgresServer, type Started } from '@duly/infra/spec-servers';

/** A database filled once for each server, from which fresh ones are copied in milliseconds. */
export interface DatabaseTemplate {
  /** Names what is in it, with its version: `register-7`. Lower case, digits and hyphens. */
  readonly name: string;
  /** Fills the empty database; runs once for each server, whoever comes first. */
  readonly fill: (url: string) => Promise<void>;
}

export interface TestDatabase extends Started {
  readonly name: string;
  readonly url: string;
}

const oneAfterAnother = 20_280_331;

const addressOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

async function asOwner<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Filled under another name and renamed, so that a template that exists is whole. */
async function template(
  server: string,
  client: pg.Client,
  { name, fill }: DatabaseTemplate,
): Promise<string> {
  const whole = `template-${name}`;
  const unfinished = `${whole}-unfinished`;
  const present = async () =>
    (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [whole])).rowCount;
  if (await present()) return whole;
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(unfinished)} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(unfinished)}`);
  await fill(addressOf(server, unfinished));
  await client.query(
    `ALTER DATABASE ${client.escapeIdentifier(unfinished)} RENAME TO ${client.escapeIdentifier(whole)}`,
  );
  return whole;
}

/** A fresh database on this server, empty or a copy of the template. Stopping it drops it, whoever is still connected. */
export async function freshDatabase(server: string, from?: DatabaseTemplate): Promise<TestDatabase> {
  const name = `spec-${randomBytes(8).toString('hex')}`;
  await asOwner(server, async client => {
    // The copy needs a template nobody is connected to, and two specs must not fill the same one at once.
    await client.query('SELECT pg_advisory_lock($1)', [oneAfterAnother]);
    const source = from ? await template(server, client, from) : 'template0';
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(source)}`,
    );
  });
  const stop = (): Promise<void> =>
    asOwner(server, async client => {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    });
  return { name, url: addressOf(server, name), stop };
}

/** One fresh database, on the shared server of the test run or on one of its own. */
export async function testDatabase(from?: DatabaseTemplate): Promise<TestDatabase> {
  const server = await postgresServer();
  const database = await freshDatabase(server.url, from);
  const stop = async (): Promise<void> => {
    await database.stop();
    await server.stop();
  };
  return { ...database, stop };
}
