import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { needsSmtpUtf8 } from './address.js';
import { Gate, type Turn } from './gate.js';
import type { Envelope, Post, PostResult } from './post.js';
import { connectionOptions } from './connection-options.js';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'starttls' | 'tls';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Seconds the server may take to accept a connection and to greet. */
  readonly connectTimeout: number;
  /** Seconds the server may stay silent. */
  readonly socketTimeout: number;
  /** The most connections at once. */
  readonly connections: number;
}

/** Refused for good only where the letter itself was judged: a wrong password or an odd greeting is our fault, and passes. */
const judgesTheLetter = ({ command }: NodemailerError): boolean =>
  command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';

/** RFC 4954: these are about our sign-in, whatever command they answer. */
const aboutSignIn = new Set([530, 534, 535, 538]);

const isForGood = (error: NodemailerError): boolean =>
  judgesTheLetter(error) && error.permanent === true && !aboutSignIn.has(error.responseCode ?? 0);

/** A letter the server could never take, said by no reply: larger than it allows, or an address that cannot be written. */
const cannotBeSent = (error: NodemailerError): boolean =>
  error.responseCode === undefined && (error.code === 'EMESSAGE' || error.code === 'EENVELOPE');

function resultOf(error: NodemailerError, hasBegun: boolean): PostResult {
  const words = error.response ?? error.message;
  const code = error.responseCode === undefined ? {} : { code: error.responseCode };
  if (isForGood(error) || (!hasBegun && cannotBeSent(error))) return { result: 'refused', words, ...code };
  if (error.responseCode === undefined && hasBegun) return { result: 'unknown' };
  return { result: 'deferred', words, ...code };
}

const offersSmtpUtf8 = ({ lastServerResponse }: SMTPConnection): boolean =>
  typeof lastServerResponse === 'string' && /^250[ -]SMTPUTF8\b/im.test(lastServerResponse);

/** RFC 6531 §3.2: without it no server may be given such an address, and none could say what became of the letter. */
const notByEmail: PostResult = {
  result: 'not-by-email',
  words:
    'Not sent: the mail server takes no address with letters beyond ASCII before the @ (SMTPUTF8). Send the letter by post.',
};

/** One letter over one connection, by nodemailer. */
export class SmtpPost implements Post {
  readonly longestTry: number;
  private readonly gate: Gate;

  constructor(private readonly settings: SmtpSettings) {
    this.longestTry = settings.connectTimeout * 2 + settings.socketTimeout * 2;
    this.gate = new Gate(settings.connections);
  }

  send(envelope: Envelope, bytes: Buffer, turn?: Turn): Promise<PostResult> {
    return this.gate.through(() => this.tryOnce(envelope, bytes), turn);
  }

  private connection(): SMTPConnection {
    return new SMTPConnection(connectionOptions(this.settings));
  }

  private tryOnce(envelope: Envelope, bytes: Buffer): Promise<PostResult> {
    return new Promise(resolve => {
      const connection = this.connection();
      let hasBegun = false;
      const end = (result: PostResult): void => {
        clearTimeout(overdue);
        connection.close();
        resolve(result);
      };
      const fail = (error: NodemailerError): void => end(resultOf(error, hasBegun));
      // A server that drips a byte now and then never trips the socket's own timeout.
      const overdue = setTimeout(
        () =>
          end(hasBegun ? { result: 'unknown' } : { result: 'deferred', words: 'The server took too long.' }),
        this.longestTry * 1_000,
      );
      // Pulled only once the server has answered DATA: from here on a lost connection leaves the outcome unknown.
      const letter = Readable.from(
        (function* () {
          hasBegun = true;
          yield bytes;
        })(),
      );
      connection.on('error', fail);
      connection.connect(connectError => {
        if (connectError) return fail(connectError);
        if (needsSmtpUtf8(envelope.to) && !offersSmtpUtf8(connection)) return end(notByEmail);
        this.signIn(connection, signInError => {
          if (signInError) return fail(signInError);
          connection.send(
            { from: envelope.from, to: envelope.to, size: bytes.length },
            letter,
            (error, info) => {
              if (error) return fail(error);
              const words = info.response;
              end({ result: 'accepted', code: Number.parseInt(words, 10) || 250, words });
            },
          );
        });
      });
    });
  }

  private signIn(connection: SMTPConnection, done: (error?: NodemailerError | null) => void): void {
    const { user, password } = this.settings;
    if (user === undefined) return done();
    connection.login({ credentials: { user, pass: password ?? '' } }, error => done(error));
  }
}
