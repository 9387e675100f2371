import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.letter
    ADD COLUMN sealed_document bytea,
    ADD COLUMN sealed_print bytea,
    ADD COLUMN print_hash text,
    ADD COLUMN printed_at timestamptz,
    ADD CONSTRAINT letter_print_check CHECK ((sealed_print IS NULL) = (print_hash IS NULL));
`;

const down = `
  ALTER TABLE register.letter
    DROP CONSTRAINT letter_print_check,
    DROP COLUMN sealed_document, DROP COLUMN sealed_print, DROP COLUMN print_hash, DROP COLUMN printed_at;
`;

/** What a letter is printed from, and the PDF once it was asked for: sealed both, since they name people. */
export class LettersOnPaper implements MigrationInterface {
  readonly name = 'LettersOnPaper1795000000236';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
