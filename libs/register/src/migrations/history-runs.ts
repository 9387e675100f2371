import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.history_run (
    case_id uuid NOT NULL,
    run int NOT NULL,
    closed_at timestamptz NOT NULL DEFAULT now(),
    seen_running_at timestamptz,
    next_try timestamptz NOT NULL DEFAULT now(),
    tries int NOT NULL DEFAULT 0,
    file text CHECK (file ~ '^[0-9a-f]{64}$'),
    history text CHECK (history ~ '^[0-9a-f]{64}$'),
    events int,
    archived_at timestamptz,
    lost_at timestamptz,
    PRIMARY KEY (case_id, run)
  );
  CREATE INDEX history_run_waiting ON register.history_run (next_try) WHERE archived_at IS NULL;
  INSERT INTO register.history_run (case_id, run) SELECT case_id, run FROM register.case_row WHERE closed_on IS NOT NULL;
  GRANT SELECT, INSERT, UPDATE ON register.history_run TO ${applicationRole};
`;

/** Which runs of closed cases are to be archived before Temporal's retention takes them, and which are. */
export class HistoryRuns implements MigrationInterface {
  readonly name = 'HistoryRuns1795000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.history_run');
  }
}
