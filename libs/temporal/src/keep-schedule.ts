import { ScheduleAlreadyRunning, type Client, type ScheduleSpec } from '@temporalio/client';

/** A workflow that Temporal starts again and again, one at a time. */
export interface ScheduleToKeep {
  readonly scheduleId: string;
  readonly spec: ScheduleSpec;
  readonly workflowType: string;
  readonly workflowId: string;
  readonly taskQueue: string;
  readonly args: unknown[];
}

/** Makes the schedule, or brings one that is there up to date. Any number of workers may do so at once. */
export async function keepSchedule(client: Client, kept: ScheduleToKeep): Promise<void> {
  const { scheduleId, spec, workflowType, workflowId, taskQueue, args } = kept;
  const action = { type: 'startWorkflow' as const, workflowType, workflowId, taskQueue, args };
  const policies = { overlap: 'SKIP' as const, catchupWindow: '1 day' as const };
  try {
    await client.schedule.create({ scheduleId, spec, action, policies });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(before => ({ ...before, spec, action, policies }));
  }
}
