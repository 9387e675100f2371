import type { NodemailerError } from 'nodemailer/lib/errors';
import { needsSmtpUtf8 } from './address.js';
import { Gate, type Turn } from './gate.js';
import type { ClaimTurn, Envelope, Post, PostResult, Send } from './post.js';
import type { LineReply, SmtpLine } from './smtp-line.js';
import { SmtpLines } from './smtp-lines.js';
import type { SmtpSettings } from './smtp-settings.js';

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

/** RFC 6531 §3.2: without it no server may be given such an address, and none could say what became of the letter. */
const notByEmail: PostResult = {
  result: 'not-by-email',
  words:
    'Not sent: the mail server takes no address with letters beyond ASCII before the @ (SMTPUTF8). Send the letter by post.',
};

const tooLong: PostResult = { result: 'deferred', words: 'The server took too long.' };

/** How far one try has come. */
interface Try {
  line: SmtpLine | undefined;
  hasBegun: boolean;
  isOver: boolean;
}

/** What came of a letter on one connection: the server's reply, an error, or that it was not even begun. */
type Said = LineReply | PostResult;

function told(said: Said, { hasBegun }: Try): PostResult {
  if ('result' in said) return said;
  if ('error' in said) return resultOf(said.error, hasBegun);
  return { result: 'accepted', code: Number.parseInt(said.words, 10) || 250, words: said.words };
}

/** RFC 5321, 3.8: with 421 the server hangs up; like a lost connection, it says nothing of a letter that had not begun. */
const isGone = ({ responseCode }: NodemailerError): boolean =>
  responseCode === undefined || responseCode === 421;

/** How many letters may be claimed for each connection, beside the one that it sends. */
const ahead = 3;

/**
 * Sends letters one by one, over connections that are kept for the next letter only after one was accepted. A kept one that turns out
 * to be gone before the letter has begun is replaced by a new one within the same try.
 */
export class SmtpPost implements Post {
  readonly longestTry: number;
  readonly longestWait: number;
  private readonly gate: Gate;
  private readonly claims: Gate;
  private readonly lines: SmtpLines;

  constructor(settings: SmtpSettings) {
    this.longestTry = settings.connectTimeout * 2 + settings.socketTimeout * 2;
    this.longestWait = this.longestTry * ahead;
    this.gate = new Gate(settings.connections);
    this.claims = new Gate(settings.connections * (1 + ahead));
    this.lines = new SmtpLines(settings);
  }

  send(envelope: Envelope, bytes: Buffer, turn: Turn = 'first'): Promise<PostResult> {
    return this.inTurn(turn, send => send(envelope, bytes));
  }

  inTurn<Answer>(turn: ClaimTurn, work: (send: Send) => Promise<Answer>): Promise<Answer> {
    const send: Send = (envelope, bytes) => this.tryOnce(envelope, bytes);
    if (turn !== 'ahead') return this.gate.through(() => work(send), turn);
    return this.claims.through(() =>
      work((envelope, bytes) => this.gate.through(() => send(envelope, bytes))),
    );
  }

  /** Hangs up what is kept; a letter under way goes on. */
  close(): void {
    this.lines.close();
  }

  private async tryOnce(envelope: Envelope, bytes: Buffer): Promise<PostResult> {
    const here: Try = { line: undefined, hasBegun: false, isOver: false };
    // A server that drips a byte now and then never trips the socket's own timeout.
    let overdue: NodeJS.Timeout | undefined;
    const patience = new Promise<PostResult>(resolve => {
      overdue = setTimeout(
        () => resolve(here.hasBegun ? { result: 'unknown' } : tooLong),
        this.longestTry * 1_000,
      );
    });
    const sent = await Promise.race([this.overSome(here, envelope, bytes), patience]);
    clearTimeout(overdue);
    here.isOver = true;
    if (here.line) {
      if (sent.result === 'accepted') this.lines.keep(here.line);
      else here.line.close();
    }
    return sent;
  }

  private async overSome(here: Try, envelope: Envelope, bytes: Buffer): Promise<PostResult> {
    const kept = this.lines.take();
    if (kept) {
      here.line = kept;
      const reply = await this.over(kept, here, envelope, bytes);
      if (!('error' in reply) || here.hasBegun || !isGone(reply.error)) return told(reply, here);
      kept.close();
    }
    if (here.isOver) return tooLong;
    const line = this.lines.fresh();
    here.line = line;
    const error = await line.open();
    return told(error ? { error } : await this.over(line, here, envelope, bytes), here);
  }

  private over(line: SmtpLine, here: Try, envelope: Envelope, bytes: Buffer): Promise<Said> | Said {
    // Overdue while it connected: the outcome is told already, so nothing may be sent any more.
    if (here.isOver) return tooLong;
    if (needsSmtpUtf8(envelope.to) && !line.offersSmtpUtf8) return notByEmail;
    return line.send(envelope, bytes, () => (here.hasBegun = true));
  }
}
