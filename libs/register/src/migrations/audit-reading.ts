import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that the entries of a case, and of the service itself, are found in a log of any length. */
export class AuditReading implements MigrationInterface {
  readonly name = 'AuditReading1795000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_of_case ON register.audit_entry (case_id);
      CREATE INDEX audit_entry_of_service ON register.audit_entry (action, number) WHERE request_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register.audit_entry_of_case, register.audit_entry_of_service');
  }
}
