import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language, the format and the adjustments that a person needs, sealed. */
export class PersonNeeds implements MigrationInterface {
  readonly name = 'PersonNeeds1795000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vault.person ADD COLUMN needs bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vault.person DROP COLUMN needs');
  }
}
