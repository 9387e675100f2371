import { workflowIdOf } from '@duly/case-protocol';
import { readSettings } from '@duly/settings';
import { historiesOf, openTemporal } from '@duly/temporal';
import { isGrpcServiceError, ServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CaseRecord, HistoryJson } from './case-record.js';
import type { Subject } from './options.js';
import { RegisterReader } from './register-reader.js';
import { CannotTell } from './verdict.js';

const patience = 15_000;
const patienceToConnect = 4_000;

/** The row between two looks at which it did not move, so that history and row speak of the same moment. */
async function recordOf(client: Client, register: RegisterReader, caseId: string): Promise<CaseRecord> {
  let row = await register.row(caseId);
  for (;;) {
    const all = (await historiesOf(client, workflowIdOf(caseId))) as readonly HistoryJson[];
    const rowEvents = await register.timeline(caseId);
    const { version } = row;
    row = await register.row(caseId);
    const history = all.at(-1);
    if (!history) throw new CannotTell('Temporal keeps no history of the case any more.');
    if (row['version'] === version) return { history, earlier: all.slice(0, -1), row, rowEvents };
  }
}

const silent = (address: string): CannotTell =>
  new CannotTell(`Temporal does not answer at ${address}. Start it, or set TEMPORAL_ADDRESS to where it is.`);

async function connected(client: Client, address: string): Promise<void> {
  try {
    await client.withDeadline(Date.now() + patienceToConnect, () => client.connection.ensureConnected());
  } catch {
    throw silent(address);
  }
}

function readably(error: unknown, address: string): unknown {
  if (error instanceof WorkflowNotFoundError)
    return new CannotTell(
      'Temporal keeps no history of the case: it was never started there, or its retention is over.',
    );
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) ? silent(address) : error;
}

/** Fetches each named case. @throws CannotTell, NoToken or SettingsError in words */
export async function fetchRecords(
  subject: Exclude<Subject, { readonly file: string }>,
): Promise<readonly CaseRecord[]> {
  const settings = readSettings('cli');
  const register = await RegisterReader.open(settings);
  const caseIds =
    'caseId' in subject
      ? [subject.caseId]
      : await register.caseIds('reference' in subject ? subject.reference : subject.request);
  const client = openTemporal(settings);
  try {
    await connected(client, settings.temporalAddress);
    const records: CaseRecord[] = [];
    for (const caseId of caseIds)
      records.push(
        await client.withDeadline(Date.now() + patience, () => recordOf(client, register, caseId)),
      );
    return records;
  } catch (error) {
    throw readably(error, settings.temporalAddress);
  } finally {
    await client.connection.close();
  }
}
