// The way in for `npm start`, `npm test` and `npm run demo`: on a fresh clone nothing is installed or built yet, so only Node's own modules are used here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const programs = {
  start: { needs: ['run-many', '-t', 'build'], runs: 'dist/infra/local/start.js' },
  test: { needs: ['run-many', '-t', 'build', '-p', '@duly/infra'], runs: 'dist/infra/local/test-run.js' },
  histories: { needs: ['run-many', '-t', 'build'], runs: 'dist/infra/generate/histories.js' },
  demo: { needs: ['run-many', '-t', 'build'], runs: 'dist/infra/demo/demo.js' },
};

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(
    `Duly needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one, for example the current LTS.`,
  );
}

/** What npm says was installed, against what the lock file asks for; parts for other machines may be missing. */
function isInstalled() {
  const installedLock = join(workspace, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      !path.startsWith('node_modules/') ||
      optional ||
      devOptional ||
      peer ||
      installed[path]?.version === version,
  );
}

function run(command, line, what) {
  const { status, error } = spawnSync(command, line, { cwd: workspace, stdio: 'inherit', env: process.env });
  if (status !== 0)
    giveUp(`${what} failed${error ? `: ${error.message}` : ''}. What is printed above says why.`);
}

function install() {
  if (isInstalled()) return;
  console.log('Installing what is missing (npm ci) …');
  const npm = process.env.npm_execpath;
  const line = ['ci', '--no-audit', '--no-fund'];
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...line], 'npm ci');
  else run('npm', line, 'npm ci');
}

function build(needs) {
  const line = [join(workspace, 'node_modules', '.bin', 'nx'), ...needs, '--outputStyle=static'];
  const built = spawnSync(process.execPath, line, { cwd: workspace, env: process.env, encoding: 'utf8' });
  if (built.status === 0) return;
  process.stderr.write(built.stdout + built.stderr);
  giveUp('The build failed. What is printed above says why.');
}

function giveUp(message) {
  console.error(message);
  if (process.argv[2] === 'test') console.log('0 passed, 1 failed');
  process.exit(1);
}

const program = programs[process.argv[2]];
if (!program) giveUp(`Say what to run: ${Object.keys(programs).join(', ')}.`);
refuseOldNode();
process.chdir(workspace);
process.env.PATH = [join(workspace, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
process.env.NX_TUI = 'false';
install();
build(program.needs);
if (!existsSync(join(workspace, program.runs)))
  giveUp(`${program.runs} is missing, although the build succeeded.`);
process.argv.splice(1, 2, join(workspace, program.runs));
await import(pathToFileURL(join(workspace, program.runs)).href);
