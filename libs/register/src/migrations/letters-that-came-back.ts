import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.letter
    ADD COLUMN return_token text,
    ADD COLUMN message_size int;
  CREATE UNIQUE INDEX letter_by_return_token ON register.letter (return_token) WHERE return_token IS NOT NULL;
  ALTER TABLE register.letter_try ADD COLUMN sealed_reply bytea;
  ALTER TABLE register.task ADD COLUMN last_day date;

  CREATE TABLE register.mail_report (
    report_id text PRIMARY KEY,
    letter_id text NOT NULL REFERENCES register.letter,
    what text NOT NULL CHECK (what IN ('for-good', 'for-now', 'delayed', 'auto-reply')),
    source text NOT NULL CHECK (source IN ('mailbox', 'webhook')),
    status text,
    sealed_words bytea,
    received_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX mail_report_of_letter ON register.mail_report (letter_id);
  CREATE TABLE register.mail_report_case (
    report_id text NOT NULL REFERENCES register.mail_report,
    case_id uuid NOT NULL,
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'told', 'of-no-use')),
    version int,
    tries int NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (report_id, case_id)
  );
  CREATE INDEX mail_report_waiting ON register.mail_report_case (next_try_at) WHERE outcome = 'waiting';
  CREATE TABLE register.address_failure (
    request_id uuid NOT NULL,
    address_hash text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (request_id, address_hash)
  );
  CREATE TABLE register.webhook_message (
    message_id text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
  );
  GRANT SELECT, INSERT ON register.mail_report, register.address_failure TO ${applicationRole};
  GRANT SELECT, INSERT, UPDATE ON register.mail_report_case TO ${applicationRole};
  GRANT SELECT, INSERT, DELETE ON register.webhook_message TO ${applicationRole};
`;

const down = `
  DROP TABLE register.webhook_message, register.address_failure, register.mail_report_case, register.mail_report;
  ALTER TABLE register.task DROP COLUMN last_day;
  ALTER TABLE register.letter_try DROP COLUMN sealed_reply;
  ALTER TABLE register.letter DROP COLUMN return_token, DROP COLUMN message_size;
`;

/**
 * What the mail system reports of letters it had taken, and the cases that are to be told. An address that took none is known by a keyed
 * hash alone; the report's words repeat it, and are sealed.
 */
export class LettersThatCameBack implements MigrationInterface {
  readonly name = 'LettersThatCameBack1795000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
