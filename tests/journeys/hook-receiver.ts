import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Byte for byte, with its headers, to be searched. */
  readonly raw: string;
  /** The secrets of the receiver by which it is good. */
  readonly goodBy: readonly string[];
}

/** Another system that takes messages: it verifies each signature with the package of Standard Webhooks, as a real one would. */
export class HookReceiver {
  readonly received: Received[] = [];
  secrets: string[] = [];
  /** What it answers; `silence` keeps the caller waiting. */
  answer: number | 'silence' = 204;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(readonly port: number) {}

  static async open(): Promise<HookReceiver> {
    const receiver = new HookReceiver(await freeOf());
    await receiver.up();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks/duly?token=of-theirs`;
  }

  get ids(): readonly string[] {
    return this.received.map(({ id }) => id);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.take(Buffer.concat(parts).toString(), request.headers as Record<string, string>);
        if (this.answer !== 'silence')
          response.writeHead(this.answer).end(this.answer === 500 ? 'no room left' : '');
      });
    });
    server.on('connection', (socket: Socket) => this.sockets.add(socket));
    await new Promise<void>(resolve => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    if (server) await new Promise(resolve => server.close(resolve));
  }

  private take(body: string, headers: Record<string, string>): void {
    const goodBy = this.secrets.filter(secret => {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch {
        return false;
      }
    });
    const { type, data } = JSON.parse(body) as Pick<Received, 'type' | 'data'>;
    this.received.push({
      id: headers['webhook-id'] ?? '',
      type,
      data,
      raw: `${JSON.stringify(headers)}\n${body}`,
      goodBy,
    });
  }
}

async function freeOf(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
