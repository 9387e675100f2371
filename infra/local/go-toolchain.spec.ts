import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findGo, isAtLeast, parseVersion } from './go-toolchain.js';
import { onPath, versionOfCli } from './temporal-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-go-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(place: string, name: string, output: string): string {
  mkdirSync(join(folder, place), { recursive: true });
  const path = join(folder, place, name);
  writeFileSync(path, `#!/bin/sh\necho '${output}'\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('finding a Go that is new enough', () => {
  it.each([
    ['go version go1.26.8 linux/amd64', [1, 26, 8]],
    ['go version go1.27 darwin/arm64', [1, 27, 0]],
    ['no version', undefined],
  ])('reads “%s”', (written, version) => expect(parseVersion(written)).toEqual(version));

  it.each([
    [[1, 26, 8], [1, 26, 8], true],
    [[1, 27, 0], [1, 26, 8], true],
    [[1, 26, 7], [1, 26, 8], false],
    [[1, 9, 9], [1, 26, 8], false],
    [[2, 0, 0], [1, 26, 8], true],
  ] as const)('compares %j with %j', (version, least, answer) =>
    expect(isAtLeast(version, least)).toBe(answer),
  );

  it('passes over an old Go that comes first on PATH', () => {
    program('old', 'go', 'go version go1.19.8 linux/amd64');
    const good = program('new', 'go', 'go version go99.1.0 linux/amd64');
    const path = [join(folder, 'old'), join(folder, 'new')].join(delimiter);
    expect(findGo([99, 0, 0], path)).toEqual({ path: good, fetchesNewer: false });
  });

  it('takes one that can fetch a newer one only when there is none', () => {
    const fetching = program('fetching', 'go', 'go version go1.22.0 linux/amd64');
    expect(findGo([99, 0, 0], join(folder, 'fetching'))).toEqual({ path: fetching, fetchesNewer: true });
  });
});

describe('Temporal’s own command line', () => {
  it('is found on PATH and asked for the server inside it', () => {
    const path = program('cli', 'temporal', 'temporal version 1.7.0 (Server 1.32.0, UI 2.54.0)');
    expect(onPath('temporal', join(folder, 'cli'))).toBe(path);
    expect(versionOfCli(path)).toEqual([1, 32, 0]);
  });

  it('has no known version when it is something else', () => {
    expect(versionOfCli(program('other', 'temporal', 'another program'))).toBeUndefined();
    expect(onPath('temporal', join(folder, 'none'))).toBeUndefined();
  });
});
