import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type App, appNames, apps } from './apps.js';
import { environmentName, type Setting, type Settings, type ValuesOf } from './setting.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting that cannot be used, and what to do about it. Never holds the value: it may be a secret. */
export interface WrongSetting {
  readonly name: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Lists every setting that is wrong, so that an operator mends all of them at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(
    readonly app: string,
    readonly wrong: readonly WrongSetting[],
  ) {
    super(
      [
        `${app} cannot start: ${wrong.length === 1 ? 'one setting is' : `${wrong.length} settings are`} wrong.`,
        ...wrong.map(one => `  ${one.name} ${one.problem}. ${one.remedy}`),
      ].join('\n'),
    );
  }
}

interface Written {
  readonly text?: string;
  readonly problem?: string;
}

function fromFile(name: string, path: string): Written {
  try {
    return { text: readFileSync(path, 'utf8').replace(/\r?\n$/, '') };
  } catch {
    return { problem: `names a file in ${name}_FILE that cannot be read` };
  }
}

function written(name: string, setting: Setting<unknown>, environment: Environment): Written {
  const given = environment[name] || undefined;
  const file = (setting.secret && environment[`${name}_FILE`]) || undefined;
  if (given && file) return { problem: `is given twice, as a value and as ${name}_FILE` };
  const found: Written = file ? fromFile(name, file) : given === undefined ? {} : { text: given };
  if (found.problem) return found;
  const inProduction = environment['NODE_ENV'] === 'production';
  if (found.text !== undefined) {
    return setting.refusedInProduction && inProduction
      ? { problem: 'is a tool of development, refused in production' }
      : found;
  }
  if (setting.mustBeSet === 'always' || (setting.mustBeSet === 'in production' && inProduction)) {
    return {
      problem:
        setting.mustBeSet === 'always'
          ? 'is not set'
          : 'is not set, and production may not rely on the default',
    };
  }
  return setting.default === undefined ? {} : { text: setting.default };
}

const remedy = (name: string, setting: Setting<unknown>): string =>
  `This is ${setting.describes}${setting.unit ? ` (${setting.unit})` : ''}; ` +
  (setting.default
    ? `for example ${name}=${setting.default}`
    : `set ${name}${setting.secret ? ` or ${name}_FILE` : ''}`) +
  '.';

/** One schema for all of an app's settings, over the text of the environment. */
const schemaOf = (settings: Settings) =>
  z.object(Object.fromEntries(Object.entries(settings).map(([name, one]) => [name, one.kind.optional()])));

/**
 * Reads a group of settings from an environment: once, at the start of a process.
 * @throws SettingsError naming every setting that is missing or wrong, without its value.
 */
export function readGroup<Group extends Settings>(
  app: string,
  settings: Group,
  environment: Environment,
): ValuesOf<Group> {
  const found = Object.entries(settings).map(([key, one]) => ({
    key,
    one,
    ...written(environmentName(key), one, environment),
  }));
  const texts = Object.fromEntries(
    found.filter(({ text }) => text !== undefined).map(({ key, text }) => [key, text]),
  );
  const parsed = schemaOf(settings).safeParse(texts);
  const problems = new Map(found.flatMap(({ key, problem }) => (problem ? [[key, problem] as const] : [])));
  for (const issue of parsed.error?.issues ?? []) {
    const key = String(issue.path[0]);
    const within = issue.path.slice(1).join('.');
    if (!problems.has(key)) problems.set(key, within ? `at ${within}: ${issue.message}` : issue.message);
  }
  if (problems.size > 0 || !parsed.success) {
    throw new SettingsError(
      app,
      found.flatMap(({ key, one }) => {
        const problem = problems.get(key);
        const name = environmentName(key);
        return problem ? [{ name, problem, remedy: remedy(name, one) }] : [];
      }),
    );
  }
  return parsed.data as ValuesOf<Group>;
}

/** Reads all settings of one app. @throws SettingsError naming every setting that is missing or wrong. */
export function readSettings<Name extends App>(
  app: Name,
  environment: Environment = process.env,
): ValuesOf<(typeof apps)[Name]> {
  return readGroup<(typeof apps)[Name]>(appNames[app], apps[app], environment);
}
