import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  CREATE TABLE register.letter_to_staff (
    letter_id text PRIMARY KEY REFERENCES register.letter,
    case_id uuid NOT NULL,
    letter_order jsonb NOT NULL,
    tries int NOT NULL DEFAULT 0,
    next_try timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX letter_to_staff_due ON register.letter_to_staff (next_try);
  GRANT SELECT, INSERT, UPDATE, DELETE ON register.letter_to_staff TO ${applicationRole};

  ALTER TABLE register.letter DROP CONSTRAINT letter_state_check, DROP CONSTRAINT letter_check1;
  ALTER TABLE register.letter
    ADD CONSTRAINT letter_state_check CHECK (state IN
      ('decided', 'sending', 'deferred', 'accepted', 'refused', 'unknown', 'to-be-posted', 'not-needed')),
    ADD CONSTRAINT letter_outcome_check CHECK
      ((state IN ('accepted', 'refused', 'unknown', 'to-be-posted', 'not-needed')) = (outcome_on IS NOT NULL));
`;

const down = `
  DROP TABLE register.letter_to_staff;
  DELETE FROM register.letter WHERE state = 'not-needed';
  ALTER TABLE register.letter DROP CONSTRAINT letter_state_check, DROP CONSTRAINT letter_outcome_check;
  ALTER TABLE register.letter
    ADD CONSTRAINT letter_state_check CHECK (state IN
      ('decided', 'sending', 'deferred', 'accepted', 'refused', 'unknown', 'to-be-posted')),
    ADD CONSTRAINT letter_check1 CHECK
      ((state IN ('accepted', 'refused', 'unknown', 'to-be-posted')) = (outcome_on IS NOT NULL));
`;

/** Letters to staff wait here for the dispatcher: no case waits for them. */
export class LettersToStaff implements MigrationInterface {
  readonly name = 'LettersToStaff1795000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
