import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff are listed with what they may do, and may be kept before they first sign in; whoever is there already has signed in. */
export class StaffRoles implements MigrationInterface {
  readonly name = 'StaffRoles1795000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register.staff ADD COLUMN roles text[] NOT NULL DEFAULT '{}', ADD COLUMN signed_in_at timestamptz;
      UPDATE register.staff SET signed_in_at = updated_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register.staff DROP COLUMN roles, DROP COLUMN signed_in_at');
  }
}
