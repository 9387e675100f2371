import { workflowIdOf, type HistoriesArchived } from '@duly/case-protocol';
import type { RunToArchive } from '@duly/register';
import {
  hashOfHistory,
  historyFromJson,
  historyOfRun,
  runOfHistory,
  type HistoryArchive,
} from '@duly/temporal';
import { heartbeat } from '@temporalio/activity';
import type { KeepingRoom } from './keeping-room.js';

/** Runs in one activity. */
const atOnce = 50;

interface Closed {
  readonly history: unknown;
  readonly isRunning: boolean;
}

/** The run of the case with this number, as Temporal has it; undefined where it has none. */
async function runInTemporal(
  { client }: KeepingRoom,
  caseId: string,
  run: number,
): Promise<Closed | undefined> {
  const query = `WorkflowId = "${workflowIdOf(caseId)}"`;
  for await (const { runId, status } of client.workflow.list({ query })) {
    const history = await historyOfRun(client, workflowIdOf(caseId), runId);
    if (runOfHistory(history) === run) return { history, isRunning: status.name === 'RUNNING' };
  }
  return undefined;
}

const eventsIn = (history: unknown): number => historyFromJson(history).events?.length ?? 0;

/** Writes it and reads it back: what counts as archived is what can be read, and says the same. */
async function keepAndReadBack(archive: HistoryArchive, history: unknown) {
  const wanted = hashOfHistory(historyFromJson(history));
  const file = await archive.keep(history);
  const read = await archive.read(file);
  const found = hashOfHistory(historyFromJson(read));
  if (found !== wanted)
    throw new Error('What was read back from the archive is another history than was written.');
  return { file, history: found, events: eventsIn(read) };
}

async function archiveOne(room: KeepingRoom, archive: HistoryArchive, run: RunToArchive): Promise<boolean> {
  const { historyRuns } = room.register;
  const found = await runInTemporal(room, run.caseId, run.run);
  if (!found) {
    if (await historyRuns.unknown(run))
      room.log.error(
        { caseId: run.caseId, run: run.run },
        'the history of a closed case is lost: Temporal no longer has it, and it was not archived',
      );
    return false;
  }
  if (found.isRunning) {
    await historyRuns.runs(run);
    return false;
  }
  await historyRuns.archived(run, await keepAndReadBack(archive, found.history));
  return true;
}

/** Archives some histories of closed runs. One that fails is tried again after its lease, and holds up none of the others. */
export async function archiveHistories(room: KeepingRoom): Promise<HistoriesArchived> {
  const { archive, register, log } = room;
  if (!archive) return { archived: 0, left: 0 };
  const taken = await register.historyRuns.take(atOnce);
  let archived = 0;
  for (const run of taken) {
    heartbeat(archived);
    try {
      if (await archiveOne(room, archive, run)) archived += 1;
    } catch (error) {
      log.error(
        { err: error, caseId: run.caseId, run: run.run },
        'the history of a closed case was not archived; tried again',
      );
    }
  }
  return { archived, left: await register.historyRuns.due() };
}
