import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { documentNameHeader, problem, uploadContentType, type Problem, type Route } from '@duly/api-contract';
import type { z } from 'zod';
import { wording } from '../wording/index.js';
import { ApiProblem } from './api-problem.js';

/** What a route answers when all is well. */
export type Answered<Called extends Route> = z.output<Called['answers'][0]['schema']>;

export interface Asked {
  /** For the `{…}` of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

export interface Given extends Asked {
  readonly body: unknown;
  /** The same for the same form, so that a double click and the back button are harmless. */
  readonly key?: string;
}

export interface FileGiven extends Asked {
  readonly key: string;
  readonly name: string;
  readonly stream: Readable;
}

/** Answers that come from nobody: the connection broke, or another program answered. */
const away: Problem = {
  type: 'urn:duly:problem:stopping',
  title: 'Away',
  status: 503,
  code: 'stopping',
  ...wording.away,
};

/** An API that takes longer than any of its own waits is as good as away; nobody looks at an empty page for longer. */
const patienceMs = 60_000;

/** The one thing the console speaks to. It has no database and no rule of its own. */
@Injectable()
export class DulyApi {
  /** @param url where the API answers, without a slash at its end */
  constructor(private readonly url: string) {}

  /** @throws ApiProblem as the API puts it, or 503 where it does not answer */
  read<Called extends Route>(token: string, route: Called, asked: Asked = {}): Promise<Answered<Called>> {
    return this.ask(token, route, asked, { method: 'GET' });
  }

  /** @throws ApiProblem as the API puts it, or 503 where it does not answer */
  give<Called extends Route>(token: string, route: Called, given: Given): Promise<Answered<Called>> {
    return this.ask(token, route, given, {
      method: 'POST',
      body: JSON.stringify(given.body),
      headers: {
        'content-type': 'application/json',
        ...(given.key !== undefined && { 'idempotency-key': given.key }),
      },
    });
  }

  /** Passes a file on as it comes, its name in a header and never in an address. @throws ApiProblem as the API puts it, or 503 */
  async send(token: string, route: Route, { key, name, stream, ...asked }: FileGiven): Promise<void> {
    const response = await fetch(`${this.url}${pathOf(route, asked)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': uploadContentType,
        'idempotency-key': key,
        [documentNameHeader]: encodeURIComponent(name),
      },
      body: Readable.toWeb(stream),
      duplex: 'half',
      redirect: 'error',
    }).catch(() => undefined);
    if (response?.ok) return;
    const told = problem.safeParse(await response?.json().catch(() => undefined));
    throw new ApiProblem(told.success ? told.data : away);
  }

  /** A file, as it comes. @throws ApiProblem as the API puts it, or 503 where it does not answer */
  async file(token: string, route: Route, asked: Asked): Promise<Readable> {
    const response = await fetch(`${this.url}${pathOf(route, asked)}`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
    }).catch(() => undefined);
    if (response?.ok && response.body) return Readable.fromWeb(response.body);
    const told = problem.safeParse(await response?.json().catch(() => undefined));
    throw new ApiProblem(told.success ? told.data : away);
  }

  private async ask<Called extends Route>(
    token: string,
    route: Called,
    { query = {}, ...named }: Asked,
    more: RequestInit,
  ): Promise<Answered<Called>> {
    const path = pathOf(route, named);
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
    const address = `${this.url}${path}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
    const headers = { ...(more.headers as Record<string, string>), authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(address, { ...more, headers, signal, redirect: 'error' }).catch(
      () => undefined,
    );
    const body: unknown = await response?.json().catch(() => undefined);
    if (response?.ok && body !== undefined) return body as Answered<Called>;
    const told = problem.safeParse(body);
    throw new ApiProblem(told.success ? told.data : away);
  }
}

const pathOf = ({ path }: Route, { params = {} }: Asked): string =>
  path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
