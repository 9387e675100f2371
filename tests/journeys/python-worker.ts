import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, startChild, until, workspace, type Child } from '@duly/infra';

const sample = join(workspace, 'infra', 'sample-worker');
const requirements = join(sample, 'requirements.txt');

function pythonOnPath(): string | undefined {
  return ['python3', 'python'].find(name => {
    try {
      execFileSync(name, ['-c', 'import sys, venv; assert sys.version_info >= (3, 10)'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** An environment with what the sample needs, made once for each list of requirements. @returns its Python, or why there is none */
export function samplePython(): { readonly python: string } | { readonly without: string } {
  const found = pythonOnPath();
  if (!found) return { without: 'Python 3.10 or newer with venv is not on PATH' };
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `sample-worker-${digest}`);
  const python = join(folder, 'bin', 'python');
  const done = join(folder, 'whole');
  if (existsSync(done)) return { python };
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cacheFolder(), { recursive: true });
    execFileSync(found, ['-m', 'venv', folder], { stdio: 'ignore' });
    execFileSync(python, ['-m', 'pip', 'install', '-q', '-r', requirements], { stdio: 'ignore' });
    mkdirSync(`${done}.new`);
    renameSync(`${done}.new`, done);
    return { python };
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return { without: 'its packages could not be installed from the package index' };
  }
}

/** The sample worker, in a process of its own. */
export async function startSampleWorker(
  python: string,
  environment: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Child> {
  const child = await startChild({
    command: python,
    arguments: ['-u', join(sample, 'worker.py')],
    environment: { PATH: process.env['PATH'], ...environment },
    logFile,
  });
  await until('The sample worker', 60, () => {
    if (child.hasEnded()) throw new Error(`The sample worker ended: ${child.lastWords()}`);
    return Promise.resolve(child.lastWords().includes('ready') || undefined);
  });
  return child;
}
