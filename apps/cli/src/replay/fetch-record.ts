import { readSettings } from '@duly/settings';
import type { CaseRecord } from './case-record.js';
import type { Subject } from './options.js';
import { RegisterReader } from './register-reader.js';
import { CannotTell } from './verdict.js';

/** The row between two looks at which it did not move, so that history and row speak of the same moment. */
export async function recordOf(register: RegisterReader, caseId: string): Promise<CaseRecord> {
  let row = await register.row(caseId);
  for (;;) {
    const all = await register.histories(caseId);
    const rowEvents = await register.timeline(caseId);
    const { version } = row;
    row = await register.row(caseId);
    const history = all.at(-1);
    if (!history) throw new CannotTell('There is no history of the case.');
    if (row['version'] === version) return { history, earlier: all.slice(0, -1), row, rowEvents };
  }
}

/** Fetches each named case. @throws CannotTell, NoToken or SettingsError in words */
export async function fetchRecords(
  subject: Exclude<Subject, { readonly file: string }>,
): Promise<readonly CaseRecord[]> {
  const register = await RegisterReader.open(readSettings('cli'));
  const caseIds =
    'caseId' in subject
      ? [subject.caseId]
      : await register.caseIds('reference' in subject ? subject.reference : subject.request);
  const records: CaseRecord[] = [];
  for (const caseId of caseIds) records.push(await recordOf(register, caseId));
  return records;
}
