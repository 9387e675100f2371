import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.case_row
    ADD COLUMN is_enquiry boolean NOT NULL DEFAULT false,
    ADD COLUMN target_date date,
    ADD COLUMN excluded_days int,
    ADD COLUMN counted_days int,
    ADD COLUMN refused_for text[] NOT NULL DEFAULT '{}',
    ADD COLUMN idle_since date,
    ADD COLUMN longest_idle_days int;
  UPDATE register.case_row c SET
    target_date = c.received_on + 28,
    is_enquiry = EXISTS (SELECT 1 FROM register.timeline t
        WHERE t.case_id = c.case_id AND t.type = 'RequestReceived' AND t.event ? 'doubts')
      AND NOT EXISTS (SELECT 1 FROM register.timeline t WHERE t.case_id = c.case_id AND t.type = 'EnquiryPromoted'),
    refused_for = ARRAY(SELECT DISTINCT decided.event->>'ground'
      FROM register.timeline told
      JOIN register.timeline decided ON decided.case_id = told.case_id
        AND decided.number = (told.event->>'decided')::int AND decided.type = 'RefusalDecided'
      WHERE told.case_id = c.case_id AND told.type = 'RequestRefused' AND told.run = c.run),
    idle_since = CASE WHEN c.closed_on IS NULL AND c.state = 'RUNNING' THEN
      (SELECT max((t.event->>'on')::date) FROM register.timeline t
       WHERE t.case_id = c.case_id AND t.event->>'by' NOT IN ('time', 'calendar')) END;
  CREATE INDEX case_by_closing ON register.case_row (closed_on) WHERE closed_on IS NOT NULL;
`;

const down = `
  DROP INDEX register.case_by_closing;
  ALTER TABLE register.case_row
    DROP COLUMN longest_idle_days, DROP COLUMN idle_since, DROP COLUMN refused_for, DROP COLUMN counted_days,
    DROP COLUMN excluded_days, DROP COLUMN target_date, DROP COLUMN is_enquiry;
`;

/**
 * What statistics count by. Of the rows that are there already, what the timeline tells in one statement is filled in; days that
 * stood still and idle stretches are unknown (null) until the case's next step writes them.
 */
export class CountedCases implements MigrationInterface {
  readonly name = 'CountedCases1795000000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
