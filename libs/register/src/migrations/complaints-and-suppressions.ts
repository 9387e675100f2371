import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a complaint is about, and what each entry against marketing stops. An entry from before stops every channel. */
export class ComplaintsAndSuppressions implements MigrationInterface {
  readonly name = 'ComplaintsAndSuppressions1795000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register.request ADD COLUMN about_case uuid;
      CREATE INDEX request_about_case ON register.request (about_case) WHERE about_case IS NOT NULL;
      ALTER TABLE register.suppression ADD COLUMN stopped text[] NOT NULL DEFAULT '{email,phone,post}';
      GRANT UPDATE (stopped) ON register.suppression TO ${applicationRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register.suppression DROP COLUMN stopped;
      ALTER TABLE register.request DROP COLUMN about_case;
    `);
  }
}
