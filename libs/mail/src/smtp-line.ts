import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { connectionOptions } from './connection-options.js';
import type { Envelope } from './post.js';
import type { SmtpSettings } from './smtp-settings.js';

/** What the server said to a letter, or what went wrong. */
export type LineReply = { readonly words: string } | { readonly error: NodemailerError };

/** One connection to the SMTP server, by nodemailer. Letters may go over it one after the other. */
export class SmtpLine {
  private readonly connection: SMTPConnection;
  private fail: (error: NodemailerError) => void = () => undefined;
  private ends: () => void = () => undefined;
  /** The server takes addresses beyond ASCII (RFC 6531). */
  offersSmtpUtf8 = false;

  constructor(private readonly settings: SmtpSettings) {
    this.connection = new SMTPConnection(connectionOptions(settings));
    this.connection.on('error', (error: NodemailerError) => this.fail(error));
    // While it rests, a server that hangs up is no error.
    this.connection.on('end', () => this.ends());
  }

  /** Connects, greets and signs in. @returns what went wrong, where something did */
  open(): Promise<NodemailerError | undefined> {
    return this.step(done =>
      this.connection.connect(connectError => {
        if (connectError) return done(connectError);
        const { lastServerResponse } = this.connection;
        this.offersSmtpUtf8 =
          typeof lastServerResponse === 'string' && /^250[ -]SMTPUTF8\b/im.test(lastServerResponse);
        const { user, password } = this.settings;
        if (user === undefined) return done();
        this.connection.login({ credentials: { user, pass: password ?? '' } }, error =>
          done(error ?? undefined),
        );
      }),
    );
  }

  /** @param begins told when the server has answered DATA: from here on a lost connection leaves the outcome unknown */
  send(envelope: Envelope, bytes: Buffer, begins: () => void): Promise<LineReply> {
    this.ends = () => undefined;
    const letter = new Readable({
      // Pulled only then.
      read() {
        begins();
        this.push(bytes);
        this.push(null);
      },
    });
    return new Promise(resolve => {
      this.fail = error => resolve({ error });
      this.connection.send(
        { from: envelope.from, to: envelope.to, size: bytes.length },
        letter,
        (error, info) => resolve(error ? { error } : { words: info.response }),
      );
    });
  }

  /** Waits for the next letter. @param ends told once, if the server hangs up meanwhile */
  rest(ends: () => void): void {
    this.fail = ends;
    this.ends = ends;
  }

  close(): void {
    this.fail = () => undefined;
    this.ends = () => undefined;
    this.connection.close();
  }

  private step(
    work: (done: (error?: NodemailerError) => void) => void,
  ): Promise<NodemailerError | undefined> {
    return new Promise(resolve => {
      this.fail = resolve;
      work(resolve);
    });
  }
}
