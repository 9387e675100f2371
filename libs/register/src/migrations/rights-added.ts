import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A right that was overlooked in a letter is added to its request; nothing else of a request ever changes. */
export class RightsAdded implements MigrationInterface {
  readonly name = 'RightsAdded1795000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (rights) ON register.request TO ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (rights) ON register.request FROM ${applicationRole}`);
  }
}
