import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { workspace } from '@duly/infra';
import type { Journey } from './journey.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Runs the command line as it ships, against the servers of a journey. */
export function duly(
  journey: Journey,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const { TEMPORAL_ADDRESS, OIDC_ISSUER } = journey.environment;
  const env = { PATH: process.env['PATH'], TEMPORAL_ADDRESS, OIDC_ISSUER, API_URL: journey.url, ...settings };
  const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
  return new Promise(resolve =>
    execFile(process.execPath, [program, ...args], { env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    ),
  );
}
