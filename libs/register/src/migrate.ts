import { Database, type Migration } from '@duly/postgres';
import { CopyKeys, KeysTables, PersonNeeds, VaultTables } from '@duly/vault';
import { AcceptedCases } from './migrations/accepted-cases.js';
import { AuditReading } from './migrations/audit-reading.js';
import { AuditTreeTables } from './migrations/audit-tree.js';
import { CalendarFeeds } from './migrations/calendar-feeds.js';
import { CalendarTables } from './migrations/calendars.js';
import { CaseTables } from './migrations/case-tables.js';
import { CountedCases } from './migrations/counted-cases.js';
import { ComplaintsAndSuppressions } from './migrations/complaints-and-suppressions.js';
import { DisclosureTables } from './migrations/disclosure-tables.js';
import { DutiesOfCases } from './migrations/duties-of-cases.js';
import { HistoryRuns } from './migrations/history-runs.js';
import { HookTables } from './migrations/hooks.js';
import { LetterTables } from './migrations/letter-tables.js';
import { LinksSent } from './migrations/links-sent.js';
import { LinkTables } from './migrations/link-tables.js';
import { LettersOnPaper } from './migrations/letters-on-paper.js';
import { LettersWritten } from './migrations/letters-written.js';
import { LettersThatCameBack } from './migrations/letters-that-came-back.js';
import { LettersLoggedTogether } from './migrations/letters-logged-together.js';
import { CasesOfNobody } from './migrations/cases-of-nobody.js';
import { LettersCommitted } from './migrations/letters-committed.js';
import { LettersLogged } from './migrations/letters-logged.js';
import { LettersToStaff } from './migrations/letters-to-staff.js';
import { PeopleNamed } from './migrations/people-named.js';
import { ProofTables } from './migrations/proof-tables.js';
import { ReminderSchedules } from './migrations/reminder-schedules.js';
import { RetentionTables } from './migrations/retention.js';
import { RightsAdded } from './migrations/rights-added.js';
import { RequestTables } from './migrations/request-tables.js';
import { Staffing } from './migrations/staffing.js';
import { ErasureAtSources } from './migrations/erasure-at-sources.js';
import { SourceTables } from './migrations/source-tables.js';
import { StaffDispatch } from './migrations/staff-dispatch.js';
import { StaffRoles } from './migrations/staff-roles.js';
import { TransferTables } from './migrations/transfers.js';
import { CasesListed } from './migrations/cases-listed.js';
import { NamesSought } from './migrations/names-sought.js';
import { DigestTemplateKept } from './migrations/digest-template.js';
import { WorkByUrgency } from './migrations/work-by-urgency.js';

/** Of the database of requests, in their order. */
export const dataMigrations: readonly Migration[] = [
  VaultTables,
  RequestTables,
  CaseTables,
  LetterTables,
  ProofTables,
  DutiesOfCases,
  AcceptedCases,
  StaffRoles,
  LinkTables,
  LettersToStaff,
  RightsAdded,
  PersonNeeds,
  ComplaintsAndSuppressions,
  CalendarTables,
  Staffing,
  CountedCases,
  PeopleNamed,
  LettersWritten,
  LettersOnPaper,
  ReminderSchedules,
  StaffDispatch,
  CalendarFeeds,
  AuditTreeTables,
  AuditReading,
  LettersThatCameBack,
  HookTables,
  LettersLogged,
  SourceTables,
  ErasureAtSources,
  DisclosureTables,
  LettersLoggedTogether,
  RetentionTables,
  LinksSent,
  HistoryRuns,
  TransferTables,
  WorkByUrgency,
  CasesListed,
  NamesSought,
  DigestTemplateKept,
  LettersCommitted,
  CasesOfNobody,
];
/** Of the database of keys. */
export const keysMigrations: readonly Migration[] = [KeysTables, CopyKeys];

async function migrateOne(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const database = await Database.open({
    url,
    poolSize: 2,
    application: 'duly migrate',
    migrations,
    statementTimeout: 3_600,
  });
  try {
    return await database.migrate();
  } finally {
    await database.close();
  }
}

/**
 * Brings both databases up to date, as their owner; may run at any time and from several processes at once.
 * @returns the names of the migrations that were new
 */
export async function migrate(settings: {
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
}): Promise<readonly string[]> {
  const data = await migrateOne(settings.databaseUrl, dataMigrations);
  return [...data, ...(await migrateOne(settings.keysDatabaseUrl, keysMigrations))];
}
