// Proves the README on a machine that knows nothing of us: clones the last commit into an empty folder, with an empty HOME and a bare
// environment, and runs its commands as written. Minutes long: the Temporal server may have to be built first.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'duly-fresh-'));
const clone = join(folder, 'duly');
const environment = { PATH: process.env.PATH, HOME: join(folder, 'home'), LANG: 'C.UTF-8' };

function run(command, ...words) {
  console.log(`\n▶ ${[command, ...words].join(' ')}`);
  const { status } = spawnSync(command, words, {
    cwd: clone,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`${[command, ...words].join(' ')} ended with ${status}.`);
}

/** Waits for the table of addresses, then stops as Ctrl-C does. */
function startAndStop() {
  console.log('\n▶ npm start, until it is up, then Ctrl-C');
  return new Promise((resolve, reject) => {
    const start = spawn('npm', ['start'], {
      cwd: clone,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    let said = '';
    start.stdout.on('data', words => {
      process.stdout.write(words);
      const wasUp = said.includes('Ctrl-C stops everything');
      said += words;
      if (!wasUp && said.includes('Ctrl-C stops everything')) process.kill(-start.pid, 'SIGINT');
    });
    start.on('exit', () =>
      said.includes('Stopped.')
        ? resolve()
        : reject(new Error('npm start did not come up, or did not stop in order.')),
    );
  });
}

try {
  spawnSync('git', ['clone', '--quiet', workspace, clone], { stdio: 'inherit' });
  run('mkdir', '-p', environment.HOME);
  run('npm', 'test');
  await startAndStop();
  run('npm', 'run', 'demo');
  console.log('\nA fresh clone passes the README’s commands.');
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  // Go keeps its modules read-only.
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
}
