import { randomUUID } from 'node:crypto';
import type { AnswerTaken, AskedOfSource, DocumentTakenView, Problem } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ApiAnswer } from './api-caller.js';
import type { ContractCheck } from './contract-check.js';
import { HookReceiver, type Received } from './hook-receiver.js';

/** What a message to a source holds. */
export interface ToldToSource {
  readonly ask: string;
  readonly purpose: string;
  readonly entities: readonly string[];
  readonly url: string;
  readonly token: string;
}

export type SentBytes = NonNullable<RequestInit['body']>;

/** The body of an upload, and what it is called. */
export interface Sent {
  readonly name?: string;
  readonly type?: string;
}

/** Sends bytes to the API, as any HTTP client would. */
export async function upload<Body>(
  url: string,
  token: string | undefined,
  bytes: SentBytes,
  { name, type = 'application/octet-stream' }: Sent = {},
): Promise<ApiAnswer<Body>> {
  const response = await fetch(url, {
    method: 'POST',
    body: bytes,
    headers: {
      'content-type': type,
      'idempotency-key': randomUUID(),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(name !== undefined && { 'x-document-name': encodeURIComponent(name) }),
    },
    // Needed by fetch for a body that streams.
    ...({ duplex: 'half' } as object),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** A system of a source: takes signed messages, and answers by HTTPS with the token it was given. */
export class SourceSystem {
  private constructor(
    readonly receiver: HookReceiver,
    private readonly contract: () => ContractCheck,
  ) {}

  static async open(contract: () => ContractCheck): Promise<SourceSystem> {
    return new SourceSystem(await HookReceiver.open(), contract);
  }

  /** The message of this type, once it has come. */
  async message(type = 'source.asked', place = 0): Promise<Received & { readonly told: ToldToSource }> {
    const found = await until(`The message ${type}`, 60, () =>
      Promise.resolve(this.receiver.received.filter(one => one.type === type)[place]),
    );
    const told: unknown = found.data;
    return { ...found, told: told as ToldToSource };
  }

  read(told: ToldToSource): Promise<ApiAnswer<AskedOfSource & Problem>> {
    return this.call('GET', told, '');
  }

  answer(told: ToldToSource, body: object): Promise<ApiAnswer<AnswerTaken & Problem>> {
    return this.call('POST', told, '/answer', JSON.stringify(body));
  }

  async records(
    told: ToldToSource,
    entity: string,
    lines: SentBytes,
  ): Promise<ApiAnswer<DocumentTakenView & Problem>> {
    const answer = await upload<DocumentTakenView & Problem>(
      `${told.url}/records/${entity}`,
      told.token,
      lines,
    );
    this.contract().check('POST', `${new URL(told.url).pathname}/records/${entity}`, answer);
    return answer;
  }

  async document(told: ToldToSource, name: string, bytes: SentBytes) {
    const answer = await upload<DocumentTakenView & Problem>(`${told.url}/documents`, told.token, bytes, {
      name,
    });
    this.contract().check('POST', `${new URL(told.url).pathname}/documents`, answer);
    return answer;
  }

  down(): Promise<void> {
    return this.receiver.down();
  }

  private async call<Body>(
    method: string,
    { url, token }: ToldToSource,
    path: string,
    body?: string,
  ): Promise<ApiAnswer<Body>> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body }),
    });
    const { status, headers } = response;
    const answer = { status, headers, body: (await response.json()) as Body };
    this.contract().check(method, `${new URL(url).pathname}${path}`, answer);
    return answer;
  }
}
