import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkKey,
  checkRequest,
  NotStored,
  StoreFull,
  type DocumentStore,
  type StoreKey,
} from './document-store.js';

const ownerOnly = { folder: 0o700, file: 0o600 } as const;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Neither space nor quota is left. */
const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)));

async function inFile<Answer>(path: string, flags: string, work: (file: FileHandle) => Promise<Answer>) {
  const file = await open(path, flags, ownerOnly.file);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Bytes written, and read, at once: each costs a turn of the machine. */
const batch = 2 ** 20;

async function* inBatches(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of content) {
    held.push(bytes);
    size += bytes.length;
    if (size < batch) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Documents as files of one folder, for its owner alone. */
export class FolderStore implements DocumentStore {
  constructor(private readonly root: string) {}

  readonly put = async (key: StoreKey, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const { folder, path } = this.place(key);
    // A name of its own, so that two who write at once do not mix; a document is there whole or not at all.
    const unfinished = `${path}.${randomUUID()}.part`;
    await mkdir(folder, { recursive: true, mode: ownerOnly.folder });
    try {
      await inFile(unfinished, 'wx', async file => {
        for await (const bytes of inBatches(content)) await file.writeFile(bytes);
        await file.sync();
      });
      await rename(unfinished, path);
      // The name is on the disk only once the folder is.
      await inFile(folder, 'r', file => file.sync());
    } catch (error) {
      await rm(unfinished, { force: true });
      if (isFull(error)) throw new StoreFull();
      throw error;
    }
  };

  readonly get = (key: StoreKey): AsyncIterable<Uint8Array> => this.read(key);

  readonly remove = async (key: StoreKey): Promise<void> => {
    await rm(this.place(key).path, { force: true });
  };

  readonly countOf = async (requestId: string): Promise<number> => {
    checkRequest(requestId);
    const found = await readdir(join(this.root, requestId), { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      },
    );
    return found.filter(one => one.isFile()).length;
  };

  readonly removeOf = async (requestId: string): Promise<void> => {
    checkRequest(requestId);
    await rm(join(this.root, requestId), { recursive: true, force: true });
  };

  private async *read(key: StoreKey): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(this.place(key).path, { highWaterMark: batch }) as AsyncIterable<Uint8Array>;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new NotStored(key);
      throw error;
    }
  }

  private place(key: StoreKey): { readonly folder: string; readonly path: string } {
    checkKey(key);
    const [requestId, caseId, documentId] = key;
    const folder = join(this.root, requestId, caseId);
    return { folder, path: join(folder, documentId) };
  }
}
