export {
  apps,
  type ApiSettings,
  type App,
  type CliSettings,
  type ConsoleSettings,
  type LocalSettings,
  type WorkerSettings,
} from './apps.js';
export { mailSettings, type MailSettings } from './mail-settings.js';
export type { CalendarPeriod } from './kinds.js';
export {
  readGroup,
  readSettings,
  SettingsError,
  type Environment,
  type WrongSetting,
} from './read-settings.js';
export { environmentName, setting, type Setting, type Settings, type ValuesOf } from './setting.js';
export { openSettings } from './open-settings.js';
export { settingsTable } from './settings-table.js';
export { tellSettings, type SettingTold } from './tell-settings.js';
