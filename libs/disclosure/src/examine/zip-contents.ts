import { configure, Reader, ZipReader, type Entry } from '@zip.js/zip.js';
import { PackageRefused } from './package-refused.js';

configure({ useWebWorkers: false });

/** The bytes of a package, wherever they lie; any part may be asked for. */
export interface PackageBytes {
  readonly length: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** How far a package may expand. */
export interface ExpansionLimits {
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
  /** Of one file, to what it takes in the package. */
  readonly ratio: number;
}

/** What no honest package comes near. */
export const usualLimits = {
  files: 10_000,
  bytes: 16 * 2 ** 30,
  ratio: 1_000,
} as const satisfies ExpansionLimits;

/** A file inside the package, which may be opened again. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: number;
  readonly content: () => AsyncGenerator<Uint8Array>;
}

class AnyPart extends Reader<PackageBytes> {
  constructor(private readonly source: PackageBytes) {
    super(source);
    this.size = source.length;
  }

  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    return this.source.read(offset, Math.min(length, this.source.length - offset));
  }
}

/** Below it a file may expand as it likes. */
const smallFile = 2 ** 20;
/** Plain names in folders: nothing that leads elsewhere, is hidden, or means something to a system of files. */
const safePath = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}\/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/;
const typeOfFile = 0o170000;
const plainFile = 0o100000;

const isPlain = ({ directory, encrypted, symlink, unixMode = 0 }: Entry): boolean =>
  !directory && !encrypted && !symlink && [0, plainFile].includes(unixMode & typeOfFile);

async function* contentOf(entry: Entry & { directory: false }): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = entry.getData(writable, { checkSignature: true });
  // Its failure comes by the stream as well.
  written.catch(() => undefined);
  let bytes = 0;
  for await (const chunk of readable) {
    bytes += chunk.length;
    // What it says of itself may be a lie.
    if (bytes > entry.uncompressedSize) throw new PackageRefused('expands-too-far');
    yield chunk;
  }
  await written;
}

function fileOf(entry: Entry, { ratio }: ExpansionLimits): ZippedFile {
  const { filename: path, uncompressedSize: bytes, compressedSize } = entry;
  if (!safePath.test(path)) throw new PackageRefused('unsafe-name');
  if (entry.directory || !isPlain(entry)) throw new PackageRefused('not-a-plain-file');
  if (bytes > smallFile && bytes > compressedSize * ratio) throw new PackageRefused('expands-too-far');
  const content = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* contentOf(entry);
    } catch (error) {
      throw error instanceof PackageRefused ? error : new PackageRefused('not-readable');
    }
  };
  return { path, bytes, content };
}

/** The files of a ZIP that came from outside, none of which is opened yet. @throws PackageRefused */
export async function zipContents(
  source: PackageBytes,
  limits: ExpansionLimits,
): Promise<ReadonlyMap<string, ZippedFile>> {
  const entries: Entry[] = [];
  let together = 0;
  try {
    const zip = new ZipReader(new AnyPart(source), { filenameValidation: 'tolerant' });
    for await (const entry of zip.getEntriesGenerator()) {
      entries.push(entry);
      together += entry.uncompressedSize;
      if (entries.length > limits.files || together > limits.bytes)
        throw new PackageRefused('expands-too-far');
    }
  } catch (error) {
    throw error instanceof PackageRefused ? error : new PackageRefused('not-a-package');
  }
  const files = entries.map(entry => fileOf(entry, limits));
  const byPath = new Map(files.map(file => [file.path, file]));
  if (byPath.size < files.length) throw new PackageRefused('unsafe-name');
  return byPath;
}
