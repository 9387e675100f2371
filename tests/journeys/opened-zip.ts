import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The files of a ZIP, opened by another program than the one that wrote it. */
export function openedZip(zip: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error) return reject(error);
      const files = new Map<string, string>();
      file.on('error', reject);
      file.on('end', () => resolve(files));
      file.on('entry', (entry: yauzl.Entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          void buffer(stream).then(bytes => {
            files.set(entry.fileName, bytes.toString());
            file.readEntry();
          }, reject);
        });
      });
      file.readEntry();
    });
  });
}
