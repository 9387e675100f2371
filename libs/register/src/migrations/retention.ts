import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.retention_schedule (
    version int PRIMARY KEY CHECK (version > 0),
    periods jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE register.legal_hold (
    hold_id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES register.request,
    because text NOT NULL,
    words_id uuid NOT NULL,
    placed_by text NOT NULL,
    placed_at timestamptz NOT NULL DEFAULT now(),
    lifted_by text,
    lifted_at timestamptz,
    lifted_words_id uuid,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL) = (lifted_words_id IS NULL))
  );
  CREATE INDEX legal_hold_of_request ON register.legal_hold (request_id);

  CREATE TABLE register.retention_warning (
    request_id uuid NOT NULL REFERENCES register.request,
    due_on date NOT NULL,
    number smallint NOT NULL CHECK (number IN (1, 2)),
    staff_id text NOT NULL,
    warned_on date NOT NULL,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    outcome text CHECK (outcome IN ('accepted', 'refused', 'unknown')),
    PRIMARY KEY (request_id, due_on, number, staff_id)
  );
  CREATE INDEX retention_warning_unsent ON register.retention_warning (leased_until) WHERE outcome IS NULL;

  CREATE TABLE register.erasure (
    erasure_id uuid PRIMARY KEY,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    decision text CHECK (decision IN ('approved', 'rejected')),
    decided_by text,
    decided_at timestamptz,
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision IS DISTINCT FROM 'approved' OR decided_by <> proposed_by)
  );
  CREATE TABLE register.erasure_request (
    erasure_id uuid NOT NULL REFERENCES register.erasure,
    request_id uuid NOT NULL REFERENCES register.request,
    due_on date NOT NULL,
    schedule_version int NOT NULL,
    state text NOT NULL DEFAULT 'proposed'
      CHECK (state IN ('proposed', 'rejected', 'approved', 'blocked', 'destroying', 'removing', 'erased')),
    blocks jsonb NOT NULL DEFAULT '[]',
    found jsonb,
    keys jsonb,
    PRIMARY KEY (erasure_id, request_id)
  );
  CREATE UNIQUE INDEX erasure_under_way ON register.erasure_request (request_id)
    WHERE state IN ('proposed', 'approved', 'destroying', 'removing', 'erased');
  CREATE INDEX erasure_to_do ON register.erasure_request (erasure_id) WHERE state IN ('approved', 'destroying', 'removing');

  CREATE TABLE register.erasure_certificate (
    request_id uuid PRIMARY KEY REFERENCES register.request,
    certificate jsonb NOT NULL,
    hash text NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TRIGGER erasure_certificate_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register.erasure_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION register.audit_entry_stays();
`;

const rights = `
  GRANT SELECT, INSERT ON register.retention_schedule, register.erasure_certificate TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.legal_hold, register.retention_warning, register.erasure,
    register.erasure_request TO ${applicationRole};
  GRANT DELETE ON register.address_failure TO ${applicationRole};
  GRANT UPDATE (sealed_words) ON register.mail_report TO ${applicationRole};
  GRANT UPDATE (excerpt) ON register.hook_attempt TO ${applicationRole};
`;

/** How long what is kept after the end of a case is kept, what holds it, and how it is erased. */
export class RetentionTables implements MigrationInterface {
  readonly name = 'RetentionTables1795000000270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (excerpt) ON register.hook_attempt FROM ${applicationRole};
      REVOKE UPDATE (sealed_words) ON register.mail_report FROM ${applicationRole};
      REVOKE DELETE ON register.address_failure FROM ${applicationRole};
      DROP TABLE register.erasure_certificate, register.erasure_request, register.erasure, register.retention_warning,
        register.legal_hold, register.retention_schedule;
    `);
  }
}
