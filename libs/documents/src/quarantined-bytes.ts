import type { PackageBytes } from '@duly/disclosure';
import type { Incoming, IncomingPart } from '@duly/register';
import { isErased, type Vault } from '@duly/vault';
import type { DocumentStore } from './document-store.js';
import { storeKeyOf } from './receive-document.js';

/** A package of another controller belongs to no request: its own id stands for request and case. */
export const placeOfIncoming = (incomingId: string, documentId: string) => ({
  requestId: incomingId,
  caseId: incomingId,
  documentId,
});

/** Its keys are gone: there is nothing left to look at. */
export class IncomingGone extends Error {
  override readonly name = 'IncomingGone';
}

/** The bytes of a package that came in pieces, each sealed; one piece is open at a time. */
export class QuarantinedBytes implements PackageBytes {
  readonly length: number;
  private open: { readonly part: IncomingPart; readonly bytes: Buffer } | undefined;

  constructor(
    private readonly incoming: Pick<Incoming, 'incomingId' | 'bytes'>,
    private readonly parts: readonly IncomingPart[],
    private readonly room: { readonly vault: Vault; readonly store: DocumentStore },
  ) {
    this.length = incoming.bytes;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = offset + length;
    const found: Uint8Array[] = [];
    for (const part of this.parts) {
      if (part.fromByte >= end || part.fromByte + part.bytes <= offset) continue;
      const bytes = await this.opened(part);
      found.push(
        bytes.subarray(Math.max(0, offset - part.fromByte), Math.min(part.bytes, end - part.fromByte)),
      );
    }
    return new Uint8Array(Buffer.concat(found));
  }

  private async opened(part: IncomingPart): Promise<Buffer> {
    if (this.open?.part === part) return this.open.bytes;
    const place = placeOfIncoming(this.incoming.incomingId, part.partId);
    const content = await this.room.vault.openDocument(place, this.room.store.get(storeKeyOf(place)));
    if (isErased(content)) throw new IncomingGone();
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    this.open = { part, bytes };
    return bytes;
  }
}
