import { Readable } from 'node:stream';

/** A file of the package. Its content may be read again and is the same each time. */
export interface PackageFile {
  /** Inside the package, with `/`; lower-case. */
  readonly path: string;
  readonly mediaType: string;
  /** In plain words, for the manifest. */
  readonly description: string;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** A small file that is made at once. */
export const fileOf = (path: string, mediaType: string, description: string, text: string): PackageFile => ({
  path,
  mediaType,
  description,
  content: () => Readable.from([Buffer.from(text)]),
});

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
