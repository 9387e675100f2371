import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseVersion } from './go-toolchain.js';

export function onPath(command: string, search = process.env['PATH'] ?? ''): string | undefined {
  return search
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, command))
    .find(path => existsSync(path));
}

/** The version of the server inside Temporal's own command line: `temporal version 1.7.0 (Server 1.32.0, UI 2.54.0)`. */
export function versionOfCli(path: string): readonly [number, number, number] | undefined {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const [, server] = /Server (\d+\.\d+\.\d+)/.exec(asked.stdout) ?? [];
  return server === undefined ? undefined : parseVersion(server);
}
