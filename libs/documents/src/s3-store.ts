import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import {
  checkKey,
  checkRequest,
  NotStored,
  StoreFull,
  type DocumentStore,
  type StoreKey,
} from './document-store.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** S3 takes parts of 5 MB and more, and 10,000 of them: so documents of up to 80 GB. */
const partBytes = 8 * 2 ** 20;
const fullNames = ['InsufficientStorage', 'InsufficientCapacity', 'QuotaExceeded', 'XMinioStorageFull'];
const insufficientStorage = 507;

const statusOf = (error: unknown): unknown => {
  const metadata: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, '$metadata') : null;
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : null;
};
const isFull = (error: unknown): boolean =>
  statusOf(error) === insufficientStorage || (error instanceof Error && fullNames.includes(error.name));
const isMissing = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchKey';

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of content) {
    held.push(bytes);
    size += bytes.length;
    if (size < partBytes) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Documents as objects of one bucket of an S3-compatible store. */
export class S3Store implements DocumentStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKey, secretKey }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // Most stores that are not Amazon's know a bucket by its path alone.
      forcePathStyle: true,
    });
  }

  readonly put = async (key: StoreKey, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const place = this.place(key);
    try {
      await this.write(place, inParts(content));
    } catch (error) {
      throw isFull(error) ? new StoreFull() : error;
    }
  };

  readonly get = (key: StoreKey): AsyncIterable<Uint8Array> => this.read(key);

  readonly remove = async (key: StoreKey): Promise<void> => {
    await this.client.send(new DeleteObjectCommand(this.place(key)));
  };

  readonly countOf = async (requestId: string): Promise<number> => {
    let count = 0;
    for await (const _key of this.keysOf(requestId)) count += 1;
    return count;
  };

  readonly removeOf = async (requestId: string): Promise<void> => {
    for await (const Key of this.keysOf(requestId))
      await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
  };

  private async *keysOf(requestId: string): AsyncGenerator<string> {
    checkRequest(requestId);
    for (let token: string | undefined; ;) {
      const page = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.bucket,
          Prefix: `${requestId}/`,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      token = page.NextContinuationToken;
      if (token === undefined) return;
    }
  }

  close(): void {
    this.client.destroy();
  }

  /** One part at a time: the object appears whole, when the last one is there, or not at all. */
  private async write(place: Place, parts: AsyncGenerator<Buffer>): Promise<void> {
    const first = await parts.next();
    if (first.done || first.value.length < partBytes) {
      await this.client.send(
        new PutObjectCommand({ ...place, Body: first.done ? Buffer.alloc(0) : first.value }),
      );
      return;
    }
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(place));
    try {
      const Parts = [await this.part(place, UploadId, 1, first.value)];
      for await (const bytes of parts) Parts.push(await this.part(place, UploadId, Parts.length + 1, bytes));
      await this.client.send(
        new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      await this.client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
      throw error;
    }
  }

  private async part(place: Place, UploadId: string | undefined, PartNumber: number, Body: Buffer) {
    const { ETag } = await this.client.send(new UploadPartCommand({ ...place, UploadId, PartNumber, Body }));
    return { ETag, PartNumber };
  }

  private async *read(key: StoreKey): AsyncGenerator<Uint8Array> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.place(key)));
      if (Body) yield* Body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw isMissing(error) ? new NotStored(key) : error;
    }
  }

  private place(key: StoreKey): Place {
    checkKey(key);
    return { Bucket: this.bucket, Key: key.join('/') };
  }
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}
