import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  CREATE TABLE register.sought_name (
    request_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('subject', 'requester', 'recipient')),
    hash text NOT NULL,
    received_on date NOT NULL,
    PRIMARY KEY (request_id, role, hash)
  );
  CREATE INDEX sought_name_by_hash ON register.sought_name (hash, received_on DESC, request_id);
  GRANT SELECT, INSERT, DELETE ON register.sought_name TO ${applicationRole};
`;

/** Blind indexes of names, by which a case is found: keyed hashes, never a name. */
export class NamesSought implements MigrationInterface {
  readonly name = 'NamesSought1795000000362';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.sought_name');
  }
}
