import { createHash } from 'node:crypto';
import type { Entity } from '../records/entity.js';
import { csvConventions } from '../formats/csv.js';
import type { LeftOutTold, PackageFacts } from './contents.js';
import { fileOf, jsonText, type PackageFile } from './package-file.js';

/** What is known of a file once it is written. */
export interface WrittenFile {
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: number;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Records in it; absent of a file that holds none. */
  readonly records?: number;
}

/** ICO, right to data portability: tell people of the risk in keeping the data. */
export const storageWarning =
  'This package holds personal data. Keep it where only you can open it: on a device with a password, or in a store that is encrypted. Delete copies that you no longer need, and be careful to whom you pass it on.';

/** Passes bytes on and knows, at the end, how many they were and their hash. */
export class Measured {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  async *through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.bytes += chunk.length;
      this.hash.update(chunk);
      yield chunk;
    }
  }

  of({ path, mediaType, description }: PackageFile): WrittenFile {
    return { path, mediaType, description, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** The kind of manifest, so that a reader knows which rules it follows. */
export const manifestKind = 'duly-package/1';

/** What is in the package, where each field comes from, and how to read and check it. */
export function manifestFile(
  facts: PackageFacts,
  entities: readonly Entity[],
  files: readonly WrittenFile[],
  leftOut: readonly LeftOutTold[] = [],
): PackageFile {
  const { reference, madeOn, controller, vocabulary } = facts;
  const manifest = {
    kind: manifestKind,
    reference,
    madeOn,
    controller,
    warning: storageWarning,
    conventions: {
      numbers:
        'A whole number that a computer’s usual number cannot hold exactly, and every decimal number, is written as text in JSON.',
      csv: csvConventions,
      xml: 'xsi:nil="true" where nothing is held; escaped="true" where text has the backslash escapes of JSON; lists and objects as XPath’s json-to-xml writes them.',
      rdf: `JSON-LD 1.1; the words are in data/rdf/vocabulary.jsonld, under ${vocabulary}.`,
    },
    entities,
    leftOut,
    files,
  };
  return fileOf('manifest.json', 'application/json', 'This list', jsonText(manifest));
}
