import { applicationRole } from '@duly/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const changed = 'has_requester, has_recipient, about_case';

/** Who takes part in a request may be named later; and a complaint that is found in a letter later may be about a case. */
export class PeopleNamed implements MigrationInterface {
  readonly name = 'PeopleNamed1795000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (${changed}) ON register.request TO ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (${changed}) ON register.request FROM ${applicationRole}`);
  }
}
