import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE register.letter (
    letter_id text PRIMARY KEY,
    request_id uuid NOT NULL,
    level text NOT NULL CHECK (level IN ('request', 'case')),
    kind text NOT NULL,
    recipient text NOT NULL,
    occasion text NOT NULL,
    state text NOT NULL DEFAULT 'decided'
      CHECK (state IN ('decided', 'sending', 'deferred', 'accepted', 'refused', 'unknown', 'to-be-posted')),
    sealed_message bytea,
    message_hash text,
    message_id text,
    built_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    tries int NOT NULL DEFAULT 0,
    unknown_tries int NOT NULL DEFAULT 0,
    is_possible_duplicate boolean NOT NULL DEFAULT false,
    outcome_on date,
    outcome_at timestamptz,
    reply_code int,
    sealed_reply bytea,
    bounced_at timestamptz,
    decided_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((sealed_message IS NULL) = (message_hash IS NULL)),
    CHECK ((state IN ('accepted', 'refused', 'unknown', 'to-be-posted')) = (outcome_on IS NOT NULL))
  ) WITH (autovacuum_vacuum_scale_factor = 0.02);
  CREATE UNIQUE INDEX letter_by_message_id ON register.letter (message_id) WHERE message_id IS NOT NULL;
  CREATE INDEX letter_unsettled ON register.letter (decided_at) WHERE outcome_on IS NULL;

  CREATE TABLE register.letter_of_case (
    case_id uuid NOT NULL,
    letter_id text NOT NULL REFERENCES register.letter,
    run int NOT NULL,
    decided int NOT NULL,
    PRIMARY KEY (case_id, letter_id)
  );

  CREATE TABLE register.letter_try (
    letter_id text NOT NULL REFERENCES register.letter,
    number int NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    result text CHECK (result IN ('accepted', 'refused', 'deferred', 'unknown')),
    reply_code int,
    PRIMARY KEY (letter_id, number)
  );

  CREATE TABLE register.staff (
    staff_id text PRIMARY KEY,
    name text NOT NULL,
    email text,
    team text,
    manager text,
    cover text,
    covered_until date,
    is_active boolean NOT NULL DEFAULT true,
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX staff_of_team ON register.staff (team);

  GRANT SELECT, INSERT, UPDATE ON register.letter, register.letter_try, register.staff TO ${applicationRole};
  GRANT SELECT, INSERT ON register.letter_of_case TO ${applicationRole};
`;

/** Letters and what became of them, tries included. The message and the server's words are sealed: both name people. */
export class LetterTables implements MigrationInterface {
  readonly name = 'LetterTables1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE register.staff, register.letter_try, register.letter_of_case, register.letter',
    );
  }
}
