import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.calendar (
    name text NOT NULL,
    version text NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    calendar jsonb NOT NULL,
    changes text[] NOT NULL,
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, version)
  );
  CREATE UNIQUE INDEX calendar_newest ON register.calendar (name, position DESC);

  CREATE TABLE register.calendar_case (
    name text NOT NULL,
    version text NOT NULL,
    case_id uuid NOT NULL,
    found_at int NOT NULL,
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'moved', 'unmoved', 'closed')),
    case_version int,
    tries int NOT NULL DEFAULT 0,
    settled_at timestamptz,
    PRIMARY KEY (name, version, case_id),
    FOREIGN KEY (name, version) REFERENCES register.calendar
  );
  CREATE INDEX calendar_case_waiting ON register.calendar_case (name, version, tries, case_id) WHERE outcome = 'waiting';

  GRANT SELECT, INSERT ON register.calendar TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.calendar_case TO ${applicationRole};
`;

/** Every version of every calendar, for good, and the cases that were to be told of one (R20, R59). */
export class CalendarTables implements MigrationInterface {
  readonly name = 'CalendarTables1795000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.calendar_case, register.calendar');
  }
}
