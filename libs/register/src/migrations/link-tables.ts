import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.case_link (
    case_id uuid NOT NULL,
    request_id uuid NOT NULL,
    other text NOT NULL,
    because text NOT NULL,
    linked_on date NOT NULL,
    other_request text NOT NULL GENERATED ALWAYS AS (regexp_replace(other, '-[0-9]{1,2}$', '')) STORED,
    PRIMARY KEY (case_id, other)
  );
  CREATE INDEX case_link_of_request ON register.case_link (request_id);
  CREATE INDEX case_link_to_other ON register.case_link (other);
  CREATE INDEX case_link_to_request ON register.case_link (other_request);

  CREATE TABLE register.look_alike (
    request_id uuid NOT NULL,
    kind text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (request_id, kind)
  );
  CREATE INDEX look_alike_by_hash ON register.look_alike (hash, kind);

  GRANT SELECT, INSERT, UPDATE, DELETE ON register.case_link TO ${applicationRole};
  GRANT SELECT, INSERT, DELETE ON register.look_alike TO ${applicationRole};
`;

/** Which cases a handler has found to belong together, and by what two requests look alike: keyed hashes, never a name. */
export class LinkTables implements MigrationInterface {
  readonly name = 'LinkTables1795000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.look_alike, register.case_link');
  }
}
