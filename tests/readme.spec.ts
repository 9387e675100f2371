import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '@duly/settings';
import { read, workspace } from './architecture/house.js';

interface Example {
  readonly command: string;
  readonly output: string;
}

/** The `console` blocks of a page: a line that begins with `$ ` is a command, the lines below it are what it prints. */
function examplesOf(page: string): Example[] {
  const blocks = [...read(page).matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
  return blocks.flatMap(block =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map(part => {
        const [command = '', ...output] = part.replace(/\\\n\s*/g, ' ').split('\n');
        return { command, output: output.join('\n').trim() };
      }),
  );
}

const pages = ['README.md'];

describe.each(pages)('%s', page => {
  const examples = examplesOf(page);

  it('shows at least one example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map(({ command, output }) => [command, output] as const))(
    'prints what it shows: %s',
    (command, output) => {
      const ran = spawnSync('bash', ['-c', command], { cwd: workspace, encoding: 'utf8', timeout: 60_000 });
      expect(ran.stdout.trim()).toBe(output);
      expect(ran.status).toBe(0);
    },
  );

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm (?:run )?(start|test|demo|deep|bench|[a-z]+:[a-z]+)\b/g)];
    expect(named.map(([, script]) => script ?? '').filter(script => !(script in scripts))).toEqual([]);
  });
});

function writeTable(): void {
  const page = read('README.md').replace(
    /(<!-- settings:[^>]*-->\n)[\s\S]*?(<!-- \/settings -->)/,
    (_all, before: string, after: string) => `${before}\n${settingsTable()}\n\n${after}`,
  );
  writeFileSync(join(workspace, 'README.md'), page);
}

describe('the settings in README.md', () => {
  it('are the table that the schema gives', () => {
    // Written anew by: DULY_WRITE_README=yes npx nx spec @duly/tests, then Prettier.
    if (process.env['DULY_WRITE_README'] === 'yes') writeTable();
    const [, table] = /<!-- settings:[^>]*-->\n([\s\S]*?)<!-- \/settings -->/.exec(read('README.md')) ?? [];
    const words = (text: string): string => text.replaceAll(/[ -]+/g, ' ').trim();
    expect(words(table ?? '')).toBe(words(settingsTable()));
  });
});
