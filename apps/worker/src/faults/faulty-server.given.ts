import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SmtpPost, type Post, type SmtpSettings } from '@duly/mail';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const refusal = (code: number): Error => Object.assign(new Error(`${code} as told`), { responseCode: code });

type Drop = () => void;
type Answer = (error?: Error) => void;

/** What a server does wrong at one step of the protocol, once. */
export interface Fault {
  readonly handlers?: Partial<Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onAuth'>>;
  readonly atFinalDot?: (drop: Drop, answer: Answer, taken: () => void) => void;
  /** What a server answers that is written out by hand, where `smtp-server` has no place for the fault. */
  readonly script?: Readonly<Record<string, string>>;
  /** Where nothing comes any more, the client's patience is what is tried: short at that step alone, so that a busy machine is no fault. */
  readonly client?: Partial<SmtpSettings>;
  readonly isAway?: true;
}

const answering = (code: number) => (_one: unknown, _session: unknown, done: (error?: Error) => void) =>
  done(refusal(code));
const connecting = (code: number) => (_session: unknown, done: (error?: Error) => void) =>
  done(refusal(code));
const atDot = (code: number) => (_drop: Drop, answer: Answer) => answer(refusal(code));
const good = { greeting: '220 ready', EHLO: '250 hello', HELO: '250 hello', MAIL: '250 ok', RCPT: '250 ok' };

/** Every step of the protocol. */
export const faults: Readonly<Record<string, Fault>> = {
  none: {},
  'connection refused': { isAway: true },
  'greeting 421': { handlers: { onConnect: connecting(421) } },
  'greeting 554': { handlers: { onConnect: connecting(554) } },
  'greeting never comes': { script: {}, client: { connectTimeout: 0.3 } },
  'EHLO 502': { script: { ...good, EHLO: '502 no', HELO: '502 no' } },
  'STARTTLS not there': { client: { security: 'starttls' } },
  'AUTH 535': {
    client: { user: 'duly', password: 'wrong' },
    handlers: { onAuth: (_auth, _session, done) => done(refusal(535)) },
  },
  'MAIL 451': { handlers: { onMailFrom: answering(451) } },
  'MAIL 550': { handlers: { onMailFrom: answering(550) } },
  'RCPT 450 (greylist)': { handlers: { onRcptTo: answering(450) } },
  'RCPT 550': { handlers: { onRcptTo: answering(550) } },
  'DATA 451': { script: { ...good, DATA: '451 later' } },
  'DATA 554': { script: { ...good, DATA: '554 never' } },
  'final dot 451': { atFinalDot: atDot(451) },
  'final dot 554': { atFinalDot: atDot(554) },
  'drop before the final reply, not taken': { atFinalDot: drop => drop() },
  'drop before the final reply, taken': {
    atFinalDot: (drop, _answer, taken) => {
      taken();
      drop();
    },
  },
  'drop after the final reply': {
    atFinalDot: (drop, answer) => {
      answer();
      setTimeout(drop, 5);
    },
  },
  'stall after the final dot': { atFinalDot: () => undefined, client: { socketTimeout: 1.5 } },
};

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

export interface FaultyServer {
  readonly post: Post;
  /** Letters taken whole. */
  readonly taken: () => number;
  stop(): Promise<void>;
}

/** Seconds. */
const patience = 10;

const postTo = (port: number, more: Partial<SmtpSettings> = {}): Post =>
  new SmtpPost({
    host: '127.0.0.1',
    port,
    security: 'none',
    connectTimeout: patience,
    socketTimeout: patience,
    connections: 2,
    ...more,
  });

/** Says what its script says to each command; to what is not in it, nothing. */
function scripted(script: Readonly<Record<string, string>>): Server {
  return createServer(socket => {
    const say = (name: string): void => {
      const words = script[name];
      if (words !== undefined) socket.write(`${words}\r\n`);
    };
    socket.on('error', () => undefined);
    say('greeting');
    socket.on('data', (data: Buffer) => say(data.toString().slice(0, 4).toUpperCase()));
  });
}

function real(fault: Fault, count: () => void): { server: Server; sockets: Set<Socket> } {
  const sockets = new Set<Socket>();
  const drop = (): void => sockets.forEach(socket => socket.destroy());
  const smtp = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 20,
    ...fault.handlers,
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        const answer = (error?: Error): void => {
          if (!error) count();
          done(error);
        };
        if (fault.atFinalDot) fault.atFinalDot(drop, answer, count);
        else answer();
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => sockets.add(socket));
  return { server: smtp.server, sockets };
}

/** Nobody listens there, and no server of another row is ever given it: a port that was free a moment ago might be. */
const nobodysPort = 1;

/** A server with this fault, and the post that is sent to it. */
export async function faultyServer(fault: Fault): Promise<FaultyServer> {
  if (fault.isAway)
    return { post: postTo(nobodysPort, fault.client), taken: () => 0, stop: () => Promise.resolve() };
  let letters = 0;
  const { server, sockets } = fault.script
    ? { server: scripted(fault.script), sockets: new Set<Socket>() }
    : real(fault, () => (letters += 1));
  server.on('connection', (socket: Socket) => sockets.add(socket));
  const port = await listening(server);
  const stop = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise(resolve => server.close(() => resolve()));
  };
  return { post: postTo(port, fault.client), taken: () => letters, stop };
}
