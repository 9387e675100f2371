import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list shows or narrows by, so that a page is read from an index alone. */
export const shown = `INCLUDE (request_id, reference, case_right, state, received_on, due_date, plan_by, closed_on, outcome, in_time, alarm_for,
  is_due_soon, is_provisional, handler, team, version, clock_ahead_ms, open_asks)`;

/** An index for open cases and one for closed ones: a page of the few open cases never walks past the many closed. */
const both = (name: string, leading = ''): string =>
  ['open', 'closed']
    .map(
      part => `CREATE INDEX case_${part}_${name} ON register.case_row (${leading}sort_due, case_id) ${shown}
        WHERE closed_on IS ${part === 'open' ? '' : 'NOT '}NULL;`,
    )
    .join('\n');

const up = `
  ALTER TABLE register.case_row ADD COLUMN open_asks int NOT NULL DEFAULT 0;
  UPDATE register.case_row c SET open_asks = a.many FROM (
    SELECT case_id, count(*)::int AS many FROM register.source_ask WHERE state IN ('waiting', 'asked') GROUP BY case_id) a
  WHERE a.case_id = c.case_id;
  CREATE FUNCTION register.count_open_asks() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    was int := CASE WHEN TG_OP = 'UPDATE' AND OLD.state IN ('waiting', 'asked') THEN 1 ELSE 0 END;
    now_is int := CASE WHEN NEW.state IN ('waiting', 'asked') THEN 1 ELSE 0 END;
  BEGIN
    IF was <> now_is THEN
      UPDATE register.case_row SET open_asks = greatest(0, open_asks + now_is - was) WHERE case_id = NEW.case_id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER open_asks_are_counted AFTER INSERT OR UPDATE OF state ON register.source_ask
    FOR EACH ROW EXECUTE FUNCTION register.count_open_asks();
  DROP INDEX register.case_by_due, register.case_of_handler, register.case_of_team, register.case_of_request, register.case_with_alarm;
  ${both('by_due')}
  ${both('of_handler', 'handler, ')}
  ${both('of_team', 'team, ')}
  ${both('of_right', 'case_right, ')}
  CREATE INDEX case_in_state ON register.case_row (state, sort_due, case_id) ${shown};
  CREATE INDEX case_of_request ON register.case_row (request_id, sort_due, case_id) ${shown.replace('request_id, ', '')};
  CREATE INDEX case_with_alarm ON register.case_row (sort_due, case_id) ${shown} WHERE alarm_for IS NOT NULL;
  CREATE INDEX case_awaiting_sources ON register.case_row (sort_due, case_id) ${shown} WHERE open_asks > 0;

  CREATE TABLE register.saved_view (
    view_id uuid PRIMARY KEY,
    staff_id text NOT NULL,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
    filter jsonb NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (staff_id, title)
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.saved_view TO ${applicationRole};
`;

const names = ['by_due', 'of_handler', 'of_team', 'of_right'].flatMap(name => [
  `register.case_open_${name}`,
  `register.case_closed_${name}`,
]);

const down = `
  DROP TABLE register.saved_view;
  DROP INDEX ${names.join(', ')}, register.case_in_state, register.case_of_request, register.case_with_alarm,
    register.case_awaiting_sources;
  DROP TRIGGER open_asks_are_counted ON register.source_ask;
  DROP FUNCTION register.count_open_asks;
  ALTER TABLE register.case_row DROP COLUMN open_asks;
  CREATE INDEX case_by_due ON register.case_row (sort_due, case_id)
    INCLUDE (request_id, reference, case_right, state, received_on, due_date, plan_by, closed_on, outcome, in_time,
             alarm_for, is_due_soon, is_provisional, handler, team, version, clock_ahead_ms);
  CREATE INDEX case_of_request ON register.case_row (request_id);
  CREATE INDEX case_of_handler ON register.case_row (handler, sort_due, case_id) WHERE closed_on IS NULL;
  CREATE INDEX case_of_team ON register.case_row (team, sort_due, case_id) WHERE closed_on IS NULL;
  CREATE INDEX case_with_alarm ON register.case_row (sort_due, case_id) WHERE alarm_for IS NOT NULL;
`;

/** Each list of cases is read from an index of its own order; how many sources a case waits for stands in its row; views that people keep. */
export class CasesListed implements MigrationInterface {
  readonly name = 'CasesListed1795000000361';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
