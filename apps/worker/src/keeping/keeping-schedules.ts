import { keepingIdOf, keepingQueueOf, keepingTypes } from '@duly/case-protocol';
import type { WorkerSettings } from '@duly/settings';
import { keepSchedule } from '@duly/temporal';
import type { KeepingRoom } from './keeping-room.js';

/** UTC: when offices sleep, whatever the season. */
const hourOfCheck = 2;

/** Has Temporal start what keeps the record: the archive at intervals, the check of a sample every night. */
export async function keepSchedules(
  { client, archive, log }: KeepingRoom,
  settings: WorkerSettings,
): Promise<void> {
  const { temporalTaskQueue, historyArchiveEvery, registerCheckSample } = settings;
  const common = { taskQueue: keepingQueueOf(temporalTaskQueue) };
  const named = (type: keyof typeof keepingTypes) => ({
    ...common,
    scheduleId: keepingIdOf(type, temporalTaskQueue),
    workflowId: keepingIdOf(type, temporalTaskQueue),
    workflowType: keepingTypes[type],
  });
  try {
    if (archive)
      await keepSchedule(client, {
        ...named('historyArchive'),
        spec: { intervals: [{ every: historyArchiveEvery * 1_000 }] },
        args: [],
      });
    if (registerCheckSample > 0)
      await keepSchedule(client, {
        ...named('registerCheck'),
        spec: { calendars: [{ hour: hourOfCheck }] },
        args: [registerCheckSample],
      });
  } catch (error) {
    log.error(
      { err: error },
      'Temporal does not take the schedules that keep the record; they are made at the next start',
    );
  }
}
