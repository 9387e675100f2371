import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers, freePort } from './clamd.given.js';
import type { S3Settings } from './s3-store.js';

/** `npm run deep` puts it there. */
export const versitygw = [
  process.env['VERSITYGW'] ?? '',
  fileURLToPath(new URL('../../../node_modules/.cache/duly-s3/versitygw', import.meta.url)),
].find(path => existsSync(path));

/** A real S3-compatible server over a folder, with one bucket. @param program where versitygw is */
export async function startS3Server(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'duly-s3-'));
  const bucket = 'documents';
  await mkdir(join(folder, bucket));
  const port = await freePort();
  const [accessKey, secretKey] = ['spec', randomUUID()];
  const child = spawn(
    program,
    ['--access', accessKey, '--secret', secretKey, '--port', `127.0.0.1:${port}`, 'posix', folder],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('versitygw did not start.');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const endpoint = `http://127.0.0.1:${port}`;
  const settings: S3Settings = { endpoint, bucket, region: 'us-east-1', accessKey, secretKey };
  return { settings, stop };
}
