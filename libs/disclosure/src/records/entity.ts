import type { DataOrigin, LawfulBasis } from '@duly/law';

/**
 * What a field holds. `integer` and `decimal` are exact, of any size; `date` is `YYYY-MM-DD`; `instant` is RFC 3339 with its offset;
 * `list` and `object` are JSON of any depth up to 20.
 */
export const fieldTypes = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'instant',
  'list',
  'object',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** One field, and where its data comes from (UK GDPR Arts 13–15, 20). */
export interface Field {
  /** A letter or `_`, then letters, digits and `_`; at most 63 characters: a name in JSON, CSV, XML and RDF alike. */
  readonly name: string;
  readonly type: FieldType;
  /** In plain words, for the person. */
  readonly description: string;
  readonly origin: DataOrigin;
  readonly basis: LawfulBasis;
  /** The IRI of a term that others know, such as `https://schema.org/givenName`. */
  readonly term?: string;
}

/** A kind of record that a source holds: one table, one file of the package in each format. */
export interface Entity {
  /** The source's name; with the entity's it is unique in a package. Both lower-case letters, digits and `-`. */
  readonly source: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

/** A value as it is kept: plain JSON. A number that a double cannot hold exactly is kept as its text. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** One record: a value for each field of its entity, null where nothing is held. */
export type DataRecord = Readonly<Record<string, Value>>;

/**
 * A record in the JSON in which it is kept: the text of each value, in the order of its entity's fields. Each character is one byte of its
 * UTF-8, so that nothing is decoded and encoded again on its way from file to file; `lettersOf` gives letters.
 */
export type KeptRecord = readonly string[];

/**
 * An entity with its records. They may be read as often as needed, and come in the same order each time; many at once, since a turn of the
 * machine costs more than a record.
 */
export interface Collected {
  readonly entity: Entity;
  readonly records: () => AsyncIterable<readonly KeptRecord[]>;
}

/** An entity that cannot be packed. Its words hold names of fields, never data. */
export class NotAnEntity extends Error {
  override readonly name = 'NotAnEntity';
}

const fieldName = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const fileName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const most = 63;

/** XML keeps every name that begins so for itself. */
const isReserved = (name: string): boolean => /^xml/i.test(name);

/** @throws NotAnEntity where a name cannot stand in every format, or stands twice. */
export function checkEntity({ source, name, fields }: Entity): void {
  for (const part of [source, name]) {
    if (!fileName.test(part) || part.length > most)
      throw new NotAnEntity(
        `"${part.slice(0, most)}" cannot name a source or an entity. Use lower-case letters, digits and "-", at most ${most}.`,
      );
  }
  if (fields.length === 0) throw new NotAnEntity(`${source}/${name} has no fields. Describe at least one.`);
  const seen = new Set<string>();
  for (const field of fields) {
    if (!fieldName.test(field.name) || isReserved(field.name))
      throw new NotAnEntity(
        `A field of ${source}/${name} has a name that not every format can write. Begin with a letter or "_", not with "xml"; use letters, digits and "_", at most ${most}.`,
      );
    // Spreadsheets, and people, do not tell capitals apart.
    const same = field.name.toLowerCase();
    if (seen.has(same))
      throw new NotAnEntity(`${source}/${name} has two fields called "${field.name}". Rename one.`);
    seen.add(same);
  }
}
