import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the right of a case still wants on record before it is answered. */
export class DutiesOfCases implements MigrationInterface {
  readonly name = 'DutiesOfCases1795000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE register.case_row ADD COLUMN owes text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register.case_row DROP COLUMN owes');
  }
}
