import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  ALTER TABLE register.intake
    ADD COLUMN has_row boolean NOT NULL DEFAULT false,
    ADD COLUMN received_on date,
    ADD COLUMN due_date date,
    ADD COLUMN plan_by date,
    ADD COLUMN sort_due date NOT NULL GENERATED ALWAYS AS (coalesce(due_date, 'infinity'::date)) STORED,
    ADD COLUMN sort_plan date NOT NULL GENERATED ALWAYS AS (coalesce(plan_by, 'infinity'::date)) STORED;
  UPDATE register.intake SET
    has_row = EXISTS (SELECT 1 FROM register.case_row c WHERE c.case_id = intake.case_id),
    received_on = (summary->>'receivedOn')::date,
    due_date = (summary->>'dueDate')::date,
    plan_by = (summary->>'planBy')::date;
  ALTER TABLE register.intake ALTER COLUMN received_on SET NOT NULL;
  CREATE INDEX intake_by_due ON register.intake (sort_due, case_id) WHERE run = 1 AND NOT has_row;
  CREATE INDEX intake_by_plan ON register.intake (sort_plan, case_id) WHERE run = 1 AND NOT has_row;
  CREATE INDEX intake_by_receipt ON register.intake (received_on, case_id) WHERE run = 1 AND NOT has_row;
`;

/** Lists show a case from the moment it is accepted: until its first row is written, from its intake, by indexes that hold no other. */
export class AcceptedCases implements MigrationInterface {
  readonly name = 'AcceptedCases1795000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register.intake DROP COLUMN sort_plan, DROP COLUMN sort_due, DROP COLUMN plan_by, DROP COLUMN due_date,
        DROP COLUMN received_on, DROP COLUMN has_row;
    `);
  }
}
