import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Said {
  readonly status: number;
  readonly text?: string | Buffer;
}

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
    const body = await buffer(request);
    const { status, text = '' } = this.said(
      request.method ?? '',
      new URL(request.url ?? '', 'http://bucket'),
      body,
    );
    response.writeHead(status, { etag: `"${body.length}"` }).end(text);
  }

  private said(method: string, { pathname, searchParams }: URL, body: Buffer): Said {
    const key = decodeURIComponent(pathname.slice('/documents/'.length));
    const upload = searchParams.get('uploadId');
    if (method === 'GET' && searchParams.has('list-type'))
      return { status: 200, text: this.listed(searchParams.get('prefix') ?? '') };
    if (method === 'GET') return this.given(key);
    if (method === 'POST')
      return { status: 200, text: upload === null ? this.begun() : this.whole(upload, key) };
    if (method === 'DELETE') {
      if (upload === null) this.objects.delete(key);
      else this.uploads.delete(upload);
      return { status: 204 };
    }
    if (this.isFull) return { status: 507, text: '<Error><Code>InsufficientStorage</Code></Error>' };
    if (upload === null) this.objects.set(key, body);
    else this.uploads.get(upload)?.set(Number(searchParams.get('partNumber')), body);
    return { status: 200 };
  }

  private given(key: string): Said {
    const found = this.objects.get(key);
    return found
      ? { status: 200, text: found }
      : { status: 404, text: '<Error><Code>NoSuchKey</Code></Error>' };
  }

  private whole(upload: string, key: string): string {
    this.objects.set(key, Buffer.concat([...(this.uploads.get(upload)?.values() ?? [])]));
    this.uploads.delete(upload);
    return '<CompleteMultipartUploadResult/>';
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
