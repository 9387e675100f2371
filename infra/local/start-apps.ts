import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from './child-process.js';
import type { Processes } from './processes.js';
import { until } from './waiting.js';
import { workspace } from './workspace.js';

/** All that an app is given; nothing is added to it. */
type Environment = Readonly<Record<string, string | undefined>>;

interface App {
  readonly name: 'worker' | 'api' | 'console';
  readonly processes: Processes;
  readonly environment: Environment;
  /** Where a second one runs beside it: the name of its log. */
  readonly called?: string;
}

const bundle = (name: string): string => join(workspace, 'dist', 'apps', name, 'main.js');

/** Whether its bundle has been built. */
export const isBuilt = (name: App['name']): boolean => existsSync(bundle(name));

async function bring(
  { name, processes, environment, called = name }: App,
  isReady: () => Promise<boolean> | boolean,
): Promise<void> {
  const child: Child = await processes.start(called, {
    command: process.execPath,
    arguments: ['--enable-source-maps', bundle(name)],
    folder: workspace,
    environment,
    patience: 40,
  });
  await until(`The readiness of the ${called} (see ${processes.logFile(called)})`, 180, async () => {
    if (child.hasEnded())
      throw new Error(`The ${name} did not start (${await child.ended}). It said:\n${child.lastWords()}`);
    return (await isReady()) || undefined;
  });
}

/** The worker says so itself when it polls. */
export const bringWorker = (
  processes: Processes,
  environment: Environment,
  called = 'worker',
): Promise<void> =>
  bring({ name: 'worker', processes, environment, called }, () =>
    readFileSync(processes.logFile(called), 'utf8').includes('worker ready'),
  );

export async function bringApi(
  processes: Processes,
  environment: Environment,
  url: string,
  called = 'api',
): Promise<void> {
  await bring({ name: 'api', processes, environment, called }, async () => {
    try {
      return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  });
}

export const bringConsole = (processes: Processes, environment: Environment): Promise<void> =>
  bring({ name: 'console', processes, environment }, () =>
    readFileSync(processes.logFile('console'), 'utf8').includes('console ready'),
  );
