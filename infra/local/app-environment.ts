import { join } from 'node:path';
import type { LocalSettings } from '@duly/settings';
import type { PostgresServer } from './postgres-server.js';
import { audience } from './start-servers.js';
import type { TemporalPlace } from './temporal-probe.js';
import { workspace } from './workspace.js';

/** What the apps are given beyond the user's own environment, under the names that @duly/settings reads. */
export type AppEnvironment = Readonly<Record<string, string>>;

export const appEnvironment = (
  settings: LocalSettings,
  postgres: PostgresServer,
  temporal: TemporalPlace,
  issuer: string,
  archive: string,
): AppEnvironment => ({
  NODE_ENV: 'development',
  DATABASE_URL: postgres.url('duly'),
  KEYS_DATABASE_URL: postgres.url('duly_keys'),
  TEMPORAL_ADDRESS: temporal.address,
  TEMPORAL_NAMESPACE: temporal.namespace,
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(settings.smtpPort),
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: audience,
  // No scanner runs on a developer's machine.
  DOCUMENTS_UNSCANNED: 'on',
  DOCUMENTS_FOLDER: join(workspace, settings.dataFolder, 'documents'),
  API_PORT: String(settings.apiPort),
  PUBLIC_URL: `http://127.0.0.1:${settings.apiPort}`,
  HISTORY_ARCHIVE: archive,
  API_URL: `http://127.0.0.1:${settings.apiPort}`,
  CONSOLE_PORT: String(settings.consolePort),
  CONSOLE_URL: `http://127.0.0.1:${settings.consolePort}`,
});

/** For `node --env-file`, and for a debugger. */
export const environmentFile = (environment: AppEnvironment): string =>
  Object.entries(environment)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
