import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shown } from './cases-listed.js';

/**
 * The open cases of nobody, in the order of their dates. PostgreSQL does not read them in that order from the index of handlers: to it,
 * `IS NULL` is no equality.
 */
export class CasesOfNobody implements MigrationInterface {
  readonly name = 'CasesOfNobody1795000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX case_open_of_nobody ON register.case_row (sort_due, case_id) ${shown} WHERE closed_on IS NULL AND handler IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register.case_open_of_nobody');
  }
}
