import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, type Writable } from 'node:stream';
import type { PackageActivities, PackageStep } from '@duly/case-protocol';
import { filesOf, NotAnEntity, NotARecord, writeFiles, type PackageFile } from '@duly/disclosure';
import { NotStored, StoreFull, type StoreKey } from '@duly/documents';
import { NotPrintable } from '@duly/letters';
import type { Package, PackagePart } from '@duly/register';
import { DoesNotOpen, isErased, type Erased } from '@duly/vault';
import { contentsOf } from './package-contents.js';
import { Gone } from './gone.js';
import type { PackageRoom } from './package-room.js';

type Bytes = AsyncIterable<Uint8Array>;

const keyOf = ({ requestId, caseId }: Package, partId: string): StoreKey => [requestId, caseId, partId];

const placeOf = ({ requestId, caseId, packageId }: Package, partId: string) => ({
  requestId,
  caseId,
  copyId: packageId,
  partId,
});

function living(content: Bytes | Erased): Bytes {
  if (isErased(content)) throw new Gone();
  return content;
}

/** Whichever fails ends the other: neither waits for ever on a stream that nobody fills, or reads. */
async function bothOrNeither(between: Writable, ...ends: readonly Promise<void>[]): Promise<void> {
  // Where nobody reads it yet, its error would end the process.
  between.on('error', () => undefined);
  const broken = (error: unknown) => {
    between.destroy(error instanceof Error ? error : new Error('The package was not written.'));
    throw error;
  };
  const settled = await Promise.allSettled(ends.map(end => end.catch(broken)));
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
}

/** Why it can never be built from what there is; undefined where it may succeed later. */
function forGood(error: unknown): string | undefined {
  if ([NotARecord, NotAnEntity, NotPrintable].some(kind => error instanceof kind)) return 'not-readable';
  if (error instanceof Gone) return 'erased';
  return error instanceof DoesNotOpen ? 'does-not-open' : undefined;
}

/** What it waits for, in a word, for whoever looks how far it is. */
const awaited = (error: unknown): string => {
  if (error instanceof StoreFull) return 'store-full';
  return error instanceof NotStored ? 'document-missing' : 'tried-again';
};

/** The files of a package, each read when it is written. */
class PackageWork {
  constructor(
    private readonly made: Package,
    private readonly room: PackageRoom,
  ) {}

  async plan(): Promise<number> {
    const { register, vault } = this.room;
    const { packageId, requestId } = this.made;
    await vault.createCopyKey(packageId, requestId);
    const files = filesOf(await contentsOf(this.made, this.room));
    const parts = files.map(({ path, mediaType, description }, place) => {
      const isDocument = path.startsWith('documents/');
      // What a document is called may name somebody; the register keeps no such words.
      const said = isDocument ? 'A document as it is held' : description;
      return { number: place + 1, partId: randomUUID(), path, mediaType, description: said };
    });
    await register.disclosing.packages.plan(packageId, parts);
    return parts.length;
  }

  async write(number: number): Promise<void> {
    const { register, vault, store } = this.room;
    const { packageId } = this.made;
    const part = (await register.disclosing.packages.parts(packageId)).find(one => one.number === number);
    if (!part || part.isWritten) return;
    const file = (await this.files()).get(part.path);
    if (!file) throw new NotAnEntity(`${part.path} is planned and is no file of the package.`);
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of file.content()) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    const sealed = living(await vault.sealCopy(placeOf(this.made, part.partId), counted()));
    await store.put(keyOf(this.made, part.partId), sealed);
    await register.disclosing.packages.partWritten(packageId, number, bytes);
  }

  async assemble(): Promise<void> {
    const { register, vault, store, keptFor } = this.room;
    const { packageId, requestId, caseId } = this.made;
    const parts = await register.disclosing.packages.parts(packageId);
    const zip = new PassThrough();
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* (content: Bytes): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    };
    const sealed = living(await vault.sealCopy(placeOf(this.made, packageId), counted(zip)));
    await bothOrNeither(zip, this.zipped(parts, zip), store.put(keyOf(this.made, packageId), sealed));
    const wordsId = randomUUID();
    const text = hash.digest('hex');
    if (isErased(await vault.storeWords({ wordsId, requestId, caseId, text }))) throw new Gone();
    await register.disclosing.packages.ready(packageId, bytes, wordsId, keptFor);
    await this.tidy();
  }

  /** What a package was put together from; again without harm. */
  async tidy(): Promise<void> {
    const { register, store } = this.room;
    for (const { partId } of await register.disclosing.packages.parts(this.made.packageId))
      await store.remove(keyOf(this.made, partId));
  }

  private async files(): Promise<ReadonlyMap<string, PackageFile>> {
    return new Map(filesOf(await contentsOf(this.made, this.room)).map(file => [file.path, file]));
  }

  private async zipped(parts: readonly PackagePart[], zip: PassThrough): Promise<void> {
    const contents = await contentsOf(this.made, this.room);
    const described = await this.files();
    const files = parts.map(({ partId, path, mediaType, description }) => ({
      path,
      mediaType,
      description: described.get(path)?.description ?? description,
      content: () => this.stored(partId),
    }));
    const entities = contents.collected.map(({ entity }) => entity);
    const { facts, leftOut = [] } = contents;
    const password = await this.password();
    await writeFiles(files, { facts, leftOut, entities }, zip, {
      ...(password !== undefined && { password }),
    });
  }

  private async password(): Promise<string | undefined> {
    const { passwordWords } = this.made;
    if (passwordWords === null) return undefined;
    const password = await this.room.vault.words(passwordWords);
    if (typeof password !== 'string') throw new Gone();
    return password;
  }

  private async *stored(partId: string): AsyncGenerator<Uint8Array> {
    const { vault, store } = this.room;
    const sealed = store.get(keyOf(this.made, partId));
    for await (const chunk of living(await vault.openCopy(placeOf(this.made, partId), sealed))) {
      this.room.alive();
      yield chunk;
    }
  }
}

/** Everything that building a package asks of the world. */
export function packageActivities(room: PackageRoom) {
  const { packages } = room.register.disclosing;
  const step = async <Done>(packageId: string, work: (made: PackageWork) => Promise<Done>) => {
    const made = await packages.byId(packageId);
    if (made?.state !== 'building') return made?.state === 'ready' ? 'ready' : 'failed';
    try {
      return await work(new PackageWork(made, room));
    } catch (error) {
      const because = forGood(error);
      if (because === undefined) {
        await packages.waitsFor(packageId, awaited(error));
        throw error;
      }
      await packages.failed(packageId, because);
      return 'failed';
    }
  };
  const ended = (outcome: PackageStep | 'ready' | undefined): PackageStep =>
    outcome === 'failed' ? 'failed' : 'done';
  return {
    planPackage: async ({ packageId }) => {
      const parts = await step(packageId, work => work.plan());
      if (parts === 'ready') return { parts: 0 };
      return parts === 'failed' ? 'failed' : { parts };
    },
    writePart: async ({ packageId, part }) =>
      ended(await step(packageId, work => work.write(part).then(() => 'done' as const))),
    assemblePackage: async ({ packageId }) => {
      const outcome = await step(packageId, work => work.assemble().then(() => 'done' as const));
      // Whoever put it together may have died before it was tidied.
      const made = outcome === 'ready' ? await packages.byId(packageId) : undefined;
      if (made) await new PackageWork(made, room).tidy();
      return ended(outcome);
    },
  } satisfies PackageActivities;
}
