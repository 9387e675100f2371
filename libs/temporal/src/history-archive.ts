import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Where the histories of closed runs outlive Temporal's retention. What is kept is named by its own hash, so it can only be whole or wrong. */
export interface HistoryArchive {
  /** Keeps it, whole or not at all; the same again changes nothing. @returns SHA-256 of its JSON, in hexadecimal */
  keep(history: unknown): Promise<string>;
  /** @throws ArchiveDamaged where it is missing, cut or changed */
  read(file: string): Promise<unknown>;
}

/** What was archived is not there as it was. */
export class ArchiveDamaged extends Error {
  override readonly name = 'ArchiveDamaged';

  constructor(
    readonly file: string,
    readonly what: 'missing' | 'not whole' | 'changed',
  ) {
    super(
      `The history ${file.slice(0, 12)}… of the archive is ${what}. Take it from a backup of the archive's folder.`,
    );
  }
}

/** Bytes of JSON; a case is some hundred kilobytes. */
const largest = 256 * 1024 * 1024;
/** Milliseconds: nobody writes one history for so long. */
const longestWriting = 60_000;

const hashOf = (json: string): string => createHash('sha256').update(json).digest('hex');

/** One file for each history, gzipped, for its owner alone. Any number of processes may share the folder. */
export class FolderArchive implements HistoryArchive {
  constructor(private readonly root: string) {}

  async keep(history: unknown): Promise<string> {
    const json = JSON.stringify(history);
    const file = hashOf(json);
    const path = this.pathOf(file);
    const unfinished = `${path}.${randomUUID()}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await this.write(unfinished, gzipSync(json));
      await rename(unfinished, path);
      // The name is on the disk only once the folder is.
      const folder = await open(dirname(path), 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await this.sweep(path);
    return file;
  }

  async read(file: string): Promise<unknown> {
    const packed = await readFile(this.pathOf(file)).catch(() => {
      throw new ArchiveDamaged(file, 'missing');
    });
    const json = this.unpacked(file, packed);
    if (hashOf(json) !== file) throw new ArchiveDamaged(file, 'changed');
    return JSON.parse(json) as unknown;
  }

  /** Whoever was killed while writing it has left a part; the next to keep it takes that away. */
  private async sweep(path: string): Promise<void> {
    const names = await readdir(dirname(path));
    const parts = names.filter(name => name.startsWith(`${basename(path)}.`) && name.endsWith('.part'));
    for (const name of parts) {
      const part = join(dirname(path), name);
      const written = await stat(part).catch(() => undefined);
      if (written && Date.now() - written.mtimeMs > longestWriting) await rm(part, { force: true });
    }
  }

  private unpacked(file: string, packed: Buffer): string {
    try {
      return gunzipSync(packed, { maxOutputLength: largest }).toString('utf8');
    } catch {
      throw new ArchiveDamaged(file, 'not whole');
    }
  }

  private async write(path: string, bytes: Buffer): Promise<void> {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private pathOf(file: string): string {
    if (!/^[0-9a-f]{64}$/.test(file)) throw new RangeError('A history of the archive is named by SHA-256.');
    return join(this.root, file.slice(0, 2), `${file}.json.gz`);
  }
}
