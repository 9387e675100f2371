import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the packages of Debian and other systems put it; CHROMIUM names another. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', ...places].find(path => path !== '' && existsSync(path));

export const noChromium =
  'There is no Chromium here. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.';

/** Milliseconds: a slow mirror must not hold up a whole run of the specs. */
const patience = 600_000;

/** Puts the system’s own Chromium where a run of the specs finds it, on a machine where that may be done; says what it does. */
export function installChromium(): void {
  if (chromiumPath() !== undefined) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return;
  console.log('Installing Chromium from the packages of this system, for the journeys of the console …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const line of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const done = spawnSync('/usr/bin/apt-get', line, {
      env: environment,
      encoding: 'utf8',
      timeout: patience,
    });
    if (done.status !== 0) console.log(`apt-get ${line[0]} did not succeed: ${done.stderr.slice(-500)}`);
  }
}
