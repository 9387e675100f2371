import { Readable, Writable } from 'node:stream';
import { ZipWriter, configure } from '@zip.js/zip.js';
import { csvFiles } from '../formats/csv.js';
import { jsonLdFiles } from '../formats/json-ld.js';
import { jsonFiles } from '../formats/json.js';
import { vocabularyFile } from '../formats/vocabulary.js';
import { xmlFiles } from '../formats/xml.js';
import { checkEntity, NotAnEntity, type Entity } from '../records/entity.js';
import type { PackageContents, PackedDocument } from './contents.js';
import { manifestFile, Measured, type WrittenFile } from './manifest.js';
import { overviewFile } from './overview.js';
import type { PackageFile } from './package-file.js';

configure({ useWebWorkers: false });

/** Every entry has the same time, so that the same data makes the same bytes. 1980 is where ZIP's calendar begins. */
const sameTime = new Date(1980, 0, 1);
/** Beyond it files hardly shrink further. */
const level = 6;

export interface Packing {
  /** Encrypts every file (AES-256, WinZip's AE-2). Its bytes then differ each time. */
  readonly password?: string;
  readonly signal?: AbortSignal;
  /** Told after each file, for a heartbeat. */
  readonly written?: (file: WrittenFile) => void;
}

const documentFile = ({ source, name, mediaType, description, content }: PackedDocument): PackageFile => ({
  path: `documents/${source}/${name}`,
  mediaType,
  description,
  content,
});

/**
 * Every file of a package but the manifest, in the order in which they stand.
 * @throws NotAnEntity where a name cannot stand in every format, or two entities have one
 */
export function filesOf(contents: PackageContents): readonly PackageFile[] {
  const { facts, collected, documents, beside } = contents;
  const names = new Set<string>();
  for (const { entity } of collected) {
    checkEntity(entity);
    const name = `${entity.source}.${entity.name}`;
    if (names.has(name)) throw new NotAnEntity(`Two entities are called ${name}. Rename one.`);
    names.add(name);
  }
  const entities = collected.map(({ entity }) => entity);
  return [
    overviewFile(contents),
    ...beside,
    ...collected.flatMap(one => [
      ...csvFiles(one),
      ...jsonFiles(one),
      ...xmlFiles(one, facts.vocabulary),
      ...jsonLdFiles(one, facts.vocabulary),
    ]),
    ...(entities.length > 0 ? [vocabularyFile(entities, facts.vocabulary)] : []),
    ...documents.map(documentFile),
  ];
}

/** What the manifest says beside the files. */
export type ForManifest = Pick<PackageContents, 'facts' | 'leftOut'> & {
  readonly entities: readonly Entity[];
};

/**
 * Writes files that are ready, and the manifest behind them, as a ZIP in a stream: the same files give the same bytes, in flat memory.
 * The manifest comes last, since it holds the hash of every other file.
 * @returns what was written, the manifest too
 * @throws the error of a file, or of the destination
 */
export async function writeFiles(
  files: readonly PackageFile[],
  { facts, entities, leftOut }: ForManifest,
  destination: Writable,
  { password, signal, written }: Packing = {},
): Promise<readonly WrittenFile[]> {
  const zip = new ZipWriter(Writable.toWeb(destination), {
    level,
    lastModDate: sameTime,
    extendedTimestamp: false,
    useUnicodeFileNames: true,
    ...(password !== undefined && { password, encryptionStrength: 3 }),
    ...(signal && { signal }),
  });
  const list: WrittenFile[] = [];
  const add = async (file: PackageFile): Promise<void> => {
    const measured = new Measured();
    await zip.add(file.path, Readable.toWeb(Readable.from(measured.through(file.content()))));
    const done = measured.of(file);
    list.push(done);
    written?.(done);
  };
  for (const file of files) await add(file);
  await add(manifestFile(facts, entities, [...list], leftOut));
  await zip.close();
  return list;
}

/**
 * Writes a whole package at once.
 * @throws NotAnEntity @throws as {@link writeFiles}
 */
export async function writePackage(
  contents: PackageContents,
  destination: Writable,
  packing: Packing = {},
): Promise<readonly WrittenFile[]> {
  const { facts, leftOut } = contents;
  const entities = contents.collected.map(({ entity }) => entity);
  const forManifest = { facts, entities, ...(leftOut && { leftOut }) };
  return writeFiles(filesOf(contents), forManifest, destination, packing);
}
