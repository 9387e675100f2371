import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The files of a ZIP as bytes, opened by another program than the one that wrote it. */
export function openedBytes(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
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

/** The same as text. */
export async function openedZip(zip: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await openedBytes(zip))].map(([path, bytes]) => [path, bytes.toString()]));
}
