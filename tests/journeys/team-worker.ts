import { join } from 'node:path';
import { startChild, until, workspace, type Child } from '@duly/infra';
import type { Journey } from './journey.js';
import { samplePython, startSampleWorker } from './python-worker.js';

/** Where a team serves its workflows. */
export interface TeamQueue {
  readonly namespace: string;
  readonly taskQueue: string;
}

async function inTypeScript(environment: Readonly<Record<string, string>>, logFile: string): Promise<Child> {
  const child = await startChild({
    command: process.execPath,
    arguments: [join(workspace, 'dist', 'infra', 'sample-worker', 'worker.js')],
    folder: workspace,
    environment: { PATH: process.env['PATH'], ...environment },
    logFile,
  });
  await until('The sample worker', 60, () => {
    if (child.hasEnded()) throw new Error(`The sample worker ended: ${child.lastWords()}`);
    return Promise.resolve(child.lastWords().includes('ready') || undefined);
  });
  return child;
}

/** A team's own worker on its own SDK: in Python, or where that is not there in TypeScript, and says so. @returns what ends it */
export async function startTeamWorker(
  { environment: ours, folder, url }: Journey,
  { namespace, taskQueue }: TeamQueue,
): Promise<() => Promise<void>> {
  const environment = {
    TEMPORAL_ADDRESS: ours['TEMPORAL_ADDRESS'] ?? '',
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: taskQueue,
    DULY_URL: url,
  };
  const log = join(folder, 'team-worker.log');
  const found = samplePython();
  if ('without' in found)
    process.stderr.write(`The team's worker is the one in TypeScript, since ${found.without}.\n`);
  // A new namespace is known to every part of the server after some seconds.
  const child = await until('The namespace', 60, () =>
    ('without' in found
      ? inTypeScript(environment, log)
      : startSampleWorker(found.python, environment, log)
    ).catch(() => undefined),
  );
  return () => child.stop();
}
