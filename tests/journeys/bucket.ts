import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * Speaks as much of S3 as documents need, and can be full: what no kept server does when it is told. A real one is tried by
 * `npm run deep`.
 */
export class Bucket {
  readonly objects = new Map<string, Buffer>();
  /** Refuses whatever is to be kept, as a store without room does. */
  isFull = false;
  private readonly uploads = new Map<string, Map<number, Buffer>>();

  private constructor(
    private readonly server: Server,
    readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async open(): Promise<Bucket> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bucket = new Bucket(server, {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'documents',
      S3_ACCESS_KEY: 'spec',
      S3_SECRET_KEY: 'spec-secret',
    });
    server.on('request', (request, response) => {
      bucket.answer(request, response).catch(() => response.destroy());
    });
    return bucket;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise(resolve => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
    const key = decodeURIComponent(pathname.slice('/documents/'.length));
    const body = await buffer(request);
    const say = (status: number, text: string | Buffer = '', headers = {}) =>
      void response.writeHead(status, headers).end(text);
    const upload = searchParams.get('uploadId');
    switch (request.method) {
      case 'GET':
        if (searchParams.has('list-type')) return say(200, this.listed(searchParams.get('prefix') ?? ''));
        return this.objects.has(key)
          ? say(200, this.objects.get(key))
          : say(404, '<Error><Code>NoSuchKey</Code></Error>');
      case 'DELETE':
        if (upload !== null) this.uploads.delete(upload);
        else this.objects.delete(key);
        return say(204);
      case 'POST':
        if (upload === null) return say(200, this.begun());
        this.objects.set(key, Buffer.concat([...(this.uploads.get(upload)?.values() ?? [])]));
        return say(200, '<CompleteMultipartUploadResult/>');
      default:
        if (this.isFull) return say(507, '<Error><Code>InsufficientStorage</Code></Error>');
        if (upload === null) this.objects.set(key, body);
        else this.uploads.get(upload)?.set(Number(searchParams.get('partNumber')), body);
        return say(200, '', { etag: `"${body.length}"` });
    }
  }

  private begun(): string {
    const upload = randomUUID();
    this.uploads.set(upload, new Map());
    return `<InitiateMultipartUploadResult><UploadId>${upload}</UploadId></InitiateMultipartUploadResult>`;
  }

  private listed(prefix: string): string {
    const keys = [...this.objects.keys()].filter(key => key.startsWith(prefix));
    const contents = keys.map(key => `<Contents><Key>${key}</Key></Contents>`).join('');
    return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`;
  }
}
