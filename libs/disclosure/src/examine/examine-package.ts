import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { PackageRefused } from './package-refused.js';
import { readManifest, recordsIn, type ListedEntity, type ListedFile } from './read-manifest.js';
import { zipContents, type ExpansionLimits, type PackageBytes, type ZippedFile } from './zip-contents.js';

type Bytes = AsyncIterable<Uint8Array>;

/** What may be kept of a package: the records of an entity, as JSON, or a document. The other files say the same again. */
export interface FoundItem {
  readonly kind: 'records' | 'document';
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: number;
  /** Null of a document, and of records too many to be looked at one by one. */
  readonly records: number | null;
}

export interface Examining {
  readonly limits: ExpansionLimits;
  /** Looks at the content of each file, and reads it to its end: a scanner. @throws PackageRefused where it is not clean */
  readonly scan: (content: Bytes) => Promise<void>;
}

/** A larger file of records is proved by its hash alone. */
const mostHeld = 64 * 2 ** 20;
const manifestPath = 'manifest.json';
const isText = (mediaType: string): boolean =>
  /^text\/|[/+](?:json|xml|html|ld\+json)(?:;|$)|^application\/(?:json|xml|schema\+json)/.test(mediaType);
const isXml = ({ path, mediaType }: ListedFile): boolean =>
  /[/+]xml/.test(mediaType) || /\.(?:xml|xsd)$/.test(path);
/** No file of ours has one, and by it a few bytes become many, or another file is read. */
const typeDeclaration = /<!(?:DOCTYPE|ENTITY)/i;
const overlap = 16;

/** Passes the bytes on; at their end they were text, without a declaration of types in XML, and exactly those that were listed. */
async function* proved(content: Bytes, listed: ListedFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const decoder = isText(listed.mediaType) ? new TextDecoder('utf-8', { fatal: true }) : undefined;
  let bytes = 0;
  let before = '';
  for await (const chunk of content) {
    bytes += chunk.length;
    hash.update(chunk);
    const words = decoder && decoded(decoder, chunk);
    if (words !== undefined && isXml(listed) && typeDeclaration.test(before + words))
      throw new PackageRefused('not-readable');
    before = (before + (words ?? '')).slice(-overlap);
    yield chunk;
  }
  if (decoder) decoded(decoder);
  if (bytes !== listed.bytes || hash.digest('hex') !== listed.sha256)
    throw new PackageRefused('not-as-listed');
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new PackageRefused('not-readable');
  }
}

/** Small files whole, in memory. */
async function held({ content, bytes }: ZippedFile): Promise<Uint8Array> {
  if (bytes > mostHeld) throw new PackageRefused('not-a-package');
  const parts: Uint8Array[] = [];
  for await (const chunk of content()) parts.push(chunk);
  return Buffer.concat(parts);
}

const recordsPath = ({ source, name }: ListedEntity): string => `data/json/${source}.${name}.json`;

async function itemOf(
  file: ZippedFile,
  listed: ListedFile,
  entities: ReadonlyMap<string, ListedEntity>,
): Promise<FoundItem | undefined> {
  const { path, mediaType, bytes, description } = listed;
  if (path.startsWith('documents/'))
    return { kind: 'document', path, mediaType, bytes, description, records: null };
  const entity = entities.get(path);
  if (!entity) return undefined;
  const records = bytes > mostHeld ? null : recordsIn(await held(file), entity);
  return { kind: 'records', path, mediaType, bytes, description: entity.description, records };
}

/**
 * Looks at a package that came from outside, before anybody opens it: names, kinds of files, how far it expands, and that each file is
 * what the manifest lists, byte for byte.
 * @returns its items, in the order of the manifest
 * @throws PackageRefused for the first thing that is wrong
 */
export async function examinePackage(
  source: PackageBytes,
  { limits, scan }: Examining,
): Promise<readonly FoundItem[]> {
  const files = await zipContents(source, limits);
  const manifest = files.get(manifestPath);
  if (!manifest) throw new PackageRefused('not-a-package');
  const { files: list, entities } = readManifest(await held(manifest));
  const isWhole = list.length === files.size - 1 && list.every(({ path }) => files.has(path));
  if (!isWhole || list.some(({ path }) => path === manifestPath)) throw new PackageRefused('not-as-listed');
  const byPath = new Map(entities.map(entity => [recordsPath(entity), entity]));
  if (![...byPath.keys()].every(path => files.has(path))) throw new PackageRefused('not-as-listed');
  const items: FoundItem[] = [];
  for (const listed of list) {
    const file = files.get(listed.path);
    if (!file) throw new PackageRefused('not-as-listed');
    await scan(proved(file.content(), listed));
    const item = await itemOf(file, listed, byPath);
    if (item) items.push(item);
  }
  return items;
}

/** One file of a package that was examined. @throws PackageRefused where it is not there */
export async function openFile(source: PackageBytes, path: string, limits: ExpansionLimits): Promise<Bytes> {
  const file = (await zipContents(source, limits)).get(path);
  if (!file) throw new PackageRefused('not-as-listed');
  return file.content();
}
