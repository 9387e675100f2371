import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  ALTER TABLE register.digest ADD COLUMN template text, ADD COLUMN template_version int, ADD COLUMN language text;
`;

const down = `
  ALTER TABLE register.digest DROP COLUMN template, DROP COLUMN template_version, DROP COLUMN language;
`;

/** Of each digest, as of each letter, which template in which version and language it was written from. */
export class DigestTemplateKept implements MigrationInterface {
  readonly name = 'DigestTemplateKept1795000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
