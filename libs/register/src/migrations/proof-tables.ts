import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.request_command (
    command_id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES register.request,
    verb text NOT NULL,
    command jsonb NOT NULL,
    given_by text NOT NULL,
    given_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX request_command_of_request ON register.request_command (request_id);
  CREATE TABLE register.request_command_case (
    command_id uuid NOT NULL REFERENCES register.request_command,
    case_id uuid NOT NULL,
    update_id text NOT NULL,
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'accepted', 'refused', 'closed')),
    version int,
    refusal jsonb,
    tries int NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    PRIMARY KEY (command_id, case_id)
  );
  CREATE INDEX request_command_waiting ON register.request_command_case (next_try_at) WHERE outcome = 'waiting';

  CREATE TABLE register.audit_entry (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    action text NOT NULL,
    by text NOT NULL,
    request_id uuid,
    case_id uuid,
    run int,
    event_number int,
    cite text,
    commitment text,
    correlation_id text,
    detail jsonb NOT NULL DEFAULT '{}'
  );
  CREATE UNIQUE INDEX audit_entry_of_event ON register.audit_entry (case_id, run, event_number) WHERE event_number IS NOT NULL;
  CREATE INDEX audit_entry_of_request ON register.audit_entry (request_id);

  CREATE FUNCTION register.audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit log only grows: no entry of it may be changed or removed. Record a correction instead.'
      USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION register.audit_entry_stays();

  GRANT SELECT, INSERT ON register.request_command, register.audit_entry TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.request_command_case TO ${applicationRole};
`;

/** Verbs given for a whole request, and the audit log, which grows and never changes: by grant, and by trigger even for its owner. */
export class ProofTables implements MigrationInterface {
  readonly name = 'ProofTables1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE register.audit_entry, register.request_command_case, register.request_command;
      DROP FUNCTION register.audit_entry_stays();
    `);
  }
}
