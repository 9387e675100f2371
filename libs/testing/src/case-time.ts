import { ownTime, startSkipping, windBy } from '@duly/infra';
import type { Client } from '@temporalio/client';

/** An instant with its offset, ISO 8601: `2036-03-31T09:00:00Z`. It must lie ahead of the real clock. */
export type Instant = string;

/** One case's own clock. It only goes forward, and after each winding it runs on at normal speed. */
export interface CaseTime {
  readonly workflowId: string;
  /** The case's own now. */
  now(): Promise<Date>;
  /** Winds to an instant, firing every timer on the way (about a second for each); a case that ends on the way stops there. @throws Error when it lies behind the case's own clock. */
  windTo(instant: Instant): Promise<void>;
  /** Winds on by so many seconds. */
  windBy(seconds: number): Promise<void>;
}

export interface CaseStart {
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: string;
  readonly args: readonly unknown[];
  readonly at: Instant;
}

function millisecondsOf(instant: Instant): number {
  const at = Date.parse(instant);
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(instant)) {
    throw new Error(`${instant} is not an instant: write it like 2036-03-31T09:00:00Z.`);
  }
  return at;
}

/** The clock of a case that already runs, however it was started. */
export function caseTime(client: Client, workflowId: string): CaseTime {
  const workflow = { client, workflowId };
  const now = async (): Promise<number> => ownTime(workflow);
  return {
    workflowId,
    now: async () => new Date(await now()),
    windBy: seconds => windBy(workflow, seconds * 1_000),
    windTo: async instant => {
      const ahead = millisecondsOf(instant) - (await now());
      if (ahead < 0)
        throw new Error(`The clock of ${workflowId} has passed ${instant}, and no clock goes back.`);
      await windBy(workflow, ahead);
    },
  };
}

/** Starts a case at a fixed instant ahead of the real clock; a worker need not run yet. */
export async function startCaseAt(client: Client, { at, ...start }: CaseStart): Promise<CaseTime> {
  const delay = millisecondsOf(at) - Date.now();
  if (delay < 0)
    throw new Error(`${at} lies behind the real clock, and a case can only be started ahead of it.`);
  await startSkipping({ client, ...start, delay });
  return caseTime(client, start.workflowId);
}
