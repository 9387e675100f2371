import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LocalSettings, readSettings } from '@duly/settings';
import { whenNpmIsGone } from './ancestors.js';
import { type AppEnvironment, appEnvironment, environmentFile } from './app-environment.js';
import { startChild } from './child-process.js';
import { DataFolder } from './data-folder.js';
import { refuseTakenPorts } from './ports.js';
import { Processes } from './processes.js';
import { step } from './progress.js';
import { bringApi, bringConsole, bringWorker, isBuilt } from './start-apps.js';
import { type Beneath, bringMail, bringPostgres, bringSignIn, bringTemporal } from './start-servers.js';
import { startTable } from './start-table.js';
import { claim } from './starter-lock.js';
import { workspace } from './workspace.js';

const usage = `npm start                what was kept goes on; a first start opens a dozen made-up requests
npm start -- --empty     a first start without made-up requests
npm start -- --fresh     starts over: all cases and letters of this folder are forgotten
npm start -- --servers   only what is beneath the apps; their environment is written to apps.env in the data folder`;

const known = ['--empty', '--fresh', '--servers'] as const;
type Flags = ReadonlySet<string>;

const portsOf = (settings: LocalSettings) => [
  { port: settings.postgresPort, for: 'PostgreSQL', setting: 'POSTGRES_PORT' },
  ...(settings.temporalAddress === undefined
    ? [
        { port: settings.temporalPort, for: 'Temporal', setting: 'TEMPORAL_PORT' },
        { port: settings.temporalUiPort, for: 'Temporal’s pages', setting: 'TEMPORAL_UI_PORT' },
      ]
    : []),
  { port: settings.smtpPort, for: 'catching letters', setting: 'SMTP_PORT' },
  { port: settings.mailPagePort, for: 'the page of letters', setting: 'MAIL_PAGE_PORT' },
  { port: settings.signInPort, for: 'the sign-in', setting: 'SIGN_IN_PORT' },
  { port: settings.apiPort, for: 'the API', setting: 'API_PORT' },
  { port: settings.consolePort, for: 'the console', setting: 'CONSOLE_PORT' },
];

/** Their ports are free to be taken where only the servers beneath them are brought up. */
const ofApps = ['API_PORT', 'CONSOLE_PORT'];

async function bringApps(beneath: Beneath, environment: AppEnvironment): Promise<void> {
  const { processes, settings } = beneath;
  const missing = 'is left out: its bundle is not built';
  if (isBuilt('worker'))
    await step('Worker', () => bringWorker(processes, { ...process.env, ...environment }));
  else console.log(`  Worker ${missing} (dist/apps/worker/main.js)`);
  if (isBuilt('api'))
    await step('API', () =>
      bringApi(processes, { ...process.env, ...environment }, `http://127.0.0.1:${settings.apiPort}`),
    );
  else console.log(`  API ${missing} (dist/apps/api/main.js)`);
  if (isBuilt('console'))
    await step('Console', () => bringConsole(processes, { ...process.env, ...environment }));
  else console.log(`  Console ${missing} (dist/apps/console/main.js)`);
}

/** Opens the made-up requests of a first start, through the API as anyone would. */
async function seed({ folder, processes }: Beneath, environment: AppEnvironment): Promise<void> {
  const program = join(workspace, 'dist', 'infra', 'local', 'seed.js');
  if (!existsSync(program) || !isBuilt('api') || !isBuilt('worker')) return;
  await step('Made-up requests', async () => {
    const child = await startChild({
      command: process.execPath,
      arguments: [program],
      folder: workspace,
      environment: { ...process.env, ...environment },
      logFile: processes.logFile('seed'),
    });
    const end = await child.ended;
    if (end !== 'exit code 0')
      throw new Error(`The made-up requests could not all be opened (${end}):\n${child.lastWords()}`);
  });
  folder.rememberFirstStart();
}

async function bringAll(beneath: Beneath, flags: Flags): Promise<void> {
  const { settings, folder, processes } = beneath;
  const orphans = await processes.records.endOrphans();
  if (orphans.length > 0) console.log(`  ended what an earlier start left running: ${orphans.join(', ')}`);
  await refuseTakenPorts(
    portsOf(settings).filter(one => !ofApps.includes(one.setting) || !flags.has('--servers')),
  );
  const postgres = await step('PostgreSQL', () => bringPostgres(beneath));
  const temporal = await step('Temporal', () => bringTemporal(beneath, postgres));
  const mailPage = await step('Mail catcher', () => bringMail(beneath));
  const issuer = await step('Sign-in', () => bringSignIn(beneath));
  const environment = appEnvironment(settings, postgres, temporal, issuer, folder.at('history-archive'));
  folder.write('apps.env', environmentFile(environment));
  if (!flags.has('--servers')) {
    await bringApps(beneath, environment);
    if (flags.has('--empty')) folder.rememberFirstStart();
    if (folder.isFirstStart) await seed(beneath, environment);
  }
  console.log(startTable({ settings, temporal, mailPage, issuer, folder: folder.path }));
}

/** Why to stop, in words: a signal, the end of npm, or the end of a process nobody stopped. */
function reasonToStop(processes: Processes): Promise<string> {
  const told = new Promise<string>(resolveTold => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolveTold(`told by ${signal}`));
    whenNpmIsGone(() => resolveTold('the npm that started it is gone'));
  });
  return Promise.race([
    told.then(words => `Stopping, ${words}.`),
    processes.unexpectedEnd.then(words => `Stopping, because ${words}`),
  ]);
}

async function main(): Promise<number> {
  const flags = new Set(process.argv.slice(2));
  const unknown = [...flags].filter(flag => !known.some(one => one === flag));
  if (unknown.length > 0) throw new Error(`${unknown.join(' ')} is not known. These are:\n${usage}`);
  const settings = readSettings('local');
  const path = resolve(workspace, settings.dataFolder);
  const held = await claim(join(path, 'starter.json'));
  const folder = new DataFolder(path);
  const processes = new Processes(path);
  const stop = reasonToStop(processes);
  let failed = false;
  try {
    if (flags.has('--fresh')) {
      await processes.records.endOrphans();
      folder.empty();
    }
    const beneath = { settings, folder, processes, say: (line: string) => console.log(`    ${line}`) };
    const brought = bringAll(beneath, flags).then(() => stop);
    const words = await Promise.race([brought, stop]);
    failed = words.startsWith('Stopping, because');
    console.log(`\n${words}`);
  } finally {
    held.stopping();
    await processes.stopAll();
    held.giveBack();
  }
  console.log('Stopped. Everything is kept; start again with npm start.');
  return failed ? 1 : 0;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
