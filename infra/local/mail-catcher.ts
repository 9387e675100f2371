import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type CaughtLetter, CaughtLetters } from './caught-letters.js';
import { startMailWeb } from './mail-web.js';

export interface MailCatcherOptions {
  readonly smtpPort: number;
  readonly pagePort: number;
  /** Where letters are kept; without it they are gone at the end. */
  readonly folder?: string;
}

export interface MailCatcher {
  readonly smtpPort: number;
  readonly pageUrl: string;
  letters(): readonly CaughtLetter[];
  /** From now on this recipient is refused for good (550), as a mail server does for an address that does not exist. */
  refuse(address: string): void;
  acceptAll(): void;
  clear(): void;
  stop(): Promise<void>;
}

const refusal = (): Error => Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 });

function collect(
  stream: SMTPServerDataStream,
  letters: CaughtLetters,
  session: SMTPServerSession,
  done: (error?: Error) => void,
): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.once('end', () => {
    if (stream.sizeExceeded)
      return done(Object.assign(new Error('The letter is too long'), { responseCode: 552 }));
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(one => one.address) };
    letters.add(envelope, Buffer.concat(chunks)).then(
      () => done(),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

function startSmtp(port: number, letters: CaughtLetters, refused: ReadonlySet<string>): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: 25 * 1_024 * 1_024,
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address.toLowerCase()) ? refusal() : undefined),
    onData: (stream, session, done) => collect(stream, letters, session, done),
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that hangs up in the middle of a letter is its own trouble, never ours.
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}

/** A real SMTP server on 127.0.0.1 that delivers nothing: it keeps every letter and shows it on a page. */
export async function startMailCatcher({
  smtpPort,
  pagePort,
  folder,
}: MailCatcherOptions): Promise<MailCatcher> {
  const letters = await CaughtLetters.open(folder);
  const refused = new Set<string>();
  const smtp = await startSmtp(smtpPort, letters, refused);
  const web = await startMailWeb(letters, pagePort);
  return {
    smtpPort,
    pageUrl: `http://127.0.0.1:${pagePort}`,
    letters: () => letters.all(),
    refuse: address => void refused.add(address.toLowerCase()),
    acceptAll: () => refused.clear(),
    clear: () => letters.clear(),
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>(resolve => web.close(() => resolve())),
        new Promise<void>(resolve => smtp.close(() => resolve())),
      ]);
    },
  };
}
