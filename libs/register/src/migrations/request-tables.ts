import { applicationRole, roleMade } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE SCHEMA IF NOT EXISTS register;
  ${roleMade(applicationRole)}
  GRANT USAGE ON SCHEMA register TO ${applicationRole};
  CREATE SEQUENCE register.reference_number;
  GRANT USAGE ON SEQUENCE register.reference_number TO ${applicationRole};

  CREATE TABLE register.request (
    request_id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    received_on date NOT NULL,
    received_at timestamptz,
    channel text NOT NULL,
    rights text[] NOT NULL,
    has_requester boolean NOT NULL,
    has_recipient boolean NOT NULL,
    words_id uuid NOT NULL,
    external_reference_id uuid,
    accepted_by text NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE register.intake (
    case_id uuid NOT NULL,
    run int NOT NULL,
    request_id uuid NOT NULL REFERENCES register.request,
    position int NOT NULL,
    reference text NOT NULL,
    opening jsonb NOT NULL,
    summary jsonb NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    tries int NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, run)
  ) WITH (autovacuum_vacuum_scale_factor = 0.02);
  CREATE INDEX intake_by_reference ON register.intake (reference);
  CREATE INDEX intake_of_request ON register.intake (request_id, position);
  CREATE INDEX intake_waiting ON register.intake (next_try_at, case_id) WHERE started_at IS NULL;

  CREATE TABLE register.idempotency (
    caller text NOT NULL,
    route text NOT NULL,
    key_hash text NOT NULL,
    body_hash text NOT NULL,
    work jsonb NOT NULL,
    claim uuid NOT NULL,
    claimed_until timestamptz NOT NULL,
    answer jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, route, key_hash)
  ) WITH (autovacuum_vacuum_scale_factor = 0.02);
  CREATE INDEX idempotency_by_age ON register.idempotency (created_at);

  CREATE TABLE register.suppression (
    person_hash text NOT NULL,
    channel text NOT NULL,
    requested_on date NOT NULL,
    source text NOT NULL,
    request_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person_hash, channel)
  );

  GRANT SELECT, INSERT ON register.request, register.suppression TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.intake TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.idempotency TO ${applicationRole};
`;

/** What the API writes when it accepts a request: the request, its cases on their way to a workflow, and what keeps an answer the same. */
export class RequestTables implements MigrationInterface {
  readonly name = 'RequestTables1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE register.suppression, register.idempotency, register.intake, register.request;
      DROP SEQUENCE register.reference_number;
    `);
  }
}
