import { workflowIdOf } from '@duly/case-protocol';
import type { Database } from '@duly/postgres';
import type { Register } from '@duly/register';
import { caseRuns, historiesStillKept, type HistoryArchive, type openTemporal } from '@duly/temporal';
import type { Log } from '../log/log.js';

/** What the record is kept with. */
export interface KeepingRoom {
  readonly register: Register;
  /** The same database as its owner, who alone may take derived rows away to write them anew. */
  readonly owner: Database;
  readonly client: ReturnType<typeof openTemporal>;
  /** None where no folder is named: then nothing is archived, and readiness says so. */
  readonly archive: HistoryArchive | undefined;
  readonly log: Log;
}

/** The histories of every run of a case, from Temporal or from the archive, oldest first. @throws ArchiveDamaged */
export async function historiesOfCase(
  { register, client, archive }: KeepingRoom,
  caseId: string,
): Promise<readonly unknown[]> {
  const archived = await register.historyRuns.of(caseId);
  const runs = await caseRuns(() => historiesStillKept(client, workflowIdOf(caseId)), archived, archive);
  return runs.map(({ history }) => history);
}
