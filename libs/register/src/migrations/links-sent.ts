import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a link was first looked at, and whether the letter that brings it is on its way. */
export class LinksSent implements MigrationInterface {
  readonly name = 'LinksSent1795000000291';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE register.delivery_link ADD COLUMN opened_at timestamptz,
      ADD COLUMN is_sent boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register.delivery_link DROP COLUMN opened_at, DROP COLUMN is_sent');
  }
}
