import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DocumentsView, DocumentView } from '@duly/api-contract';
import { DocumentRoom } from '@duly/documents';
import type { CaseDocument } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import { erased } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { noSuchDocument } from './document-errors.js';
import { TakeUploads } from './take-uploads.js';
import type { Upload } from './upload.js';

export interface DocumentToRead {
  readonly content: Readable;
  readonly bytes: number;
}

/** What the idempotency of an upload compares instead of its bytes. */
export const uploadCall = (call: Call, { name, length }: Upload): Call => ({
  ...call,
  body: { name: name ?? null, length: length ?? null },
});

/** The documents of a case, as handlers send and read them. */
@Injectable()
export class CaseDocuments {
  constructor(
    private readonly calls: Calls,
    private readonly reads: CaseReads,
    private readonly privately: PrivateReads,
    private readonly room: DocumentRoom,
    private readonly vault: Vault,
    private readonly uploads: TakeUploads,
  ) {}

  async send(call: Call, caseId: string, upload: Upload): Promise<Answer> {
    const { requestId } = await this.reads.found(caseId);
    return this.calls.once(uploadCall(call, upload), { id: randomUUID() }, async ({ work, staffId: by }) => ({
      status: successStatuses.ok,
      body: await this.uploads.paper({ requestId, caseId, by }, upload, work.id),
    }));
  }

  async list(caller: Caller, caseId: string): Promise<DocumentsView> {
    const { requestId } = await this.reads.found(caseId);
    const documents = await this.room.register.documents.ofCase(caseId);
    // Their names may name somebody.
    await this.privately.ofDocuments(caller, { requestId, caseId });
    return { documents: await Promise.all(documents.map(one => this.view(one))) };
  }

  /** The whole of it is opened first as it is read: what does not prove itself ends in an error and a broken answer, never in half a document taken for whole. */
  async read(caller: Caller, caseId: string, documentId: string): Promise<DocumentToRead> {
    const { requestId } = await this.reads.found(caseId);
    const document = await this.room.register.documents.ofCaseById(caseId, documentId);
    if (!document) throw noSuchDocument;
    await this.privately.ofDocuments(caller, { requestId, caseId }, documentId);
    const content = await this.room.open(caseId, document);
    if (isErased(content)) throw erased;
    return { content: Readable.from(content), bytes: document.bytes };
  }

  async remove(call: Call, caseId: string, documentId: string, reasons: string): Promise<Answer> {
    const { requestId } = await this.reads.found(caseId);
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      await storeWords(this.vault, { requestId, caseId }, [{ wordsId, text: reasons }]);
      if (!(await this.room.remove(caseId, documentId, staffId))) throw noSuchDocument;
      return { status: successStatuses.ok, body: { id: documentId } };
    });
  }

  private async view(document: CaseDocument): Promise<DocumentView> {
    const { documentId: id, askId: ask, purpose, entity, mediaType, bytes, scanState: scan } = document;
    const { scanFound: found, scannedBy, scannedAt, takenBy, receivedAt } = document;
    const words = document.nameWords === null ? null : await this.vault.words(document.nameWords);
    const name = typeof words === 'string' ? words : null;
    return {
      id,
      ask,
      purpose,
      entity,
      name,
      mediaType,
      bytes,
      scan,
      found,
      scannedBy,
      scannedAt,
      takenBy,
      receivedAt,
    };
  }
}
