import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface GoToolchain {
  readonly path: string;
  /** Where this Go is older than go.mod asks, but new enough (1.21) to fetch the one it asks for as a module. */
  readonly fetchesNewer: boolean;
}

type Version = readonly [number, number, number];

export function parseVersion(written: string): Version | undefined {
  const [, major, minor, patch] = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(written) ?? [];
  return major === undefined || minor === undefined
    ? undefined
    : [Number(major), Number(minor), Number(patch ?? 0)];
}

export function isAtLeast(version: Version, wanted: Version): boolean {
  const place = version.findIndex((part, index) => part !== wanted[index]);
  return place === -1 || (version[place] ?? 0) > (wanted[place] ?? 0);
}

function versionOf(path: string): Version | undefined {
  const asked = spawnSync(path, ['version'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return asked.status === 0 ? parseVersion(asked.stdout) : undefined;
}

/** Every Go on PATH and in its usual places, each asked for its version: a distribution's own is often years old. */
export function findGo(wanted: Version, search = process.env['PATH'] ?? ''): GoToolchain | undefined {
  const folders = [...search.split(delimiter), '/usr/local/go/bin', join(homedir(), 'go', 'bin')];
  const found = [...new Set(folders.filter(Boolean).map(folder => join(folder, 'go')))]
    .filter(path => existsSync(path))
    .flatMap(path => {
      const version = versionOf(path);
      return version ? [{ path, version }] : [];
    });
  const ready = found.find(one => isAtLeast(one.version, wanted));
  if (ready) return { path: ready.path, fetchesNewer: false };
  const fetching = found.find(one => isAtLeast(one.version, [1, 21, 0]));
  return fetching && { path: fetching.path, fetchesNewer: true };
}
