import 'reflect-metadata';
import { NestApplicationContextOptions, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrate } from '@duly/register';
import { readSettings, SettingsError, type WorkerSettings } from '@duly/settings';
import { openHealth } from './health.js';
import { openLog, type Log } from './log/log.js';
import { TemporalWorker } from './temporal-worker.js';
import { WorkerModule } from './worker.module.js';

function settingsOrExit(): WorkerSettings {
  try {
    return readSettings('worker');
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const toldToStop = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

/** Runs until it is told to stop, or until the worker cannot go on. */
async function work(context: INestApplicationContext, settings: WorkerSettings, log: Log): Promise<void> {
  const worker = context.get(TemporalWorker);
  const port = settings.workerHealthPort;
  const health = port === undefined ? undefined : await openHealth(port, () => worker.isRunning);
  log.info({ taskQueue: settings.temporalTaskQueue }, 'worker ready');
  try {
    await Promise.race([toldToStop(), worker.ended]);
  } finally {
    log.info('worker stopping');
    await worker.stop();
    health?.close();
    await context.close();
  }
}

async function run(settings: WorkerSettings, log: Log): Promise<void> {
  const migrated = await migrate(settings);
  if (migrated.length > 0) log.info({ migrations: migrated }, 'the databases were brought up to date');
  const options = Object.assign(new NestApplicationContextOptions(), { logger: false, abortOnError: false });
  const module = WorkerModule.with(settings, log);
  await work(await NestFactory.createApplicationContext(module, options), settings, log);
}

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
try {
  await run(settings, log);
} catch (error) {
  log.error({ err: error }, 'the worker could not run');
  process.exitCode = 1;
}
