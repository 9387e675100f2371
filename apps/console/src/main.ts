import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsError, type ConsoleSettings } from '@duly/settings';
import { pino } from 'pino';
import { createConsole } from './create-console.js';

function settingsOrExit(): ConsoleSettings {
  try {
    return readSettings('console');
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const settings = settingsOrExit();
/** Lines hold a route's pattern, a status and a time: never an address, a body or a person. */
const log = pino({
  level: settings.logLevel,
  base: { app: 'console' },
  formatters: { level: label => ({ level: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});

try {
  const console = await createConsole(settings, log, dirname(fileURLToPath(import.meta.url)));
  await console.listen(settings.consolePort, settings.consoleHost);
  log.info({ host: settings.consoleHost, port: settings.consolePort }, 'console ready');
  await new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
  log.info('console stopping');
  await console.close();
} catch (error) {
  log.error({ err: error }, 'the console could not run');
  process.exitCode = 1;
}
