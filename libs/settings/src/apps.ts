import {
  alarmSettings,
  archiveSettings,
  auditPublishingSettings,
  auditSettings,
  keepingSettings,
} from './audit-settings.js';
import {
  documentStoreSettings,
  packageSettings,
  reviewSettings,
  transferSettings,
} from './disclosure-settings.js';
import { consoleSettings } from './console-settings.js';
import { hookPlaceSettings, hookSettings } from './hook-settings.js';
import { databaseSettings, keysDatabaseSettings } from './database-settings.js';
import { documentSettings, sourceErasureSettings } from './document-settings.js';
import { commandLineSettings, localSettings } from './local-settings.js';
import { mailSettings } from './mail-settings.js';
import { organisationSettings } from './organisation-settings.js';
import { policySettings } from './policy-settings.js';
import { addressSettings, httpSettings, processSettings, workerSettings } from './process-settings.js';
import { erasingSettings, retentionSettings } from './retention-settings.js';
import type { ValuesOf } from './setting.js';
import { issuerSettings, signInSettings } from './sign-in-settings.js';
import { codecSettings, ownTemporalSettings, temporalSettings } from './temporal-settings.js';

/** What each app reads. To add a setting, write one line in the file of its topic; to give a topic to an app, name it here. */
export const apps = {
  api: {
    ...httpSettings,
    ...databaseSettings,
    ...keysDatabaseSettings,
    ...temporalSettings,
    ...codecSettings,
    ...signInSettings,
    ...organisationSettings,
    ...policySettings,
    ...processSettings,
    ...auditSettings,
    ...archiveSettings,
    ...alarmSettings,
    ...hookPlaceSettings,
    ...documentStoreSettings,
    ...reviewSettings,
    ...sourceErasureSettings,
    ...documentSettings,
    ...retentionSettings,
  },
  worker: {
    ...databaseSettings,
    ...keysDatabaseSettings,
    ...temporalSettings,
    ...mailSettings,
    ...organisationSettings,
    ...policySettings,
    ...processSettings,
    ...workerSettings,
    ...auditSettings,
    ...archiveSettings,
    ...alarmSettings,
    ...auditPublishingSettings,
    ...keepingSettings,
    ...hookPlaceSettings,
    ...hookSettings,
    ...documentStoreSettings,
    ...packageSettings,
    ...transferSettings,
    ...addressSettings,
    ...documentSettings,
    ...retentionSettings,
    ...erasingSettings,
  },
  cli: { ...commandLineSettings, ...issuerSettings, ...temporalSettings },
  console: {
    ...consoleSettings,
    consolePort: localSettings.consolePort,
    apiUrl: commandLineSettings.apiUrl,
    oidcIssuer: issuerSettings.oidcIssuer,
    organisationName: organisationSettings.organisationName,
    clockOffset: httpSettings.clockOffset,
    ...processSettings,
  },
  local: { ...localSettings, ...ownTemporalSettings },
};

/** How an error names the app to the person who starts it. */
export const appNames = {
  api: 'The API',
  worker: 'The worker',
  cli: 'duly',
  console: 'The console',
  local: 'npm start',
} as const;

export type App = keyof typeof apps;
export type ApiSettings = ValuesOf<typeof apps.api>;
export type ConsoleSettings = ValuesOf<typeof apps.console>;
export type WorkerSettings = ValuesOf<typeof apps.worker>;
export type CliSettings = ValuesOf<typeof apps.cli>;
export type LocalSettings = ValuesOf<typeof apps.local>;
