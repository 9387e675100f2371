import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an erasure at the sources waits for: whoever approves it, and a day. */
export class ErasureAtSources implements MigrationInterface {
  readonly name = 'ErasureAtSources1795000000281';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register.collection ADD COLUMN approved_by text, ADD COLUMN approved_at timestamptz, ADD COLUMN not_before timestamptz,
        ADD CHECK ((approved_by IS NULL) = (approved_at IS NULL)), ADD CHECK (purpose <> 'erase' OR not_before IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE register.collection DROP COLUMN approved_by, DROP COLUMN approved_at, DROP COLUMN not_before',
    );
  }
}
