import type { DocumentStore } from './document-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';
import { ClamScanner } from './scanner.js';

export interface StoreSettings {
  readonly documentsFolder: string;
  readonly s3Endpoint?: string | undefined;
  readonly s3Bucket?: string | undefined;
  readonly s3Region: string;
  readonly s3AccessKey?: string | undefined;
  readonly s3SecretKey?: string | undefined;
}

/** Some of S3's settings without the others. */
export class HalfSetStore extends Error {
  override readonly name = 'HalfSetStore';

  constructor() {
    super(
      'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY belong together: set all of them, or none.',
    );
  }
}

/** @throws HalfSetStore */
export function storeFrom(settings: StoreSettings): DocumentStore {
  const { s3Endpoint: endpoint, s3Bucket: bucket, s3AccessKey: accessKey, s3SecretKey: secretKey } = settings;
  const given = [endpoint, bucket, accessKey, secretKey].filter(one => one !== undefined).length;
  if (given === 0) return new FolderStore(settings.documentsFolder);
  if (!endpoint || !bucket || !accessKey || !secretKey) throw new HalfSetStore();
  return new S3Store({ endpoint, bucket, accessKey, secretKey, region: settings.s3Region });
}

/** Undefined where none is set: then every document waits. */
export function scannerFrom(settings: {
  readonly scanner?: string | undefined;
  readonly scannerPatience: number;
}): ClamScanner | undefined {
  if (settings.scanner === undefined) return undefined;
  const [host = '', port] = settings.scanner.split(':');
  return new ClamScanner({ host, port: Number(port), patience: settings.scannerPatience });
}
