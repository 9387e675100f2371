import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ClamScanner, NotScanned } from './scanner.js';

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) await new Promise(resolve => server.close(resolve));
});

/** A server that does what a scanner may do; the real one is tried in `scanner.clamd.spec.ts`. */
async function serverThat(does: (socket: Socket, received: Buffer) => void): Promise<ClamScanner> {
  const server = createServer(socket => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      received = Buffer.concat([received, bytes]);
      does(socket, received);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return new ClamScanner({
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    patience: 0.2,
  });
}

const isWhole = (received: Buffer): boolean => received.subarray(-4).equals(Buffer.alloc(4));
const answering = (answer: string) =>
  serverThat((socket, received) => {
    if (isWhole(received)) socket.end(answer);
  });
const aDocument = () => Readable.from([Buffer.from('a document')]);

describe('the virus scanner', () => {
  it('is sent the document in chunks behind their lengths, with nothing left out', async () => {
    const kept: Buffer[] = [];
    const scanner = await serverThat((socket, received) => {
      if (!isWhole(received)) return;
      kept.push(received);
      socket.end('stream: OK\0');
    });
    expect(await scanner.scan(aDocument())).toEqual({ verdict: 'clean' });
    expect(kept[0]?.toString('latin1')).toBe('zINSTREAM\0\0\0\0\na document\0\0\0\0');
  });

  it('names what it found', async () => {
    const scanner = await answering('stream: Eicar-Test-Signature FOUND\0');
    expect(await scanner.scan(aDocument())).toEqual({ verdict: 'infected', name: 'Eicar-Test-Signature' });
  });

  it.each([
    '',
    'stream: ',
    'OK',
    'stream: OK and more',
    'INSTREAM size limit exceeded. ERROR\0',
    'UNKNOWN COMMAND\0',
  ])('that answers %j has not said that the document is clean', async answer => {
    await expect((await answering(answer)).scan(aDocument())).rejects.toThrow(NotScanned);
  });

  it('may answer before it has all, and its answer counts', async () => {
    const scanner = await serverThat(socket => socket.end('stream: Early FOUND\0'));
    const large = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(65_536)));
    await expect(scanner.scan(large)).resolves.toMatchObject({ verdict: 'infected' });
  });

  it('that is away, silent or hangs up gives no verdict', async () => {
    const silent = await serverThat(() => undefined);
    const hangsUp = await serverThat(socket => socket.destroy());
    const away = new ClamScanner({ host: '127.0.0.1', port: 1, patience: 0.2 });
    for (const scanner of [silent, hangsUp, away])
      await expect(scanner.scan(aDocument())).rejects.toThrow(NotScanned);
  });

  it('is not asked to judge a document that cannot be read', async () => {
    const scanner = await answering('stream: OK\0');
    const broken = new Readable({ read: () => undefined }).destroy(new Error('it does not open'));
    await expect(scanner.scan(broken)).rejects.toThrow('it does not open');
  });
});
