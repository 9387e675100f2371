import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as lockedRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { CallFailed, failureOf, type Failure } from './failure.js';
import { isLoopback, isPublicAddress } from './public-address.js';
import { isWrong, targetOf, type Target, type TargetRules } from './target.js';

export interface CourierOptions extends TargetRules {
  /** For the name, the connection and the handshake together, in milliseconds; default 5,000. */
  readonly connectTimeout?: number;
  /** For the whole call, in milliseconds; default 15,000. */
  readonly totalTimeout?: number;
  /** Of the answer's body, bytes; the rest is never read. Default 16,384. */
  readonly mostBytes?: number;
  /** Trusted beside the authorities of Node, as PEM. */
  readonly authorities?: readonly string[];
  /** Every address of a name; asked once for each call. Default: the machine's own resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export interface CallToMake {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST, byte for byte; null: a GET, which sends nothing. */
  readonly body: string | Uint8Array | null;
}

/** What came back: of any status, a redirect among them, which nobody follows. */
export interface CallAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** In small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** As much as was read. */
  readonly body: Buffer;
  /** More came than may be read. */
  readonly isCut: boolean;
  readonly milliseconds: number;
}

export type CallOutcome =
  CallAnswered | { readonly kind: 'failed'; readonly because: Failure; readonly milliseconds: number };

const defaults = { connectTimeout: 5_000, totalTimeout: 15_000, mostBytes: 16_384 };

const resolved = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

/**
 * Calls an address that somebody else chose, and can be led nowhere it should not go: the name is asked for once and the connection
 * goes to exactly the address that was judged, under the certificate of the name; no redirect is followed, no proxy of the environment
 * used, nothing kept open, and neither silence nor an answer without end holds it up.
 */
export class Courier {
  private readonly limits: typeof defaults;

  constructor(private readonly options: CourierOptions = {}) {
    const { connectTimeout, totalTimeout, mostBytes } = { ...defaults, ...options };
    this.limits = { connectTimeout, totalTimeout, mostBytes };
  }

  /** Never throws for what the other side or the network does: that is an outcome. */
  async call(call: CallToMake): Promise<CallOutcome> {
    const began = performance.now();
    const milliseconds = () => Math.round(performance.now() - began);
    const total = AbortSignal.timeout(this.limits.totalTimeout);
    const connecting = AbortSignal.timeout(Math.min(this.limits.connectTimeout, this.limits.totalTimeout));
    try {
      const target = targetOf(call.url, this.options);
      if (isWrong(target)) throw new CallFailed('address-refused');
      const address = await this.addressOf(target, connecting);
      const answer = await this.send(call, target, address, { total, connecting });
      return { kind: 'answered', ...answer, milliseconds: milliseconds() };
    } catch (error) {
      const because = total.aborted ? 'timed-out' : failureOf(error);
      return { kind: 'failed', because, milliseconds: milliseconds() };
    }
  }

  /** One of several addresses that is not public spoils the name: which one would be taken is not for the name to choose. */
  private async addressOf({ host, isLoopback: mustBeHere }: Target, signal: AbortSignal): Promise<string> {
    const found = isIP(host) === 0 ? await this.ask(host, signal) : [host];
    const [first] = found;
    if (first === undefined) throw new CallFailed('no-such-host');
    const isAllowed = mustBeHere ? isLoopback : isPublicAddress;
    if (!found.every(isAllowed)) throw new CallFailed('address-refused');
    // Where both kinds are there, IPv4 is the one that nearly every network reaches.
    return found.find(address => isIP(address) === 4) ?? first;
  }

  private ask(host: string, signal: AbortSignal): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new CallFailed('not-connected')), { once: true });
      (this.options.resolve ?? resolved)(host).then(resolve, () => reject(new CallFailed('no-such-host')));
    });
  }

  private optionsOf({ headers, body }: CallToMake, target: Target, address: string): RequestOptions {
    const { authorities } = this.options;
    return {
      method: body === null ? 'GET' : 'POST',
      // The address itself: nothing asks for the name a second time.
      host: address,
      port: target.port,
      path: `${target.url.pathname}${target.url.search}`,
      agent: false,
      // For the handshake and for the certificate alike; an address as a name is not sent in the handshake.
      servername: isIP(target.host) === 0 ? target.host : '',
      headers: {
        ...headers,
        host: target.url.host,
        ...(body !== null && { 'content-length': Buffer.byteLength(body) }),
        connection: 'close',
        'accept-encoding': 'identity',
      },
      ...(authorities && { ca: [...authorities] }),
    };
  }

  private send(
    call: CallToMake,
    target: Target,
    address: string,
    { total, connecting }: { readonly total: AbortSignal; readonly connecting: AbortSignal },
  ): Promise<Pick<CallAnswered, 'status' | 'headers' | 'body' | 'isCut'>> {
    const isLocked = target.url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const sent = (isLocked ? lockedRequest : plainRequest)(this.optionsOf(call, target, address));
      const fail = (error: Error) => {
        sent.destroy();
        reject(error);
      };
      const late = () => fail(new CallFailed('not-connected'));
      connecting.addEventListener('abort', late, { once: true });
      total.addEventListener('abort', () => fail(new CallFailed('timed-out')), { once: true });
      sent.once('socket', socket =>
        socket.once(isLocked ? 'secureConnect' : 'connect', () =>
          connecting.removeEventListener('abort', late),
        ),
      );
      sent.on('error', fail);
      sent.once('response', response => {
        const { statusCode: status = 0 } = response;
        const done = (body: Buffer, isCut: boolean) => {
          resolve({ status, headers: headersOf(response), body, isCut });
          sent.destroy();
        };
        readUpTo(response, this.limits.mostBytes, done, fail);
      });
      sent.end(call.body ?? undefined);
    });
  }
}

function readUpTo(
  response: IncomingMessage,
  most: number,
  done: (body: Buffer, isCut: boolean) => void,
  fail: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let length = 0;
  response.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length > most) done(Buffer.concat(parts).subarray(0, most), true);
  });
  response.once('end', () => done(Buffer.concat(parts), false));
  response.on('error', fail);
  response.once('aborted', () => fail(new CallFailed('broken-off')));
}
