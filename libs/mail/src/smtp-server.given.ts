import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface GivenServer {
  readonly port: number;
  /** The bytes of each letter that was taken whole. */
  readonly taken: Buffer[];
  stop(): Promise<void>;
}

/** A number that SMTP answers with. */
export const reply = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code });

type Handlers = Pick<
  SMTPServerOptions,
  'onMailFrom' | 'onRcptTo' | 'onConnect' | 'onAuth' | 'size' | 'hideSMTPUTF8'
>;

interface Faults {
  /** What the server does once the final dot has come; by default it takes the letter. */
  readonly atFinalDot?: (drop: () => void, answer: (error?: Error) => void) => void;
  readonly handlers?: (drop: () => void) => Handlers;
}

/** A real SMTP server with one fault. */
export async function givenServer({ atFinalDot, handlers }: Faults = {}): Promise<GivenServer> {
  const taken: Buffer[] = [];
  const sockets = new Set<Socket>();
  const drop = (): void => sockets.forEach(socket => socket.destroy());
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 50,
    ...handlers?.(drop),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const answer = (error?: Error): void => {
          if (!error) taken.push(Buffer.concat(parts));
          done(error);
        };
        if (atFinalDot) atFinalDot(drop, answer);
        else answer();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => {
    drop();
    return new Promise<void>(resolve => server.close(resolve));
  };
  return { port, taken, stop };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
