import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Database, type Migration } from './database.js';

export interface SpecDatabase {
  /** As its owner. */
  readonly url: string;
  open(role?: string): Promise<Database>;
  drop(): Promise<void>;
}

async function asOwner(statement: string, server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own for one spec file, with its tables made. */
export async function specDatabase(migrations: readonly Migration[]): Promise<SpecDatabase> {
  const server = process.env['SPEC_POSTGRES_URL'];
  if (!server)
    throw new Error('SPEC_POSTGRES_URL is not set: database specs need a PostgreSQL of their own.');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name}`, server);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const opened: Database[] = [];
  const open = async (role?: string): Promise<Database> => {
    const database = await Database.open({
      url,
      poolSize: 8,
      application: 'spec',
      migrations,
      ...(role && { role }),
    });
    opened.push(database);
    return database;
  };
  await (await open()).migrate();
  return {
    url,
    open,
    drop: async () => {
      for (const database of opened) await database.close();
      await asOwner(`DROP DATABASE ${name} WITH (FORCE)`, server);
    },
  };
}
