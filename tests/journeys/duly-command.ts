import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { workspace } from '@duly/infra';
import type { Journey } from './journey.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

interface Where {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

export function run(program: string, args: readonly string[], where: Where): Promise<Said> {
  return new Promise(resolve =>
    execFile(program, args, { ...where, maxBuffer: 64 * 1024 * 1024 }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    ),
  );
}

/** What the command line needs to know of a journey's servers. */
export function settingsOf(journey: Journey): NodeJS.ProcessEnv {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE, OIDC_ISSUER } = journey.environment;
  const temporal = { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE };
  return { PATH: process.env['PATH'], ...temporal, OIDC_ISSUER, API_URL: journey.url };
}

/** Runs the command line as it ships, against the servers of a journey. */
export function duly(
  journey: Journey,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const program = join(workspace, 'apps', 'cli', 'bin', 'duly.mjs');
  return run(process.execPath, [program, ...args], { env: { ...settingsOf(journey), ...settings } });
}
