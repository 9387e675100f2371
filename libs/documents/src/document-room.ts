import { randomUUID } from 'node:crypto';
import { readRecords, type Entity } from '@duly/disclosure';
import type { CaseDocument, DocumentPurpose, Register, SourceAsk } from '@duly/register';
import { isErased, type DocumentPlace, type Erased, type Vault } from '@duly/vault';
import type { DocumentStore } from './document-store.js';
import { receiveDocument, storeKeyOf, TooLarge, type ReceivedDocument } from './receive-document.js';

type Bytes = AsyncIterable<Uint8Array>;

export interface DocumentToKeep extends DocumentPlace {
  readonly askId: string | null;
  readonly purpose: DocumentPurpose;
  readonly name: string;
  /** A staff id, or `source`. */
  readonly takenBy: string;
}

export interface Kept extends ReceivedDocument {
  readonly documentId: string;
}

/** The ask is settled, or has these records already: nothing was kept. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** A document that may not leave: it is not clean, or is not where its row says. */
export class NotClean extends Error {
  override readonly name = 'NotClean';

  constructor(readonly scanState: CaseDocument['scanState']) {
    super(`The document is not clean (${scanState}).`);
  }
}

const recordLimits = { recordBytes: 16 * 2 ** 20, records: 50_000_000 };
const batchBytes = 256 * 1_024;

async function* limited(content: Bytes, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TooLarge(mostBytes);
    yield chunk;
  }
}

/** Each record as one line of JSON, exact: what is kept is what was checked. */
async function* checkedLines(entity: Entity, content: Bytes): AsyncGenerator<Uint8Array> {
  let held = '';
  for await (const record of readRecords(entity, content, recordLimits)) {
    held += `${JSON.stringify(record)}\n`;
    if (held.length < batchBytes) continue;
    yield Buffer.from(held);
    held = '';
  }
  if (held !== '') yield Buffer.from(held);
}

/**
 * Keeps documents of cases and gives them out again. Its row comes before a document's first byte and says last that it is whole, so a
 * crash leaves nothing that no row knows of.
 */
export class DocumentRoom {
  constructor(
    readonly register: Register,
    readonly vault: Vault,
    readonly store: DocumentStore,
    readonly limits: { readonly documentLimit: number; readonly recordsLimit: number },
  ) {}

  /** @throws KindRefused @throws TooLarge @throws StoreFull @throws TooLate: then nothing is kept */
  async keep(document: DocumentToKeep, content: Bytes): Promise<Kept | Erased> {
    const { requestId, caseId, name } = document;
    const nameWords = randomUUID();
    const sealed = await this.vault.storeWords({ wordsId: nameWords, requestId, caseId, text: name });
    if (isErased(sealed)) return sealed;
    return this.take({ ...document, entity: null, nameWords }, content, this.limits.documentLimit);
  }

  /** Checks each record against the fields of the entity as it comes. @throws NotARecord and as {@link keep} */
  async keepRecords(
    { ask, entityName, takenBy }: { ask: SourceAsk; entityName: string; takenBy: string },
    documentId: string,
    content: Bytes,
  ): Promise<Kept | Erased> {
    const held = ask.entities.find(({ name }) => name === entityName);
    if (!held) throw new TooLate();
    const { requestId, caseId, askId, source } = ask;
    const lines = checkedLines({ source, ...held }, limited(content, this.limits.recordsLimit));
    const row = { requestId, caseId, documentId, askId, purpose: 'records' as const, takenBy };
    const named = { ...row, name: 'records.ndjson', entity: entityName, nameWords: null };
    return this.take(named, lines, this.limits.recordsLimit * 2);
  }

  /**
   * The content of a clean document of this case, and of no other: the row, the key in the store and what seals it must all say so.
   * What it gives may be used only once it has ended without an error.
   * @throws NotClean @throws NotStored @throws DoesNotOpen
   */
  async open(caseId: string, document: CaseDocument): Promise<Bytes | Erased> {
    if (document.scanState !== 'clean') throw new NotClean(document.scanState);
    return this.openUnscanned(caseId, document);
  }

  /** For the scanner alone. */
  openUnscanned(caseId: string, document: CaseDocument): Promise<Bytes | Erased> {
    const { requestId, documentId, storageKey } = document;
    const place = { requestId, caseId, documentId };
    if (document.caseId !== caseId || storageKey !== storeKeyOf(place).join('/'))
      throw new Error(`Document ${documentId} is not where its row says.`);
    return this.vault.openDocument(place, this.store.get(storeKeyOf(place)));
  }

  /** @returns false where the case has no such document */
  async remove(caseId: string, documentId: string, by: string): Promise<boolean> {
    const document = await this.register.documents.ofCaseById(caseId, documentId);
    if (!document) return false;
    await this.store.remove(storeKeyOf(document));
    return this.register.documents.remove(caseId, documentId, by);
  }

  /** Removes what was begun so many seconds ago and never became whole. */
  async sweep(olderThan: number): Promise<void> {
    for (const place of await this.register.documents.unfinished(olderThan)) await this.giveUp(place);
  }

  private async take(
    row: DocumentToKeep & { readonly entity: string | null; readonly nameWords: string | null },
    content: Bytes,
    mostBytes: number,
  ): Promise<Kept | Erased> {
    const { documents } = this.register;
    const { documentId, name, ...rest } = row;
    const there = await documents.ofCaseById(row.caseId, documentId);
    if (there) return { documentId, bytes: there.bytes, hash: there.hash, mediaType: there.mediaType };
    await documents.begin({ documentId, ...rest });
    try {
      const received = await receiveDocument(row, name, content, {
        vault: this.vault,
        store: this.store,
        mostBytes,
      });
      if (isErased(received)) return received;
      const hash = await this.vault.commitments.ofDocument(row.requestId, received.hash);
      if (isErased(hash)) return hash;
      if (!(await documents.received(documentId, { ...received, hash }))) throw new TooLate();
      return { documentId, ...received, hash };
    } catch (error) {
      await this.giveUp(row).catch(() => undefined);
      throw error;
    }
  }

  private async giveUp(place: DocumentPlace): Promise<void> {
    await this.store.remove(storeKeyOf(place));
    await this.register.documents.abandon(place.documentId);
  }
}
