import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.staff RENAME COLUMN covered_until TO absent_until;
  ALTER TABLE register.staff ADD COLUMN absent_from date;
  UPDATE register.staff SET absent_from = current_date WHERE cover IS NOT NULL;
  UPDATE register.staff SET absent_until = NULL WHERE absent_from IS NULL;

  CREATE FUNCTION register.is_at_work(person register.staff, today date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT person.is_active AND NOT (coalesce(person.absent_from <= today, false) AND coalesce(person.absent_until >= today, true))
  $$;

  CREATE FUNCTION register.acting_for(asked text, today date) RETURNS text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line(staff_id, is_at_work, cover, manager, turns, seen) AS (
      SELECT s.staff_id, register.is_at_work(s, today), s.cover, s.manager, ARRAY[]::int[], ARRAY[s.staff_id]
      FROM register.staff s WHERE s.staff_id = asked
      UNION ALL
      SELECT s.staff_id, register.is_at_work(s, today), s.cover, s.manager, line.turns || next.turn, line.seen || s.staff_id
      FROM line CROSS JOIN LATERAL (VALUES (1, line.cover), (2, line.manager)) AS next(turn, staff_id)
      JOIN register.staff s ON s.staff_id = next.staff_id
      WHERE NOT line.is_at_work AND s.staff_id <> ALL (line.seen) AND cardinality(line.turns) < 8)
    SELECT staff_id FROM line WHERE is_at_work ORDER BY turns LIMIT 1
  $$;

  CREATE TABLE register.assignment_rule (
    position int PRIMARY KEY,
    rights text[],
    team text NOT NULL,
    share text NOT NULL CHECK (share IN ('team', 'least-loaded'))
  );
  GRANT SELECT, INSERT, DELETE ON register.assignment_rule TO ${applicationRole};
`;

const down = `
  DROP TABLE register.assignment_rule;
  DROP FUNCTION register.acting_for;
  DROP FUNCTION register.is_at_work;
  ALTER TABLE register.staff DROP COLUMN absent_from;
  ALTER TABLE register.staff RENAME COLUMN absent_until TO covered_until;
`;

/**
 * Who has a new case, and who acts for somebody who is away: their cover, or who acts for the cover; else their manager, or who acts for
 * the manager; at most eight steps along, and nobody twice, so that a circle of people who are all away ends.
 */
export class Staffing implements MigrationInterface {
  readonly name = 'Staffing1795000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
