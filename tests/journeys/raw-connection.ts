import { connect, type Socket } from 'node:net';
import { until } from '@duly/infra';

/** One connection to the API, written and read byte by byte, for what an ordinary client never does. */
export class RawConnection {
  private heard = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
    socket.on('error', () => undefined);
  }

  static async open(url: string): Promise<RawConnection> {
    const { hostname: host, port } = new URL(url);
    const socket = connect({ host, port: Number(port) });
    await new Promise(resolve => socket.once('connect', resolve));
    return new RawConnection(socket);
  }

  say(...lines: readonly string[]): void {
    this.socket.write(lines.join('\r\n'));
  }

  /** Everything heard so far, once these words are in it. */
  async hears(words: string): Promise<string> {
    return until(words, 20, () => (this.heard.includes(words) ? this.heard : undefined));
  }
}
