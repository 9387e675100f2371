import { roleMade } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role the applications work as in the database of keys. */
export const keysRole = 'duly_keys_application';

/** A key that was destroyed leaves its row without the key: that is how "erased" is told from "never was". */
export class KeysTables implements MigrationInterface {
  readonly name = 'KeysTables1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS keys;
      CREATE TABLE keys.request_key (
        request_id uuid PRIMARY KEY,
        master_key_id text NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE INDEX request_key_by_age ON keys.request_key (created_at, request_id);
      CREATE TABLE keys.case_key (
        case_id uuid PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES keys.request_key ON DELETE CASCADE,
        master_key_id text NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE INDEX case_key_by_request ON keys.case_key (request_id);
      CREATE TABLE keys.organisation_key (
        purpose text PRIMARY KEY,
        master_key_id text NOT NULL,
        wrapped bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ${roleMade(keysRole)}
      GRANT USAGE ON SCHEMA keys TO ${keysRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON keys.request_key, keys.case_key TO ${keysRole};
      GRANT SELECT, INSERT ON keys.organisation_key TO ${keysRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA keys CASCADE');
  }
}
