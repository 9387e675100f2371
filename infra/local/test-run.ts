import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { apps, environmentName } from '@duly/settings';
import { installChromium } from './chromium.js';
import { postgresServer, sharedServers, temporalServer } from './spec-servers.js';
import { type JestNumbers, type RanTask, summary, tally, type Tally, type WantedTask } from './test-tally.js';
import { workspace } from './workspace.js';

const targets = ['build', 'lint', 'types', 'spec'];
const results = join(workspace, 'dist', 'test-results');
const cache = join(workspace, '.nx', 'cache');
const affectedOnly = process.argv.includes('--affected');

/** The user's own servers and settings must not reach a spec. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const names = new Set(Object.values(apps).flatMap(settings => Object.keys(settings).map(environmentName)));
  const kept = Object.entries(process.env).filter(
    ([name]) => !names.has(name.replace(/_FILE$/, '')) && name !== 'NODE_ENV',
  );
  return Object.fromEntries(kept);
}

const tool = (name: string): string => join(workspace, 'node_modules', '.bin', name);

/** Runs a tool with its output shown, and answers with its exit code. */
function run(name: string, line: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [tool(name), ...line], {
    cwd: workspace,
    env: environment,
    stdio: 'inherit',
  });
  return new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('exit', code => resolve(code ?? 1));
  });
}

interface NxPlan {
  readonly tasks: {
    readonly tasks: Readonly<
      Record<string, { readonly target: { readonly project: string; readonly target: string } }>
    >;
  };
}

/** Asks Nx for its own plan of the run. */
function wantedTasks(line: readonly string[], environment: NodeJS.ProcessEnv): WantedTask[] {
  const plan = join(cache, 'plan.json');
  rmSync(plan, { force: true });
  const planned = spawnSync(process.execPath, [tool('nx'), ...line, `--graph=${plan}`], {
    cwd: workspace,
    env: environment,
    encoding: 'utf8',
  });
  if (planned.status !== 0 || !existsSync(plan))
    throw new Error(`Nx cannot plan the run:\n${planned.stdout}${planned.stderr}`);
  const { tasks } = (JSON.parse(readFileSync(plan, 'utf8')) as NxPlan).tasks;
  return Object.values(tasks).map(({ target }) => ({ projectName: target.project, target: target.target }));
}

const jestOf = (projectName: string): JestNumbers | undefined => {
  const path = join(results, `${projectName}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as JestNumbers) : undefined;
};

async function runProjects(environment: NodeJS.ProcessEnv): Promise<readonly Tally[]> {
  const record = join(cache, 'run.json');
  const line = [...(affectedOnly ? ['affected'] : ['run-many']), '-t', ...targets];
  mkdirSync(cache, { recursive: true });
  const wanted = wantedTasks(line, environment);
  rmSync(results, { recursive: true, force: true });
  rmSync(record, { force: true });
  // Jest does not make the folder its results go to.
  mkdirSync(join(results, '@duly'), { recursive: true });
  if (wanted.length > 0) await run('nx', [...line, '--outputStyle=static', '--nxBail=false'], environment);
  const ran = existsSync(record)
    ? (JSON.parse(readFileSync(record, 'utf8')) as { tasks: RanTask[] }).tasks
    : [];
  return tally(wanted, ran, jestOf);
}

async function checkFormat(environment: NodeJS.ProcessEnv): Promise<Tally> {
  const line = [
    '--check',
    '.',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    join(workspace, '.nx', 'prettier'),
  ];
  const passed = (await run('prettier', line, environment)) === 0;
  const failures = passed ? [] : ['some files are not formatted: run npx prettier --write .'];
  return {
    projectName: 'format',
    passed: passed ? 1 : 0,
    failed: passed ? 0 : 1,
    skipped: 0,
    failures,
    fromCache: false,
  };
}

async function main(): Promise<number> {
  const environment = cleanEnvironment();
  const format = await checkFormat(environment);
  installChromium();
  const [postgres, temporal] = [await postgresServer(), await temporalServer()];
  try {
    const shared = { [sharedServers.postgres]: postgres.url, [sharedServers.temporal]: temporal.address };
    const tallies = [format, ...(await runProjects({ ...environment, ...shared }))];
    console.log(`\n${summary(tallies)}`);
    return tallies.some(one => one.failed > 0) ? 1 : 0;
  } finally {
    await temporal.stop();
    await postgres.stop();
  }
}

// Ctrl-C reaches Nx as well; it ends, and then the servers are stopped as after any run.
process.on('SIGINT', () => undefined);
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
