import { Readable } from 'node:stream';
import { clamd, eicar, startClamd } from './clamd.given.js';
import { ClamScanner, NotScanned } from './scanner.js';

if (clamd === undefined)
  process.stderr.write(
    'The real scanner is not tried: npm run deep installs it, or apt-get install clamav-daemon.\n',
  );

(clamd === undefined ? describe.skip : describe)('clamd itself', () => {
  let scanner: ClamScanner;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startClamd(clamd ?? '');
    stop = server.stop;
    scanner = new ClamScanner({ host: '127.0.0.1', port: server.port, patience: 20 });
  }, 90_000);
  afterAll(() => stop());

  it('finds what its signatures name, alone and inside a larger document', async () => {
    for (const text of [eicar, `${'before '.repeat(50_000)}${eicar}${' after'.repeat(50_000)}`]) {
      expect(await scanner.scan(Readable.from([Buffer.from(text)]))).toMatchObject({
        verdict: 'infected',
        name: expect.stringContaining('Duly-Eicar'),
      });
    }
  });

  it('says that a harmless document is clean, an empty one too', async () => {
    expect(await scanner.scan(Readable.from([Buffer.from('harmless')]))).toEqual({ verdict: 'clean' });
    expect(await scanner.scan(Readable.from([]))).toEqual({ verdict: 'clean' });
  });

  it('gives no verdict on a document beyond its limit', async () => {
    const large = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(65_536, 'x')));
    await expect(scanner.scan(large)).rejects.toThrow(NotScanned);
  });
});
