import { createHash } from 'node:crypto';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, type Entry } from '@zip.js/zip.js';
import yauzl from 'yauzl';
import { collectedOf, everyType, hostile, hostileRecords, vocabulary } from '../hostile-records.given.js';
import type { PackageContents } from './contents.js';
import { writePackage, type Packing } from './write-package.js';

const contents: PackageContents = {
  facts: {
    reference: 'DR-2036-000042',
    madeOn: '2036-04-21',
    controller: { name: 'Example <Council> & Co', address: '1 High Street', contact: 'data@example.org' },
    vocabulary,
  },
  collected: [hostile, collectedOf({ ...everyType, name: 'orders' }, [])],
  documents: [
    {
      source: 'crm',
      name: '0001.pdf',
      mediaType: 'application/pdf',
      description: 'The contract of <2030>',
      content: () => Readable.from([Buffer.from('%PDF-1.7 as it is held')]),
    },
  ],
  beside: [],
};

async function packed(what = contents, packing?: Packing): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  await writePackage(what, stream, packing);
  return whole;
}

/** Opened by another program than the one that wrote it. */
function opened(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error) return reject(error);
      const files = new Map<string, Buffer>();
      file.on('error', reject);
      file.on('end', () => resolve(files));
      file.on('entry', (entry: yauzl.Entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          void buffer(stream).then(bytes => {
            files.set(entry.fileName, bytes);
            file.readEntry();
          }, reject);
        });
      });
      file.readEntry();
    });
  });
}

interface Manifest {
  readonly warning: string;
  readonly entities: readonly { name: string; fields: readonly { origin: string; basis: string }[] }[];
  readonly files: readonly { path: string; sha256: string; bytes: number }[];
}

const manifestOf = (files: ReadonlyMap<string, Buffer>): Manifest =>
  JSON.parse((files.get('manifest.json') ?? '').toString()) as Manifest;

describe('a package', () => {
  it('holds each entity in every format, a page to read, the documents, and the manifest last', async () => {
    const names = [...(await opened(await packed())).keys()];
    expect(names).toEqual([
      'overview.html',
      ...['notes', 'orders'].flatMap(name => [
        `data/csv/crm.${name}.csv`,
        `data/json/crm.${name}.json`,
        `data/json/crm.${name}.schema.json`,
        `data/xml/crm.${name}.xml`,
        `data/xml/crm.${name}.xsd`,
        `data/rdf/crm.${name}.jsonld`,
      ]),
      'data/rdf/vocabulary.jsonld',
      'documents/crm/0001.pdf',
      'manifest.json',
    ]);
  });

  it('tells in its manifest the hash and length of every other file, each field’s origin and basis, and the warning', async () => {
    const files = await opened(await packed());
    const { files: listed, entities, warning } = manifestOf(files);
    const found = [...files].filter(([path]) => path !== 'manifest.json');
    expect(listed.map(({ path, sha256, bytes }) => [path, sha256, bytes])).toEqual(
      found.map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex'), bytes.length]),
    );
    expect(entities[0]?.fields[0]).toMatchObject({ origin: 'provided', basis: 'contract' });
    expect(warning).toMatch(/encrypted/);
  });

  it('is the same byte for byte when it is made again', async () => {
    expect((await packed()).equals(await packed())).toBe(true);
  });

  it('shows the data on its page as text, never as markup', async () => {
    const page = (await opened(await packed())).get('overview.html')?.toString() ?? '';
    expect(page).not.toMatch(/<script|<Council>/);
    expect(page).toContain('Example &lt;Council&gt; &amp; Co');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain(`All ${hostileRecords.length} records`);
  });

  it('with a password opens with it alone', async () => {
    const zip = await packed(contents, { password: 'correct horse' });
    expect(zip.includes('as it is held')).toBe(false);
    const entriesWith = async (password: string) => {
      const [first] = await new ZipReader(new Uint8ArrayReader(zip), { password }).getEntries();
      return (first as Entry & { getData(writer: Uint8ArrayWriter): Promise<Uint8Array> }).getData(
        new Uint8ArrayWriter(),
      );
    };
    expect(Buffer.from(await entriesWith('correct horse')).toString()).toContain('<!doctype html>');
    await expect(entriesWith('wrong')).rejects.toThrow(/password/i);
  });

  it('fails whole where a source fails, and where two entities have one name', async () => {
    const broken = {
      entity: everyType,
      records: () =>
        new Readable({ objectMode: true, read: () => undefined }).destroy(new Error('the source went away')),
    };
    await expect(
      writePackage({ ...contents, collected: [broken] }, new PassThrough().resume()),
    ).rejects.toThrow('the source went away');
    await expect(packed({ ...contents, collected: [hostile, hostile] })).rejects.toThrow(/Two entities/);
  });

  it('fails where what it is written to fails: a full disk', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(new Error('ENOSPC')),
    });
    await expect(writePackage(contents, full)).rejects.toThrow('ENOSPC');
  });
});
