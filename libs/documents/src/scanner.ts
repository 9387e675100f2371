import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** What a scanner says of a document. */
export type Scanned =
  | { readonly verdict: 'clean' }
  /** `name` is the scanner's name for what it found. */
  | { readonly verdict: 'infected'; readonly name: string };

/** The scanner gave no verdict: the document waits. */
export class NotScanned extends Error {
  override readonly name = 'NotScanned';

  constructor(problem: string) {
    super(`The virus scanner gave no verdict (${problem}). The document waits and is scanned again.`);
  }
}

export interface ScannerSettings {
  readonly host: string;
  readonly port: number;
  /** Seconds it may stay silent. */
  readonly patience: number;
}

const longestAnswer = 1_024;
/** Milliseconds. */
const readyPatience = 2_000;
const longestChunk = 2 ** 20;

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** The document as INSTREAM wants it: each chunk behind its length, and a length of nothing at the end. */
async function* framed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const bytes of content) {
    for (let from = 0; from < bytes.length; from += longestChunk) {
      const chunk = bytes.subarray(from, from + longestChunk);
      yield lengthOf(chunk);
      yield chunk;
    }
  }
  yield Buffer.alloc(4);
}

/** What the server says until it hangs up; nothing where no connection came about. */
function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  return new Promise(resolve => {
    socket.on('data', bytes => (answer = (answer + bytes.toString('latin1')).slice(0, longestAnswer)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer.replace(/[\0\n]+$/, '')));
  });
}

function verdictOf(answer: string): Scanned {
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return { verdict: 'infected', name: found };
  if (answer === '') throw new NotScanned('no connection, or it hung up');
  // Anything else is no "clean": an error, a limit, half an answer.
  if (answer === 'stream: OK') return { verdict: 'clean' };
  throw new NotScanned(
    /size limit/i.test(answer) ? 'the document is larger than it scans' : 'an error of its own',
  );
}

/** Passes a content on and remembers whether it was the content that failed. */
function watched(document: AsyncIterable<Uint8Array>) {
  const seen = { hasFailed: false };
  const content = async function* () {
    try {
      yield* document;
    } catch (error) {
      seen.hasFailed = true;
      throw error;
    }
  };
  return { seen, content: content() };
}

/** Asks clamd by its INSTREAM command over TCP (clamd(8)). */
export class ClamScanner {
  constructor(private readonly settings: ScannerSettings) {}

  /** Whether it answers. */
  async isReady(): Promise<boolean> {
    const { host, port } = this.settings;
    const socket = connect({ host, port });
    socket.setTimeout(readyPatience, () => socket.destroy());
    const answered = answerOf(socket);
    socket.write('zPING\0');
    return (await answered) === 'PONG';
  }

  /** @throws NotScanned where there is no verdict @throws the error of the content */
  async scan(document: AsyncIterable<Uint8Array>): Promise<Scanned> {
    const { host, port, patience } = this.settings;
    const socket = connect({ host, port });
    socket.setTimeout(patience * 1_000, () => socket.destroy());
    const { seen, content } = watched(document);
    const answered = answerOf(socket);
    try {
      await pipeline(framed(content), socket, { end: false });
    } catch (error) {
      socket.destroySoon();
      if (seen.hasFailed) throw error;
      // clamd may answer and hang up before it has all: it has found something, or its limit is reached. Then the answer counts.
    }
    return verdictOf(await answered);
  }
}
