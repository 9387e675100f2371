import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { signReceipt, signingKeysFrom } from '@duly/audit';
import type { TransferView } from '@duly/api-contract';
import { freePort } from '@duly/infra';
import { otherKeys } from './two-controllers.js';

/** How another controller's server behaves: `dies` takes the first piece, and breaks off before it has said so; `stalls` never says so. */
export type Fault = 'dies' | 'stalls' | 'lies' | 'redirects' | 'is silent';

/** Stands before the second Duly, and is not to be relied on. */
export class FaultyReceiver {
  fault: Fault = 'dies';
  /** What the second Duly is. */
  behind = '';
  /** Pieces that have come. */
  pieces = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(readonly port: number) {}

  static async open(): Promise<FaultyReceiver> {
    const receiver = new FaultyReceiver(await freePort());
    await receiver.up();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/v1/transfers`;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
    server.on('connection', (socket: Socket) => this.sockets.add(socket));
    await new Promise<void>(resolve => server.listen(this.port, '127.0.0.1', resolve));
    if ((server.address() as AddressInfo).port !== this.port) throw new Error('Another port was given.');
    this.server = server;
  }

  async down(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const { server } = this;
    if (server) await new Promise(resolve => server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    if (this.fault === 'is silent') return void request.socket.destroy();
    if (this.fault === 'redirects')
      return void response.writeHead(307, { location: `${this.behind}${request.url}` }).end();
    if (this.fault === 'lies') return void response.writeHead(200).end(lieAbout(request.url ?? '', body));
    const there = await fetch(`${this.behind}${request.url}`, {
      method: request.method ?? 'GET',
      headers: {
        authorization: request.headers.authorization ?? '',
        ...(body.length > 0 && { 'content-type': request.headers['content-type'] ?? '' }),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const said = Buffer.from(await there.arrayBuffer());
    const isPiece = request.url?.includes('/pieces/') === true;
    if (isPiece) this.pieces += 1;
    if (isPiece && this.pieces === 1 && this.fault === 'stalls') return;
    if (isPiece && this.pieces === 1) return void request.socket.destroy();
    response.writeHead(there.status, { 'content-type': 'application/json' }).end(said);
  }
}

/** That it has other bytes than were sent, signed by its own key. */
function lieAbout(path: string, announced: Buffer): string {
  const transfer = path.split('/').at(-1) ?? '';
  const { bytes } = JSON.parse(announced.toString()) as { readonly bytes: number };
  const keys = signingKeysFrom(otherKeys.AUDIT_LOG_NAME, otherKeys.AUDIT_SIGNING_KEYS);
  const receivedAt = '2036-04-01T10:00:00.000Z';
  const receipt = signReceipt({ transfer, sha256: '0'.repeat(64), bytes, receivedAt }, keys);
  const view: TransferView = { transfer, state: 'received', offset: bytes, bytes, because: null, receipt };
  return JSON.stringify(view);
}
