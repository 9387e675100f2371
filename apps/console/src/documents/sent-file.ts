import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';

/** A file on its way from a browser: never in memory as a whole. */
export interface SentFile {
  /** As the browser calls it; '' where none was chosen. */
  readonly name: string;
  readonly stream: Readable;
}

const limits = { files: 1, fields: 20, fieldSize: 10_000, parts: 21 } as const;
const files = new WeakMap<object, SentFile>();

/** The file of a form that {@link readParts} has read. */
export const fileOf = (form: object): SentFile | undefined => files.get(form);

/** Lets go of a file that nobody has asked for, so that its browser is answered. */
export function letGo(form: unknown): void {
  if (typeof form === 'object' && form !== null) files.get(form)?.stream.resume();
}

/** Reads the fields that come before the file: the page has put its token there. @throws Error where they are no form */
export function readParts(payload: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    const form: Record<string, string> = {};
    const parts = new Busboy({ headers: payload.headers as BusboyHeaders, limits });
    let file: Readable | undefined;
    parts.on('field', (name: string, value: string) => {
      if (/^[A-Za-z][A-Za-z-]{0,40}$/u.test(name)) form[name] = value;
    });
    parts.on('file', (_field: string, stream: Readable, name: string | undefined) => {
      file = stream;
      files.set(form, { name: name ?? '', stream });
      resolve(form);
    });
    pipeline(payload, parts, error => {
      // What broke off is no whole document: whoever reads it hears of it.
      if (error) file?.destroy(error);
      if (error) reject(error);
      else resolve(form);
    });
  });
}
