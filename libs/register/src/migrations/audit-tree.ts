import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const grown = [
  'audit_leaf',
  'audit_node',
  'audit_head',
  'audit_head_publication',
  'audit_key',
  'workflow_bundle',
];

const tables = `
  CREATE TABLE register.audit_waiting (
    number bigint PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX audit_entry_of_start ON register.audit_entry (number) WHERE action = 'ProcessStarted';
  CREATE TABLE register.audit_leaf (
    leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
    number bigint NOT NULL UNIQUE REFERENCES register.audit_entry,
    hash bytea NOT NULL CHECK (length(hash) = 32)
  );
  CREATE TABLE register.audit_node (
    level smallint NOT NULL CHECK (level > 0),
    index bigint NOT NULL CHECK (index >= 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, index)
  );
  CREATE TABLE register.audit_head (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    size bigint NOT NULL,
    signed_at timestamptz NOT NULL,
    note text NOT NULL
  );
  CREATE INDEX audit_head_of_size ON register.audit_head (size);
  CREATE TABLE register.audit_head_publication (
    head bigint NOT NULL REFERENCES register.audit_head,
    place text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (head, place)
  );
  CREATE TABLE register.audit_key (
    written text PRIMARY KEY,
    first_used_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE register.workflow_bundle (
    hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    project text NOT NULL,
    code bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now()
  );
`;

/** An entry waits for its leaf from the transaction that writes it, and leaves off waiting only once it has one. */
const waiting = `
  INSERT INTO register.audit_waiting (number) SELECT number FROM register.audit_entry;
  CREATE FUNCTION register.audit_entry_waits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register AS $$
  BEGIN
    INSERT INTO register.audit_waiting (number) SELECT number FROM entered;
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_entry_waits AFTER INSERT ON register.audit_entry
    REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION register.audit_entry_waits();

  CREATE FUNCTION register.audit_waits_for_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM left_off WHERE NOT EXISTS (SELECT FROM register.audit_leaf l WHERE l.number = left_off.number)) THEN
      RAISE EXCEPTION 'An entry of the audit log leaves off waiting only once it has its place in the tree.'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_waits_for_leaf AFTER DELETE ON register.audit_waiting
    REFERENCING OLD TABLE AS left_off FOR EACH STATEMENT EXECUTE FUNCTION register.audit_waits_for_leaf();
  CREATE TRIGGER audit_waiting_stays BEFORE UPDATE OR TRUNCATE ON register.audit_waiting
    FOR EACH STATEMENT EXECUTE FUNCTION register.audit_entry_stays();
`;

const rights = `
  GRANT SELECT, DELETE ON register.audit_waiting TO ${applicationRole};
  GRANT SELECT, INSERT ON ${grown.map(table => `register.${table}`).join(', ')} TO ${applicationRole};
`;

/** The one Merkle tree over the audit log, its signed heads, and the workflow code that was ever in use: all of it only grows. */
export class AuditTreeTables implements MigrationInterface {
  readonly name = 'AuditTreeTables1795000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of grown)
      await runner.query(`CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION register.audit_entry_stays()`);
    await runner.query(waiting);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_entry_waits ON register.audit_entry;
      DROP TABLE register.workflow_bundle, register.audit_key, register.audit_head_publication, register.audit_head,
        register.audit_node, register.audit_leaf, register.audit_waiting;
      DROP INDEX register.audit_entry_of_start;
      DROP FUNCTION register.audit_entry_waits(), register.audit_waits_for_leaf();
    `);
  }
}
