import { createHash } from 'node:crypto';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import { collectedOf, everyType, hostile, hostileRecords, vocabulary } from '../hostile-records.given.js';
import { writePackage } from '../package/write-package.js';
import { examinePackage, openFile, type Examining } from './examine-package.js';
import { PackageRefused, type PackageFault } from './package-refused.js';
import { usualLimits, type ExpansionLimits, type PackageBytes } from './zip-contents.js';

type Entry = readonly [path: string, content: string | Uint8Array, options?: ZipWriterAddDataOptions];

async function zipOf(...entries: readonly Entry[]): Promise<Buffer> {
  const zip = new PassThrough();
  const whole = buffer(zip);
  const writer = new ZipWriter(Writable.toWeb(zip));
  for (const [path, content, options = {}] of entries)
    await writer.add(path, new Blob([content as string]).stream(), options);
  await writer.close();
  return whole;
}

const bytesOf = (zip: Buffer): PackageBytes => ({
  length: zip.length,
  read: (offset, length) => Promise.resolve(zip.subarray(offset, offset + length)),
});

const listed = ([path, content]: Entry, mediaType = 'text/plain') => {
  const bytes = Buffer.from(content as string);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, mediaType, description: 'What it is.', bytes: bytes.length, sha256 };
};

const kind = 'duly-package/1';
const manifest = (files: readonly object[], entities: readonly object[] = []): Entry => [
  'manifest.json',
  JSON.stringify({ kind, files, entities }),
];

const letter: Entry = ['documents/crm/0001.txt', 'A letter.'];
const notes = { source: 'crm', name: 'notes', description: 'Notes', fields: [{ name: 'note' }] };
const recordsOf = (records: unknown, of: object = { source: 'crm', entity: 'notes' }): Entry => [
  'data/json/crm.notes.json',
  JSON.stringify({ ...of, records }),
];

const readToTheEnd: Examining['scan'] = async content => {
  for await (const _chunk of content) continue;
};
const examined = (zip: Buffer, limits: ExpansionLimits = usualLimits, scan = readToTheEnd) =>
  examinePackage(bytesOf(zip), { limits, scan });

/** Why it is not taken. @throws Error where it is taken */
async function fault(zip: Buffer, limits?: ExpansionLimits, scan?: Examining['scan']): Promise<PackageFault> {
  try {
    await examined(zip, limits, scan);
  } catch (error) {
    if (error instanceof PackageRefused) return error.because;
    throw error;
  }
  throw new Error('The package was taken.');
}

const contents = {
  facts: {
    reference: 'DR-2036-000042',
    madeOn: '2036-04-21',
    controller: { name: 'First Power', address: '1 High Street', contact: 'data@first-power.example' },
    vocabulary,
  },
  collected: [hostile, collectedOf({ ...everyType, name: 'orders' }, [])],
  documents: [
    {
      source: 'crm',
      name: '0001.pdf',
      mediaType: 'application/pdf',
      description: 'The contract',
      content: () => Readable.from([Buffer.from('%PDF-1.7 as it is held')]),
    },
  ],
  beside: [],
};

async function ours(): Promise<Buffer> {
  const zip = new PassThrough();
  const whole = buffer(zip);
  await writePackage(contents, zip);
  return whole;
}

describe('a package as Duly writes it', () => {
  it('is taken: its items are the records of each entity, counted, and its documents; the scanner has seen every file', async () => {
    const zip = await ours();
    let seen = 0;
    const items = await examined(zip, usualLimits, content => {
      seen += 1;
      return readToTheEnd(content);
    });
    expect(items.map(({ kind: of, path, records }) => [of, path, records])).toEqual([
      ['records', 'data/json/crm.notes.json', hostileRecords.length],
      ['records', 'data/json/crm.orders.json', 0],
      ['document', 'documents/crm/0001.pdf', null],
    ]);
    // Two entities in six files each; the page, the vocabulary, the document.
    expect(seen).toBe(15);
    const content = await openFile(bytesOf(zip), 'documents/crm/0001.pdf', usualLimits);
    expect((await buffer(content)).toString()).toBe('%PDF-1.7 as it is held');
    await expect(openFile(bytesOf(zip), 'documents/crm/0002.pdf', usualLimits)).rejects.toThrow(
      'not-as-listed',
    );
  });

  it('is refused where the scanner finds something, and waits where it gives no verdict', async () => {
    const zip = await ours();
    const infected = () => Promise.reject(new PackageRefused('infected'));
    expect(await fault(zip, usualLimits, infected)).toBe('infected');
    const silent = () => Promise.reject(new Error('clamd is down'));
    await expect(examined(zip, usualLimits, silent)).rejects.toThrow('clamd is down');
  });

  it('is refused where it was cut, and where one byte of it is another', async () => {
    const zip = await ours();
    expect(await fault(zip.subarray(0, zip.length - 40))).toBe('not-a-package');
    const changed = Buffer.from(zip);
    // In the bytes of its first file.
    changed.writeUInt8((changed.readUInt8(200) + 1) % 256, 200);
    expect(['not-readable', 'not-as-listed']).toContain(await fault(changed));
  });

  it('is refused beyond so many files, and beyond so many bytes together', async () => {
    const zip = await ours();
    expect(await fault(zip, { ...usualLimits, files: 15 })).toBe('expands-too-far');
    expect(await fault(zip, { ...usualLimits, bytes: 1_000 })).toBe('expands-too-far');
    await expect(examined(zip, { ...usualLimits, files: 16 })).resolves.toHaveLength(3);
  });
});

