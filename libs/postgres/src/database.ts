import 'reflect-metadata';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { withoutValues } from './database-error.js';
import { rowValues } from './row-values.js';
import type { Sql, SqlValue } from './sql.js';

export type Migration = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: string;
  readonly poolSize: number;
  /** Shown by `pg_stat_activity`. */
  readonly application: string;
  /** The role to work as: less than the one that signs in may do. Left out for migrations, which are the owner's. */
  readonly role?: string;
  readonly migrations?: readonly Migration[];
  /** How long PostgreSQL may take to accept a connection, in seconds; default 10. */
  readonly connectTimeout?: number;
  /** How long one statement may run, in seconds; default 30. */
  readonly statementTimeout?: number;
}

/** The one key of the lock that lets a single process migrate at a time. */
const migrationLock = 4_815_162;

const asking = (runner: QueryRunner): Sql => {
  const ask = async (text: string, values: readonly (SqlValue | undefined)[] = []) => {
    if (values.some(value => value === undefined))
      throw new Error(`A value is missing in the statement: ${text}`);
    try {
      return await runner.query(text, [...values], true);
    } catch (error) {
      throw withoutValues(error);
    }
  };
  return {
    query: async <Row>(text: string, values?: readonly SqlValue[]) =>
      (await ask(text, values)).records as readonly Row[],
    change: async (text, values) => (await ask(text, values)).affected ?? 0,
  };
};

/** One database and its pool of connections. */
export class Database implements Sql {
  private constructor(private readonly source: DataSource) {}

  /** @throws DatabaseError when PostgreSQL does not answer; `isDatabaseAway` tells that apart. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const flags = [`-c statement_timeout=${(options.statementTimeout ?? 30) * 1_000}`, '-c timezone=UTC'];
    if (options.role) flags.push(`-c role=${options.role}`);
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      poolSize: options.poolSize,
      applicationName: options.application,
      connectTimeoutMS: (options.connectTimeout ?? 10) * 1_000,
      migrations: [...(options.migrations ?? [])],
      migrationsTableName: 'schema_migration',
      migrationsTransactionMode: 'each',
      installExtensions: false,
      // A connection lost while idle is replaced at the next question, whose own error says so if it cannot be.
      poolErrorHandler: () => undefined,
      extra: { types: rowValues, options: flags.join(' '), keepAlive: true },
    });
    try {
      await source.initialize();
    } catch (error) {
      throw withoutValues(error);
    }
    return new Database(source);
  }

  query<Row>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.connected(sql => sql.query<Row>(text, values));
  }

  change(text: string, values?: readonly SqlValue[]): Promise<number> {
    return this.connected(sql => sql.change(text, values));
  }

  /** Everything the work writes is kept, or nothing is. The work may run on one connection only, so it awaits each statement. */
  inTransaction<Answer>(work: (sql: Sql) => Promise<Answer>): Promise<Answer> {
    return this.connected(async sql => {
      await sql.query('BEGIN');
      try {
        const answer = await work(sql);
        await sql.query('COMMIT');
        return answer;
      } catch (error) {
        await sql.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Brings the tables up to date; processes that start together wait for one another. Answers the names of what was new. */
  migrate(): Promise<readonly string[]> {
    return this.connected(async sql => {
      await sql.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      try {
        return (await this.source.runMigrations()).map(one => one.name);
      } finally {
        await sql.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
      }
    });
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async connected<Answer>(work: (sql: Sql) => Promise<Answer>): Promise<Answer> {
    const runner = this.source.createQueryRunner();
    try {
      return await work(asking(runner));
    } finally {
      await runner.release();
    }
  }
}
