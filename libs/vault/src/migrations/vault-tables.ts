import { applicationRole, roleMade } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and words, each field sealed; what stands here in clear are ids and dates. */
export class VaultTables implements MigrationInterface {
  readonly name = 'VaultTables1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS vault;
      CREATE TABLE vault.person (
        request_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('requester', 'subject', 'recipient')),
        name bytea NOT NULL,
        email bytea,
        phone bytea,
        postal_address bytea,
        PRIMARY KEY (request_id, role)
      );
      CREATE TABLE vault.words (
        id uuid PRIMARY KEY,
        request_id uuid NOT NULL,
        case_id uuid,
        sealed bytea NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX words_by_request ON vault.words (request_id);
      ${roleMade(applicationRole)}
      GRANT USAGE ON SCHEMA vault TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON vault.person TO ${applicationRole};
      GRANT SELECT, INSERT, DELETE ON vault.words TO ${applicationRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
  }
}
