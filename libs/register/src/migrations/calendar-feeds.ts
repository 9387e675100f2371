import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.calendar_feed (
    feed_id uuid PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    made_by text NOT NULL,
    team text,
    made_at timestamptz NOT NULL DEFAULT now(),
    until timestamptz NOT NULL,
    revoked_at timestamptz,
    read_at timestamptz
  );
  CREATE INDEX calendar_feed_of ON register.calendar_feed (made_by, made_at DESC);
  GRANT SELECT, INSERT, UPDATE ON register.calendar_feed TO ${applicationRole};
`;

/** Links under which a calendar program reads due dates; of the link itself only a hash is kept. */
export class CalendarFeeds implements MigrationInterface {
  readonly name = 'CalendarFeeds1795000000242';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register.calendar_feed');
  }
}
