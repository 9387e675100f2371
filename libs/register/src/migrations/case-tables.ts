import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.case_row (
    case_id uuid PRIMARY KEY,
    request_id uuid NOT NULL,
    reference text NOT NULL UNIQUE,
    run int NOT NULL,
    version int NOT NULL,
    case_right text NOT NULL,
    channel text NOT NULL,
    received_on date NOT NULL,
    ruleset text NOT NULL,
    state text NOT NULL,
    outcome text,
    closed_on date,
    in_time boolean,
    relevant_date date,
    due_date date,
    unextended_due_date date,
    extended_due_date date,
    conservative_due_date date,
    fallback_due_date date,
    plan_by date,
    extension_notice_by date,
    conservative_extension_notice_by date,
    extension text NOT NULL,
    promised_date date,
    is_provisional boolean NOT NULL,
    calendar text NOT NULL,
    calendar_version text NOT NULL,
    calendar_to date,
    is_due_soon boolean NOT NULL,
    alarm_for date,
    is_identity_asked_late boolean NOT NULL,
    reason text,
    handler text,
    team text,
    clock_ahead_ms bigint NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    sort_due date NOT NULL GENERATED ALWAYS AS (coalesce(due_date, 'infinity'::date)) STORED,
    sort_plan date NOT NULL GENERATED ALWAYS AS (coalesce(plan_by, 'infinity'::date)) STORED
  ) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02,
          autovacuum_vacuum_insert_scale_factor = 0.05);
  CREATE INDEX case_by_due ON register.case_row (sort_due, case_id)
    INCLUDE (request_id, reference, case_right, state, received_on, due_date, plan_by, closed_on, outcome, in_time,
             alarm_for, is_due_soon, is_provisional, handler, team, version, clock_ahead_ms);
  CREATE INDEX case_by_plan ON register.case_row (sort_plan, case_id);
  CREATE INDEX case_by_receipt ON register.case_row (received_on, case_id);
  CREATE INDEX case_of_request ON register.case_row (request_id);
  CREATE INDEX case_of_handler ON register.case_row (handler, sort_due, case_id) WHERE closed_on IS NULL;
  CREATE INDEX case_of_team ON register.case_row (team, sort_due, case_id) WHERE closed_on IS NULL;
  CREATE INDEX case_with_alarm ON register.case_row (sort_due, case_id) WHERE alarm_for IS NOT NULL;
  CREATE INDEX case_by_calendar ON register.case_row (calendar, calendar_version) WHERE closed_on IS NULL;

  CREATE TABLE register.timeline (
    case_id uuid NOT NULL,
    number int NOT NULL,
    run int NOT NULL,
    type text NOT NULL,
    recorded_at timestamptz NOT NULL,
    event jsonb NOT NULL,
    PRIMARY KEY (case_id, number)
  );

  CREATE TABLE register.task (
    task_id text PRIMARY KEY,
    case_id uuid NOT NULL,
    request_id uuid NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL,
    opened_by int NOT NULL,
    about int NOT NULL,
    opened_at timestamptz NOT NULL,
    ended_by int,
    ended_at timestamptz,
    handler text,
    team text,
    claimed_at timestamptz
  ) WITH (autovacuum_vacuum_scale_factor = 0.02);
  CREATE INDEX task_of_case ON register.task (case_id);
  CREATE INDEX task_open ON register.task (opened_at, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_of_handler ON register.task (handler, opened_at, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_of_team ON register.task (team, opened_at, task_id) WHERE ended_by IS NULL;

  GRANT SELECT, INSERT, UPDATE ON register.case_row, register.task TO ${applicationRole};
  GRANT SELECT, INSERT ON register.timeline TO ${applicationRole};
`;

/**
 * What the cases' register lanes write. Lists are read from an index alone, which the visibility map must allow: hence the
 * early vacuum. A case without a date sorts last; its date stays null.
 */
export class CaseTables implements MigrationInterface {
  readonly name = 'CaseTables1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.task, register.timeline, register.case_row');
  }
}
