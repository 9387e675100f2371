import { readFileSync } from 'node:fs';
import { hashOfProgram, type Register } from '@duly/register';
import { openSettings, type WorkerSettings } from '@duly/settings';
import { bundledProjects, workflowBundle } from '../temporal-worker.js';

/** Keeps the workflow code that this worker runs, and records by which code, settings and law it works. */
export async function recordStart(register: Register, settings: WorkerSettings): Promise<void> {
  const bundles: Record<string, string> = {};
  for (const project of bundledProjects)
    bundles[project] = await register.workflowBundles.keep(
      project,
      readFileSync(workflowBundle(project), 'utf8'),
    );
  const open = openSettings('worker', settings);
  await register.processStarted({ app: 'worker', settings: open, code: hashOfProgram(), bundles });
}
