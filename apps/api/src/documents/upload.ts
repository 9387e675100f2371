import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { documentNameHeader } from '@duly/api-contract';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problem/api-error.js';

/** A body of bytes, as it comes. */
export interface Upload {
  readonly content: AsyncIterable<Uint8Array>;
  /** As its sender calls it; undefined where they did not say. */
  readonly name: string | undefined;
  /** Bytes that were announced. */
  readonly length: number | undefined;
}

const brokenOff = new ApiError('upload-broken-off', {
  detail: 'The connection ended before the document was whole. Nothing was kept.',
  remedy: 'Send it again from its start, with the same Idempotency-Key.',
});

const wrongName = new ApiError('not-valid', {
  detail:
    'x-document-name: must be a name with its ending, of at most 255 characters, as encodeURIComponent writes it.',
  remedy: 'Send X-Document-Name: letter.pdf. A name has no / and no \\ in it.',
  errors: [{ field: 'x-document-name', message: 'must be a name with its ending' }],
});

const longestName = 255;
/** Folders, control characters and what turns the direction of writing belong to no name. */
const unsafe = /[\u0000-\u001f\u007f-\u009f/\\\u202a-\u202e\u2066-\u2069]/;

function nameIn({ headers }: FastifyRequest): string | undefined {
  const given = headers[documentNameHeader];
  if (given === undefined) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(String(given)).trim();
  } catch {
    throw wrongName;
  }
  if (name === '' || name.length > longestName || unsafe.test(name) || /^\.+$/.test(name)) throw wrongName;
  return name;
}

async function* asItComes(body: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* body as AsyncIterable<Uint8Array>;
  } catch {
    throw brokenOff;
  }
  if (!body.complete) throw brokenOff;
}

/** The body of an upload as a parameter of its route. */
export const Uploaded = createParamDecorator((_data: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { 'content-length': length } = request.headers;
  return {
    content: asItComes(request.body as IncomingMessage),
    name: nameIn(request),
    length: length === undefined ? undefined : Number(length),
  };
});

/** @throws ApiError where the name is missing: its ending says what kind of document it is */
export function namedUpload({ name }: Upload): string {
  if (name === undefined) throw wrongName;
  return name;
}
