// Installs a program from the packages of this system for `npm run deep`, once, on a machine where that may be done. Elsewhere what needs it
// is left out, and says so. `node infra/local/system-package.mjs PROGRAM PACKAGE`: /usr/bin/soffice libreoffice-calc-nogui
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const [program, name] = process.argv.slice(2);
if (!program || !name) {
  console.error('Usage: node infra/local/system-package.mjs PROGRAM PACKAGE');
  process.exit(2);
}

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!existsSync(program) && mayInstall) {
  console.log(`Installing ${name} from the packages of this system …`);
  for (const line of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ]) {
    const { status, stderr } = spawnSync('/usr/bin/apt-get', line, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`apt-get ${line[0]} did not succeed: ${stderr.slice(-500)}`);
  }
}
