import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Courier } from '@duly/courier';
import type { KeptHead } from '@duly/register';
import { readSettings } from '@duly/settings';
import { headPlacesFrom } from './head-places.js';

const head: KeptHead = {
  number: 1,
  size: 42,
  signedAt: '2036-03-31T09:00:00.000Z',
  note: `council.example/duly\n42\n${'A'.repeat(43)}=\ntime 2036-03-31T09:00:00.000Z\n\n— council.example/duly ${'A'.repeat(91)}=\n`,
};

interface Heard {
  readonly type: string | undefined;
  readonly body: string;
}

/** What an auditor runs: takes what is posted, and answers as it is told. */
const heard: Heard[] = [];
const answers: number[] = [];
let server: Server;
let address: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duly-heads-'));
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ type: request.headers['content-type'], body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const found = server.address();
  address = typeof found === 'object' && found ? `127.0.0.1:${found.port}` : '';
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const nobody = { send: () => Promise.reject(new Error('no letter is sent here')) };

function placesWith(more: Readonly<Record<string, string>>) {
  const environment = {
    DATABASE_URL: 'postgres://localhost/none',
    KEYS_DATABASE_URL: 'postgres://localhost/none',
    TREE_HEAD_WEBHOOK: `http://${address}/heads`,
    ...more,
  };
  const settings = readSettings('worker', environment);
  return headPlacesFrom(settings, nobody as never, new Courier({ loopback: [address], totalTimeout: 5_000 }));
}

describe('a signed tree head', () => {
  it('is posted to the auditor’s endpoint as it is: it is signed, so nothing more has to be', async () => {
    const [place] = placesWith({});
    heard.length = 0;
    await place?.put(head);
    expect(place?.name).toBe('webhook');
    expect(heard).toEqual([{ type: 'text/plain; charset=utf-8', body: head.note }]);
  });

  it('is not published while the endpoint does not answer that it has taken it', async () => {
    const [place] = placesWith({});
    answers.push(503);
    await expect(place?.put(head)).rejects.toThrow('has not taken the tree head: HTTP 503');
    const [away] = placesWith({ TREE_HEAD_WEBHOOK: 'http://127.0.0.1:9/heads' });
    await expect(away?.put(head)).rejects.toThrow('has not taken the tree head');
  });

  it('is added to the file of heads after those before it', async () => {
    const file = join(folder, 'heads.txt');
    const places = placesWith({ TREE_HEAD_FILE: file });
    const inFile = places.find(({ name }) => name === 'file');
    await inFile?.put(head);
    await inFile?.put(head);
    expect(readFileSync(file, 'utf8')).toBe(`${head.note}\n${head.note}\n`);
  });
});
