import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.task
    ADD COLUMN urgency smallint NOT NULL DEFAULT 1,
    ADD COLUMN act_by date NOT NULL DEFAULT 'infinity';
  UPDATE register.task t SET
    urgency = CASE WHEN t.kind = 'alarm' OR (c.closed_on IS NULL AND c.alarm_for IS NOT NULL) THEN 0 ELSE 1 END,
    act_by = coalesce(t.last_day, CASE WHEN c.closed_on IS NULL THEN coalesce(c.plan_by, c.due_date) END, 'infinity'::date)
  FROM register.case_row c WHERE c.case_id = t.case_id AND t.ended_by IS NULL;
  DROP INDEX register.task_open, register.task_of_handler, register.task_of_team;
  CREATE INDEX task_open ON register.task (urgency, act_by, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_unclaimed ON register.task (urgency, act_by, task_id) WHERE ended_by IS NULL AND handler IS NULL;
  CREATE INDEX task_of_handler ON register.task (handler, urgency, act_by, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_of_team ON register.task (team, urgency, act_by, task_id) WHERE ended_by IS NULL;
`;

const down = `
  DROP INDEX register.task_open, register.task_unclaimed, register.task_of_handler, register.task_of_team;
  ALTER TABLE register.task DROP COLUMN act_by, DROP COLUMN urgency;
  CREATE INDEX task_open ON register.task (opened_at, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_of_handler ON register.task (handler, opened_at, task_id) WHERE ended_by IS NULL;
  CREATE INDEX task_of_team ON register.task (team, opened_at, task_id) WHERE ended_by IS NULL;
`;

/** Work is listed by how soon the law wants it, which its case's dates and alarm decide; each list reads one index in its order. */
export class WorkByUrgency implements MigrationInterface {
  readonly name = 'WorkByUrgency1795000000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
