import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = join(import.meta.dirname, '..');
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The example of the README, and what it says that it prints. */
function example(): { program: string; prints: string } {
  const readme = readFileSync(join(library, 'README.md'), 'utf8');
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, prints = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  return { program, prints };
}

describe('the package alone', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'duly-law-'));
    run(process.execPath, [join(library, 'build.mjs'), join(place, 'dist')], library);
  });
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('packs, installs offline into an empty project, and prints what the README says', () => {
    const { program, prints } = example();
    const packed = JSON.parse(
      run('npm', ['pack', '--json', '--pack-destination', place], join(place, 'dist')),
    ) as readonly { readonly filename: string }[];
    const empty = mkdtempSync(join(place, 'empty-'));
    writeFileSync(join(empty, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
    run(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', join(place, packed[0]?.filename ?? '')],
      empty,
    );
    writeFileSync(join(empty, 'ask.js'), program);
    expect(prints).toContain('2026-06-30');
    expect(run(process.execPath, ['ask.js'], empty)).toBe(prints);
    expect(readdirSync(join(empty, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['@duly']);
  }, 120_000);

  it('depends on nothing and carries its types and README', () => {
    const { dependencies, exports } = JSON.parse(
      readFileSync(join(place, 'dist', 'package.json'), 'utf8'),
    ) as { dependencies?: object; exports: object };
    expect(dependencies).toBeUndefined();
    expect(exports).toEqual({ '.': { types: './index.d.ts', default: './index.js' } });
    const files = readdirSync(join(place, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['index.js', 'index.d.ts', 'README.md']));
    const imports = files
      .filter(name => name.endsWith('.js'))
      .flatMap(name => [
        ...readFileSync(join(place, 'dist', name), 'utf8').matchAll(/^(?:import|export) .* from '([^']+)'/gm),
      ])
      .map(([, from]) => from ?? '');
    expect(imports.filter(from => !from.startsWith('.'))).toEqual([]);
  });
});
