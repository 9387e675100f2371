import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.letter_to_staff ADD COLUMN only_reminds boolean NOT NULL DEFAULT false;
  UPDATE register.letter_to_staff SET only_reminds =
    (letter_order->>'kind') IN ('reminder-to-handler', 'progress-due', 'recipients-untold');
  DROP INDEX register.letter_to_staff_due;
  CREATE INDEX letter_to_staff_due ON register.letter_to_staff (only_reminds, next_try);

  ALTER TABLE register.staff ADD COLUMN wants_digest boolean NOT NULL DEFAULT false;

  CREATE TABLE register.staff_pace (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    next_at timestamptz NOT NULL DEFAULT '-infinity'
  );
  INSERT INTO register.staff_pace DEFAULT VALUES;

  CREATE TABLE register.digest (
    digest_id text PRIMARY KEY,
    staff_id text NOT NULL,
    day date NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'sending', 'deferred', 'accepted', 'refused', 'unknown')),
    lease uuid,
    leased_until timestamptz,
    next_try timestamptz,
    tries int NOT NULL DEFAULT 1,
    message_hash text,
    message_id text,
    reply_code int,
    outcome_at timestamptz,
    UNIQUE (staff_id, day)
  );
  CREATE INDEX digest_under_way ON register.digest (leased_until) WHERE outcome_at IS NULL;
  CREATE TABLE register.letter_of_digest (
    letter_id text PRIMARY KEY REFERENCES register.letter,
    digest_id text NOT NULL REFERENCES register.digest
  );
  CREATE INDEX letters_of_digest ON register.letter_of_digest (digest_id);

  GRANT SELECT, UPDATE ON register.staff_pace TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.digest, register.letter_of_digest TO ${applicationRole};
`;

const down = `
  DROP TABLE register.letter_of_digest, register.digest, register.staff_pace;
  ALTER TABLE register.staff DROP COLUMN wants_digest;
  ALTER TABLE register.letter_to_staff DROP COLUMN only_reminds;
  CREATE INDEX letter_to_staff_due ON register.letter_to_staff (next_try);
`;

/** Letters to staff go out at a pace, and to whoever wishes it as one letter a day. */
export class StaffDispatch implements MigrationInterface {
  readonly name = 'StaffDispatch1795000000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
