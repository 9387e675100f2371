import { manifestKind } from '../package/manifest.js';
import { PackageRefused } from './package-refused.js';

export interface ListedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ListedEntity {
  readonly source: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly string[];
}

/** What a package says of itself. */
export interface ReadManifest {
  readonly files: readonly ListedFile[];
  readonly entities: readonly ListedEntity[];
}

type Read = Readonly<Record<string, unknown>>;

const isRead = (value: unknown): value is Read => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Read[] => {
  if (!Array.isArray(value) || !value.every(isRead)) throw new PackageRefused('not-a-package');
  return value;
};
const longest = 2_000;

function text(of: Read, name: string): string {
  const value = of[name];
  if (typeof value !== 'string' || value.length > longest) throw new PackageRefused('not-a-package');
  return value;
}

function length(of: Read, name: string): number {
  const value = of[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new PackageRefused('not-a-package');
  return value;
}

const fileOf = (one: Read): ListedFile => ({
  path: text(one, 'path'),
  mediaType: text(one, 'mediaType'),
  description: text(one, 'description'),
  bytes: length(one, 'bytes'),
  sha256: text(one, 'sha256'),
});

const entityOf = (one: Read): ListedEntity => ({
  source: text(one, 'source'),
  name: text(one, 'name'),
  description: text(one, 'description'),
  fields: listOf(one['fields']).map(field => text(field, 'name')),
});

/** @throws PackageRefused where it is no text, no JSON, or no manifest of the kind that we know */
export function readManifest(bytes: Uint8Array): ReadManifest {
  const manifest = parsed(bytes);
  if (!isRead(manifest) || manifest['kind'] !== manifestKind) throw new PackageRefused('not-a-package');
  return {
    files: listOf(manifest['files']).map(fileOf),
    entities: listOf(manifest['entities']).map(entityOf),
  };
}

/** JSON in UTF-8. @throws PackageRefused */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new PackageRefused('not-readable');
  }
}

/** How many records a file of one entity holds, each with exactly the fields that the manifest describes. @throws PackageRefused */
export function recordsIn(bytes: Uint8Array, { source, name, fields }: ListedEntity): number {
  const file = parsed(bytes);
  if (!isRead(file) || file['source'] !== source || file['entity'] !== name)
    throw new PackageRefused('not-as-listed');
  const records = file['records'];
  const known = new Set(fields);
  const isDescribed = (record: unknown): boolean =>
    isRead(record) && Object.keys(record).every(field => known.has(field));
  if (!Array.isArray(records) || !records.every(isDescribed)) throw new PackageRefused('not-as-listed');
  return records.length;
}
