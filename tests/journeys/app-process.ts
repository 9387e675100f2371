import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, until, workspace, type Child } from '@duly/infra';

/** One of our apps as it ships: the bundle, in a process of its own. */
export interface AppProcess {
  readonly log: () => string;
  /** Of its process, on this machine. */
  readonly pid: number;
  /** Ends it in order, as a supervisor would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

type App = 'api' | 'worker' | 'console';
type Environment = Readonly<Record<string, string>>;

async function start(app: App, environment: Environment, logFile: string): Promise<Child> {
  const bundle = join(workspace, 'dist', 'apps', app, 'main.js');
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing. Build it: npx nx run @duly/${app}:build`);
  return startChild({
    command: process.execPath,
    arguments: ['--enable-source-maps', bundle],
    folder: workspace,
    environment: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'development', ...environment },
    logFile,
    patience: 30,
  });
}

async function ready(app: App, child: Child, isReady: () => Promise<boolean> | boolean): Promise<void> {
  await until(`The readiness of the ${app}`, 180, async () => {
    if (child.hasEnded()) throw new Error(`The ${app} ended (${await child.ended}):\n${child.lastWords()}`);
    return (await isReady()) || undefined;
  });
}

function processOf(child: Child, logFile: string): AppProcess {
  return {
    log: () => readFileSync(logFile, 'utf8'),
    pid: child.pid,
    stop: () => child.stop(),
    kill: async () => {
      process.kill(child.pid, 'SIGKILL');
      await child.ended;
    },
  };
}

export async function startApi(environment: Environment, logFile: string, url: string): Promise<AppProcess> {
  const child = await start('api', environment, logFile);
  await ready('api', child, () =>
    fetch(`${url}/health/ready`).then(
      answer => answer.ok,
      () => false,
    ),
  );
  return processOf(child, logFile);
}

export async function startWorker(environment: Environment, logFile: string): Promise<AppProcess> {
  const child = await start('worker', environment, logFile);
  await ready('worker', child, () => readFileSync(logFile, 'utf8').includes('worker ready'));
  return processOf(child, logFile);
}

export async function startConsole(environment: Environment, logFile: string): Promise<AppProcess> {
  const child = await start('console', environment, logFile);
  await ready('console', child, () => readFileSync(logFile, 'utf8').includes('console ready'));
  return processOf(child, logFile);
}
