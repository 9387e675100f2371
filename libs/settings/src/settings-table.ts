import { apps } from './apps.js';
import { environmentName, type Setting, type Settings } from './setting.js';

interface Row {
  readonly name: string;
  readonly setting: Setting<unknown>;
  readonly readers: string[];
}

function rows(): Row[] {
  const byDefinition = new Map<Setting<unknown>, Row>();
  for (const [app, settings] of Object.entries<Settings>(apps)) {
    for (const [key, setting] of Object.entries(settings)) {
      const row = byDefinition.get(setting);
      if (row) row.readers.push(app);
      else byDefinition.set(setting, { name: environmentName(key), setting, readers: [app] });
    }
  }
  return [...byDefinition.values()].sort(
    (one, other) =>
      one.name.localeCompare(other.name) || one.readers.join().localeCompare(other.readers.join()),
  );
}

function inProduction({ mustBeSet, refusedInProduction }: Setting<unknown>): string {
  if (refusedInProduction) return 'refused';
  return mustBeSet === 'never' ? 'may default' : 'must be set';
}

const cell = (words: string): string => words.replaceAll('|', '\\|');

/** The table of all settings for the README, in Markdown, by name. `local` is `npm start`. */
export function settingsTable(): string {
  return [
    '| setting | what it is | default | in production | read by |',
    '| --- | --- | --- | --- | --- |',
    ...rows().map(({ name, setting, readers }) => {
      const names = setting.secret ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``;
      const what = setting.unit ? `${setting.describes} (${setting.unit})` : setting.describes;
      const standard = setting.default === undefined ? 'none' : `\`${setting.default}\``;
      return `| ${[names, what, standard, inProduction(setting), readers.join(', ')].map(cell).join(' | ')} |`;
    }),
  ].join('\n');
}
