import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, type ProcessIdentity } from './process-identity.js';
import { stopProcess, type StopManner } from './stopping.js';

export interface ChildDescription extends StopManner {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
  /** Everything it prints goes here; the file begins anew at each start. */
  readonly logFile: string;
  /** Run as this user of the machine: PostgreSQL refuses to run as root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface Child extends ProcessIdentity {
  /** How it ended, in words: `exit code 1`, `signal SIGKILL`. Settles once, and never fails. */
  readonly ended: Promise<string>;
  /** Whether it has ended. */
  hasEnded(): boolean;
  stop(): Promise<void>;
  /** The last lines it printed, for an error that says why it did not start. */
  lastWords(): string;
}

const lastLines = (path: string): string =>
  readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n');

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches the starter only, which then stops all in order.
 * Its standard input is a pipe from us: it closes when we are gone, however we ended.
 * @throws Error when the command cannot be run at all.
 */
export async function startChild(description: ChildDescription): Promise<Child> {
  mkdirSync(dirname(description.logFile), { recursive: true });
  const log = openSync(description.logFile, 'w', 0o600);
  const child = spawn(description.command, description.arguments, {
    cwd: description.folder,
    env: description.environment ?? process.env,
    detached: true,
    stdio: ['pipe', log, log],
    ...description.user,
  });
  closeSync(log);
  let end: string | undefined;
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) =>
      resolve((end = signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', error => reject(new Error(`${description.command} cannot be run: ${error.message}`)));
  });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  const identity = identify(child.pid ?? 0);
  return {
    ...identity,
    ended,
    hasEnded: () => end !== undefined,
    lastWords: () => lastLines(description.logFile),
    stop: async () => {
      await stopProcess(identity, description);
      await ended;
    },
  };
}
