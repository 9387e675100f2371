import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keysRole } from './keys-tables.js';

/** Keys of copies of data that are made to be given away, and die before the request they belong to. */
export class CopyKeys implements MigrationInterface {
  readonly name = 'CopyKeys1795000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE keys.copy_key (
        copy_id uuid PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES keys.request_key ON DELETE CASCADE,
        master_key_id text NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE INDEX copy_key_by_request ON keys.copy_key (request_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON keys.copy_key TO ${keysRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE keys.copy_key');
  }
}
