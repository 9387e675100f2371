import { apps, type App } from './apps.js';
import type { Settings } from './setting.js';

/** The settings of an app without its secrets, as they were read: what the audit log records the hash of. */
export function openSettings(
  app: App,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const settings: Settings = apps[app];
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([, { secret }]) => !secret)
      .map(([name]) => [name, values[name]]),
  );
}
