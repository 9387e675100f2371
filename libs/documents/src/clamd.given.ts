import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Debian's package clamav-daemon puts it here. */
export const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find(path => existsSync(path));

/** The EICAR test file, written in two parts so that no scanner takes this source for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

export const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });

/** The real scanner with one signature of its own, on a free port. @param program where clamd is */
export async function startClamd(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'duly-clamd-'));
  const port = await freePort();
  await writeFile(join(folder, 'duly.ndb'), `Duly-Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const configuration = {
    Foreground: 'yes',
    DatabaseDirectory: folder,
    TCPAddr: '127.0.0.1',
    TCPSocket: port,
    TemporaryDirectory: folder,
    StreamMaxLength: '1M',
    User: userInfo().username,
  };
  const file = join(folder, 'clamd.conf');
  const lines = Object.entries(configuration).map(([name, value]) => `${name} ${value}\n`);
  await writeFile(file, lines.join(''));
  const child = spawn(program, ['--config-file', file], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('clamd did not start.');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { port, stop };
}
