import { apps, type App } from './apps.js';
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

function standingOf({ kind, default: standard, ...rest }: Setting<unknown>, value: unknown) {
  const ofDefault = standard === undefined ? undefined : kind.parse(standard);
  const isDefault = isSame(value, ofDefault);
  if (rest.refusedInProduction && !isDefault) return 'development-only';
  if (rest.mustBeSet !== 'never' && isDefault) return 'must-be-set';
  if (rest.secret) return 'secret';
  return isDefault ? 'default' : 'set';
}

const written = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** Every setting of an app by name, with its value unless it is a secret. */
export function tellSettings(app: App, values: Readonly<Record<string, unknown>>): readonly SettingTold[] {
  const settings: Settings = apps[app];
  return Object.entries(settings)
    .map(([key, one]) => ({
      name: environmentName(key),
      describes: one.describes,
      unit: one.unit ?? null,
      value: one.secret ? null : written(values[key]),
      standing: standingOf(one, values[key]),
    }))
    .sort((one, other) => one.name.localeCompare(other.name)) as readonly SettingTold[];
}
