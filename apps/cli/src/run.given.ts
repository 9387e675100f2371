import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/duly.mjs', import.meta.url));

export interface Run {
  readonly lines: readonly string[];
  readonly errors: string;
  readonly code: number | null;
}

/** Runs the built command as a process of its own, as a person would; its bundle is what `nx build @duly/cli` made. */
export async function duly(
  args: readonly string[],
  input: string | Buffer = '',
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Run> {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: 'pipe', env: environment });
  let [out, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // A command that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { lines: out.split('\n').slice(0, -1), errors, code };
}

/** One line of output as the object it holds. */
export function read(line: string | undefined): Readonly<Record<string, unknown>> {
  return JSON.parse(line ?? '') as Readonly<Record<string, unknown>>;
}
