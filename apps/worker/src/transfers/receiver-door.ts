import type { CallOutcome, Courier } from '@duly/courier';
import type { TransferFailure, TransferWait } from '@duly/register';

/** It can never succeed as it is. */
export class NeverTaken extends Error {
  override readonly name = 'NeverTaken';

  constructor(readonly because: TransferFailure) {
    super(`The receiver will not take it (${because}).`);
  }
}

/** It may be taken later. */
export class NotTakenYet extends Error {
  override readonly name = 'NotTakenYet';

  constructor(readonly waitsFor: TransferWait) {
    super(`The receiver has not taken it (${waitsFor}); it is tried again.`);
  }
}

/** What a receiver says of a transfer, by the contract in /openapi.json. */
export interface TransferThere {
  readonly state: string;
  readonly offset: number;
  readonly receipt: string | null;
}

const statuses = { ok: 200, redirect: 300, bad: 400, conflict: 409, tooMany: 429, fault: 500 } as const;
const notLetIn: readonly number[] = [401, 403];

function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What it says; undefined where the words are none of the contract. */
function there(body: Buffer): TransferThere | undefined {
  const { state, offset, receipt } = parsed(body);
  if (typeof state !== 'string' || typeof offset !== 'number' || !Number.isSafeInteger(offset))
    return undefined;
  return { state, offset, receipt: typeof receipt === 'string' ? receipt : null };
}

/** @throws NeverTaken @throws NotTakenYet */
function judged(called: CallOutcome): TransferThere | 'elsewhere' {
  if (called.kind === 'failed') {
    if (called.because === 'address-refused') throw new NeverTaken('address-refused');
    const isCertificate = called.because === 'certificate-refused';
    throw new NotTakenYet(isCertificate ? 'certificate-refused' : 'no-answer');
  }
  const { status, body } = called;
  if (status === statuses.ok) {
    const said = there(body);
    if (!said) throw new NeverTaken('refused-there');
    return said;
  }
  if (status >= statuses.fault || status === statuses.tooMany) throw new NotTakenYet('receiver-busy');
  if (status >= statuses.redirect && status < statuses.bad) throw new NeverTaken('redirects');
  if (notLetIn.includes(status)) throw new NeverTaken('not-let-in');
  const { code } = parsed(body);
  if (status === statuses.conflict && code === 'offset-differs') return 'elsewhere';
  throw new NeverTaken(code === 'sent-twice' ? 'sent-before' : 'refused-there');
}

/** The receiver's end of one transfer. Each call asks for its name once and goes to the address that was judged; no redirect is followed. */
export class ReceiverDoor {
  constructor(
    private readonly courier: Courier,
    private readonly url: string,
    private readonly token: string,
  ) {}

  async announce(announcement: object): Promise<TransferThere> {
    const said = await this.call('', JSON.stringify(announcement), 'application/json');
    if (said === 'elsewhere') throw new NeverTaken('refused-there');
    return said;
  }

  async read(): Promise<TransferThere> {
    const said = await this.call('', null);
    if (said === 'elsewhere') throw new NeverTaken('refused-there');
    return said;
  }

  /** @returns `elsewhere` where it wants the piece that begins at another byte */
  piece(offset: number, bytes: Uint8Array): Promise<TransferThere | 'elsewhere'> {
    return this.call(`/pieces/${offset}`, bytes, 'application/octet-stream');
  }

  private async call(path: string, body: string | Uint8Array | null, contentType?: string) {
    const called = await this.courier.call({
      url: `${this.url}${path}`,
      headers: {
        authorization: `Bearer ${this.token}`,
        accept: 'application/json',
        'user-agent': 'Duly',
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      body,
    });
    return judged(called);
  }
}
