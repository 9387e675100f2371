import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { testTemporal, testWorker, type TestTemporal, type TestWorker } from '@duly/testing';
import type { WorkflowHandle } from '@temporalio/client';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import type { RemindingActivities } from './reminding-activities.js';

type Code = 'before' | 'patched' | 'careless' | 'removed';
type Histories = Readonly<
  Record<'old' | 'open' | 'new', Awaited<ReturnType<WorkflowHandle['fetchHistory']>>>
>;

const fileOf = (code: Code): string => fileURLToPath(new URL(`${code}.workflow.ts`, import.meta.url));
const activities: RemindingActivities = {
  remind: () => Promise.resolve('reminded'),
  isNeeded: () => Promise.resolve(false),
};
const results = new Map<keyof Histories, unknown>();
let temporal: TestTemporal;
let histories: Histories;

const workerOf = (code: Code, taskQueue?: string): Promise<TestWorker> =>
  testWorker(temporal.address, {
    workflowsPath: fileOf(code),
    activities: { ...activities },
    ...(taskQueue !== undefined && { taskQueue }),
  });

const start = ({ taskQueue }: TestWorker): Promise<WorkflowHandle> =>
  temporal.client.workflow.start('reminding', { workflowId: `reminding-${randomUUID()}`, taskQueue });

async function ended(name: keyof Histories, handle: WorkflowHandle) {
  await handle.signal('moment');
  results.set(name, await handle.result());
  return handle.fetchHistory();
}

/** A run of the old code that ends by it, one that is open while the code changes, and one of the new code. */
async function threeRuns(): Promise<Histories> {
  const before = await workerOf('before');
  const old = await ended('old', await start(before));
  const open = await start(before);
  // Its first task is done by the old code.
  await open.query('__stack_trace');
  await before.stop();
  const after = await workerOf('patched', before.taskQueue);
  try {
    const fresh = await start(after);
    return { old, open: await ended('open', open), new: await ended('new', fresh) };
  } finally {
    await after.stop();
  }
}

beforeAll(async () => {
  temporal = await testTemporal();
  histories = await threeRuns();
});
afterAll(() => temporal.stop());

const replay = (code: Code, name: keyof Histories): Promise<void> =>
  Worker.runReplayHistory({ workflowsPath: fileOf(code) }, histories[name]);

describe('a running workflow’s code that is changed with `patched`', () => {
  it('lets a run that is open go on: what it has not passed yet it does by the new code, as a new run does', () => {
    expect(Object.fromEntries(results)).toEqual({ old: 'reminded', open: 'not needed', new: 'not needed' });
  });

  it.each(['old', 'open', 'new'] as const)('replays the %s history', async name => {
    await expect(replay('patched', name)).resolves.toBeUndefined();
  });

  it('without `patched` breaks every run that has passed the place', async () => {
    await expect(replay('careless', 'old')).rejects.toThrow(DeterminismViolationError);
  });

  it('may lose its old branch once no run of the old code is left; before that the replay of one says so', async () => {
    await expect(replay('removed', 'new')).resolves.toBeUndefined();
    await expect(replay('removed', 'open')).resolves.toBeUndefined();
    await expect(replay('removed', 'old')).rejects.toThrow(DeterminismViolationError);
  });
});