describe('a package of somebody else', () => {
  it.each<readonly [string, PackageFault, readonly Entry[]]>([
    ['without a manifest', 'not-a-package', [letter]],
    ['whose manifest is no JSON', 'not-readable', [['manifest.json', '{']]],
    ['whose manifest is of another kind', 'not-a-package', [['manifest.json', '{"kind":"other/1"}']]],
    ['whose manifest lists no files', 'not-a-package', [['manifest.json', JSON.stringify({ kind })]]],
    ['that holds a file which is not listed', 'not-as-listed', [letter, manifest([])]],
    ['that lacks a file which is listed', 'not-as-listed', [manifest([listed(letter)])]],
    [
      'that lists one file in the place of another',
      'not-as-listed',
      [letter, manifest([{ ...listed(letter), path: 'documents/crm/0002.txt' }])],
    ],
    ['whose manifest lists itself', 'not-as-listed', [manifest([listed(['manifest.json', ''])])]],
    [
      'with a file of another hash',
      'not-as-listed',
      [letter, manifest([{ ...listed(letter), sha256: '0'.repeat(64) }])],
    ],
    ['with a file of another length', 'not-as-listed', [letter, manifest([{ ...listed(letter), bytes: 8 }])]],
    ['with an entity that has no records', 'not-as-listed', [letter, manifest([listed(letter)], [notes])]],
    [
      'with a field that nobody described',
      'not-as-listed',
      [
        recordsOf([{ note: 'a', other: 'b' }]),
        manifest([listed(recordsOf([{ note: 'a', other: 'b' }]))], [notes]),
      ],
    ],
    [
      'whose records are those of another entity',
      'not-as-listed',
      [
        recordsOf([], { source: 'crm', entity: 'orders' }),
        manifest([listed(recordsOf([], { source: 'crm', entity: 'orders' }))], [notes]),
      ],
    ],
    [
      'whose records are no list',
      'not-as-listed',
      [recordsOf('none'), manifest([listed(recordsOf('none'))], [notes])],
    ],
  ])('%s is refused', async (_what, because, entries) => {
    expect(await fault(await zipOf(...entries))).toBe(because);
  });

  it.each([
    '../x.txt',
    '/etc/x.txt',
    'a/../b.txt',
    'a\\b.txt',
    '.hidden',
    'a//b.txt',
    'a/',
    'C:x.txt',
    'é.txt',
    'a/b/c/d/e/f.txt',
    `${'x'.repeat(130)}.txt`,
  ])('with a file called %s is refused', async path => {
    expect(await fault(await zipOf([path, path.endsWith('/') ? '' : 'no', { directory: false }]))).toBe(
      'unsafe-name',
    );
  });

  it('with a link, a device or a password is refused', async () => {
    for (const options of [{ unixMode: 0o120777 }, { unixMode: 0o020666 }, { password: 'secret' }])
      expect(await fault(await zipOf(['x.txt', '/etc/passwd', options]))).toBe('not-a-plain-file');
  });

  it('that expands a thousand times is refused before it is opened', async () => {
    expect(await fault(await zipOf(['bomb.txt', '0'.repeat(8 * 2 ** 20)]))).toBe('expands-too-far');
  });

  it.each([
    ['at its beginning', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'],
    ['in small letters', '<!doctype a><a/>'],
    ['after much else', `<a>${' '.repeat(65_530)}<!ENTITY b "bb"></a>`],
  ])('with a declaration of types in XML, %s, is refused', async (_where, xml) => {
    const file: Entry = ['data/xml/a.b.xml', xml];
    expect(await fault(await zipOf(file, manifest([listed(file, 'application/xml')])))).toBe('not-readable');
    // Whatever it is called, as long as its name or its kind says XML.
    const other: Entry = ['data/xml/a.b.xml', xml];
    expect(await fault(await zipOf(other, manifest([listed(other)])))).toBe('not-readable');
  });

  it('with text that is no UTF-8, or is cut within a character, is refused; bytes that claim to be no text are not', async () => {
    for (const bytes of [Buffer.from([0x41, 0xff]), Buffer.from('é').subarray(0, 1)]) {
      const file: Entry = ['documents/crm/0001.bin', bytes];
      expect(await fault(await zipOf(file, manifest([listed(file)])))).toBe('not-readable');
      const zip = await zipOf(file, manifest([listed(file, 'application/octet-stream')]));
      await expect(examined(zip)).resolves.toHaveLength(1);
    }
  });
});
