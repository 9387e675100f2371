import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.reminder_schedule (
    case_right text NOT NULL,
    version int NOT NULL CHECK (version > 0),
    schedule jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (case_right, version)
  );

  CREATE TABLE register.schedule_case (
    case_right text NOT NULL,
    version int NOT NULL,
    case_id uuid NOT NULL,
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'changed', 'unchanged', 'closed', 'overtaken')),
    case_version int,
    tries int NOT NULL DEFAULT 0,
    settled_at timestamptz,
    PRIMARY KEY (case_right, version, case_id),
    FOREIGN KEY (case_right, version) REFERENCES register.reminder_schedule
  );
  CREATE INDEX schedule_case_waiting ON register.schedule_case (case_right, version, tries, case_id) WHERE outcome = 'waiting';

  GRANT SELECT, INSERT ON register.reminder_schedule TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.schedule_case TO ${applicationRole};
`;

/** Every schedule of reminders that was ever put, by right, for good; and the cases that were to be told of one. */
export class ReminderSchedules implements MigrationInterface {
  readonly name = 'ReminderSchedules1795000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.schedule_case, register.reminder_schedule');
  }
}
