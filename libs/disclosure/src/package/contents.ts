import type { Collected } from '../records/entity.js';
import type { PackageFile } from './package-file.js';

/** Who sends the package, and what about. */
export interface PackageFacts {
  readonly reference: string;
  /** Civil date in Europe/London on which it was made. */
  readonly madeOn: string;
  readonly controller: { readonly name: string; readonly address: string; readonly contact: string };
  /** IRI under which the words of the RDF and XML files live, without a `#` or `/` at its end. */
  readonly vocabulary: string;
}

/** A document that goes along as it is held. */
export interface PackedDocument {
  readonly source: string;
  /** A name that is safe in every file system; what it was called is in the description. */
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** Something that is not in the package, and on what ground: as far as the law lets it be told. */
export interface LeftOutTold {
  readonly source: string;
  /** Absent of a document. */
  readonly entity?: string;
  readonly what: string;
  /** Names of fields that are in no file. */
  readonly fields?: readonly string[];
  /** How many records. */
  readonly records?: number;
  readonly because: string;
}

export interface PackageContents {
  readonly facts: PackageFacts;
  readonly collected: readonly Collected[];
  readonly documents: readonly PackedDocument[];
  /** Such as the cover letter. */
  readonly beside: readonly PackageFile[];
  readonly leftOut?: readonly LeftOutTold[];
}
