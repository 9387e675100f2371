import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.letter
    ADD COLUMN template text,
    ADD COLUMN template_version int,
    ADD COLUMN language text,
    ADD COLUMN data_hash text;
`;

const down = `
  ALTER TABLE register.letter
    DROP COLUMN template, DROP COLUMN template_version, DROP COLUMN language, DROP COLUMN data_hash;
`;

/** Which wording a letter was written in, and a keyed hash of what it was written from; unknown (null) of letters from before. */
export class LettersWritten implements MigrationInterface {
  readonly name = 'LettersWritten1795000000235';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
