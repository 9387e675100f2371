import { randomUUID } from 'node:crypto';
import type { Problem } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ContractCheck } from './contract-check.js';

/** An answer of the API, already held against its published document. */
export interface ApiAnswer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Post {
  /** A new one unless given. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the API as one member of staff, or as nobody. */
export class ApiCaller {
  constructor(
    readonly url: string,
    private readonly token: string | undefined,
    private readonly contract: () => ContractCheck | undefined,
  ) {}

  get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ApiAnswer<Body>> {
    return this.send<Body>('GET', path, { headers });
  }

  post<Body>(
    path: string,
    body: unknown,
    { key = randomUUID(), headers = {} }: Post = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('POST', path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    });
  }

  /** A POST that must be refused. @throws Error when it is not */
  async refused(path: string, body: unknown, how: Post = {}): Promise<ApiAnswer<Problem>> {
    const answer = await this.post<Problem>(path, body, how);
    if (answer.status < 400) throw new Error(`${path} was not refused but answered ${answer.status}.`);
    return answer;
  }

  /** A POST that must be taken; while the answer is "try again", it is sent again as it was. @throws Error with the problem when it is refused */
  async done<Body>(path: string, body: unknown, { key = randomUUID(), ...how }: Post = {}): Promise<Body> {
    return until(`An answer to ${path}`, 60, async () => {
      const answer = await this.post<Body>(path, body, { ...how, key });
      if (answer.status < 400) return answer.body;
      if (answer.headers.has('retry-after')) return undefined;
      throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
    });
  }

  /** A GET that must be answered. */
  async read<Body>(path: string): Promise<Body> {
    const answer = await this.get<Body>(path);
    if (answer.status < 400) return answer.body;
    throw new Error(`${path} was not read: ${JSON.stringify(answer.body)}`);
  }

  private async send<Body>(method: string, path: string, more: RequestInit): Promise<ApiAnswer<Body>> {
    const { headers: own = {}, ...rest } = more;
    const authorization = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...authorization, ...(own as Record<string, string>) },
      ...rest,
    });
    const { status, headers } = response;
    const isText = headers.get('content-type')?.startsWith('text/') ?? false;
    const body: unknown = isText ? await response.text() : await response.json();
    const answer = { status, headers, body: body as Body };
    this.contract()?.check(method, path, answer);
    return answer;
  }
}
