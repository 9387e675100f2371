import { randomUUID } from 'node:crypto';
import {
  examinePackage,
  openFile,
  PackageRefused,
  type ExpansionLimits,
  type FoundItem,
} from '@duly/disclosure';
import {
  IncomingGone,
  NotScanned,
  placeOfIncoming,
  QuarantinedBytes,
  storeKeyOf,
  type DocumentStore,
  type Scanned,
} from '@duly/documents';
import type { Incoming, ItemFound, Register } from '@duly/register';
import { isErased, type Vault } from '@duly/vault';
import type { Log } from '../log/log.js';
import type { IncomingPost } from './incoming-post.js';

const most = 4;

export interface IncomingOptions {
  readonly register: Register;
  readonly vault: Vault;
  readonly store: DocumentStore;
  /** Undefined where none is set. */
  readonly scanner: { scan(content: AsyncIterable<Uint8Array>): Promise<Scanned> } | undefined;
  /** Counts everything as clean where no scanner is set: for development. */
  readonly isUnscannedClean: boolean;
  readonly limits: ExpansionLimits;
  /** Seconds for which a package is one worker's alone while it is looked at, and between two looks. */
  readonly lease: number;
  /** Seconds for which what was taken over lies here. */
  readonly keptFor: number;
  readonly post: IncomingPost;
  readonly log: Log;
}

async function readToTheEnd(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of content) continue;
}

/** Packages of other controllers: looked at in quarantine, and, once a person has decided, taken over or destroyed. */
export class IncomingKeeping {
  constructor(private readonly options: IncomingOptions) {}

  async look(): Promise<void> {
    const { register, scanner, isUnscannedClean, lease, keptFor } = this.options;
    const { incoming, assessing } = register.transferring;
    // Without a scanner everything waits: /health/ready says so.
    if (scanner || isUnscannedClean)
      for (const one of await incoming.toExamine(most, lease)) await this.examine(one);
    await this.options.post.sendSome();
    for (const one of await assessing.toSettle(most)) await this.settle(one);
    for (const one of await assessing.toDestroy(keptFor, most)) await this.destroy(one);
  }

  private async examine(one: Incoming): Promise<void> {
    const { register, limits, log, scanner } = this.options;
    const { incoming, assessing } = register.transferring;
    try {
      const examining = { limits, scan: this.scan };
      const found = await examinePackage(await this.bytesOf(one), examining);
      const items = await this.described(one, found);
      await assessing.toAssess(one.incomingId, items, scanner ? 'clamd' : 'nobody (development)');
    } catch (error) {
      if (error instanceof PackageRefused) {
        await incoming.refused(one.incomingId, error.because);
        return;
      }
      const because = error instanceof Error ? error.name : 'unknown';
      await incoming.waitsFor(one.incomingId, error instanceof NotScanned ? 'scanner' : 'tried-again');
      log.warn({ incoming: one.incomingId, because }, 'a package of another controller waits in quarantine');
    }
  }

  private readonly scan = async (content: AsyncIterable<Uint8Array>): Promise<void> => {
    const { scanner } = this.options;
    if (!scanner) return readToTheEnd(content);
    const { verdict } = await scanner.scan(content);
    if (verdict === 'infected') throw new PackageRefused('infected');
  };

  /** What the sender says of each item may name somebody: it goes to the vault. */
  private async described(
    { incomingId }: Incoming,
    found: readonly FoundItem[],
  ): Promise<readonly ItemFound[]> {
    const items: ItemFound[] = [];
    for (const [place, { description, ...item }] of found.entries()) {
      const described = randomUUID();
      const words = { wordsId: described, requestId: incomingId, text: description };
      if (isErased(await this.options.vault.storeWords(words))) throw new IncomingGone();
      items.push({ ...item, itemId: randomUUID(), number: place + 1, described });
    }
    return items;
  }

  private async bytesOf(one: Incoming): Promise<QuarantinedBytes> {
    const parts = await this.options.register.transferring.incoming.parts(one.incomingId);
    return new QuarantinedBytes(one, parts, this.options);
  }

  /** What is kept is taken over first, then the rest goes; again without harm. */
  private async settle(one: Incoming): Promise<void> {
    if (one.state !== 'accepted') return this.destroy(one);
    const { register, store } = this.options;
    const { incoming, assessing } = register.transferring;
    for (const item of await assessing.items(one.incomingId)) {
      if (item.decision === 'keep' && item.documentId === null)
        await this.takeOver(one, item.itemId, item.path);
    }
    for (const { partId } of await incoming.parts(one.incomingId))
      await store.remove(storeKeyOf(placeOfIncoming(one.incomingId, partId)));
    await assessing.restDeleted(one.incomingId);
  }

  private async takeOver(one: Incoming, itemId: string, path: string): Promise<void> {
    const { register, vault, store, limits } = this.options;
    const place = placeOfIncoming(one.incomingId, itemId);
    const content = await openFile(await this.bytesOf(one), path, limits);
    const sealed = await vault.sealDocument(place, content);
    if (isErased(sealed)) throw new IncomingGone();
    await store.put(storeKeyOf(place), sealed);
    await register.transferring.assessing.itemKept(one.incomingId, itemId, itemId);
  }

  /** The keys first: from then on nothing of it opens, wherever it lies. */
  private async destroy({ incomingId }: Incoming): Promise<void> {
    const { register, vault, store } = this.options;
    await vault.destroyKeys(incomingId);
    await store.removeOf(incomingId);
    await register.transferring.assessing.destroyed(incomingId);
  }
}
