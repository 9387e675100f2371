import { apps, type App } from './apps.js';
import type { Environment } from './read-settings.js';
import { environmentName, type Setting, type Settings } from './setting.js';

/** One setting as it is in force; a secret’s value is never among it. */
export interface SettingTold {
  readonly name: string;
  readonly describes: string;
  readonly unit: string | null;
  /** As one would write it; null of a secret, and of what is not set. */
  readonly value: string | null;
  /** `set`: otherwise than by default. `must-be-set`: a production would not start with it as it is. */
  readonly standing: 'set' | 'default' | 'secret' | 'must-be-set' | 'development-only';
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function isByDefault({ kind, default: standard }: Setting<unknown>, value: unknown): boolean {
  return isSame(value, standard === undefined ? undefined : kind.parse(standard));
}

function standingOf(setting: Setting<unknown>, value: unknown) {
  const isDefault = isByDefault(setting, value);
  if (setting.refusedInProduction && !isDefault) return 'development-only';
  if (setting.mustBeSet !== 'never' && isDefault) return 'must-be-set';
  if (setting.secret) return 'secret';
  return isDefault ? 'default' : 'set';
}

/**
 * Every setting of an app by name, with its value unless it is a secret.
 * @param environment what the values were read from
 */
export function tellSettings(
  app: App,
  values: Readonly<Record<string, unknown>>,
  environment: Environment = process.env,
): readonly SettingTold[] {
  const settings: Settings = apps[app];
  return Object.entries(settings)
    .map(([key, one]) => {
      const name = environmentName(key);
      const text = isByDefault(one, values[key]) ? one.default : environment[name];
      return {
        ...{ name, describes: one.describes, unit: one.unit ?? null },
        value: one.secret ? null : (text ?? null),
        standing: standingOf(one, values[key]),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name)) as readonly SettingTold[];
}
