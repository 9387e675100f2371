import { lettersMustBeReady, LettersNotReady } from '@duly/letters';
import { readSettings, SettingsError, type ApiSettings } from '@duly/settings';
import { closeParts, openParts } from './api-parts.js';
import { createApi } from './create-api.js';
import { openLog, type Log } from './log/log.js';

function settingsOrExit(): ApiSettings {
  try {
    const settings = readSettings('api');
    lettersMustBeReady(settings, process.env['NODE_ENV'] === 'production');
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof LettersNotReady)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function run(settings: ApiSettings, log: Log): Promise<void> {
  const parts = await openParts(settings, log);
  const api = await createApi(parts);
  await api.listen(settings.apiPort, settings.apiHost);
  log.info({ host: settings.apiHost, port: settings.apiPort }, 'api ready');
  await new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
  log.info('api stopping');
  await api.close();
  await closeParts(parts);
}

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
try {
  await run(settings, log);
} catch (error) {
  log.error({ err: error }, 'the API could not run');
  process.exitCode = 1;
}
