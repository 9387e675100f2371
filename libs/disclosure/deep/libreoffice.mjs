// Installs the system's own LibreOffice for `npm run deep`, once, on a machine where that may be done. Elsewhere the try is left out, and says so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!existsSync('/usr/bin/soffice') && mayInstall) {
  console.log('Installing LibreOffice Calc from the packages of this system, to read CSV with it …');
  for (const line of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'libreoffice-calc-nogui'],
  ]) {
    const { status, stderr } = spawnSync('/usr/bin/apt-get', line, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`apt-get ${line[0]} did not succeed: ${stderr.slice(-500)}`);
  }
}
