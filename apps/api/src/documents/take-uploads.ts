import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DocumentTakenView } from '@duly/api-contract';
import { DocumentRoom, TooLarge, type Kept } from '@duly/documents';
import type { SourceAsk } from '@duly/register';
import { isErased, type Erased } from '@duly/vault';
import { erased } from '../commands/command-errors.js';
import { askSettled } from '../sources/source-errors.js';
import { ApiError } from '../problem/api-error.js';
import { namedUpload, type Upload } from './upload.js';

/** Where an upload belongs, and who sends it. */
export interface Sender {
  readonly requestId: string;
  readonly caseId: string;
  readonly by: string;
}

const noSuchEntity = new ApiError('not-valid', {
  detail: 'entity: must be an entity that the source describes.',
  remedy: 'Take its name from what was asked; an administrator adds one by POST /v1/sources/SOURCE/change.',
  errors: [{ field: 'entity', message: 'must be an entity that the source describes' }],
});

const isOpen = ({ state }: SourceAsk): boolean => state === 'waiting' || state === 'asked';

function viewOf(kept: Kept | Erased): DocumentTakenView {
  if (isErased(kept)) throw erased;
  const { documentId: document, bytes, mediaType } = kept;
  return { document, bytes, mediaType };
}

/** Takes documents in as they stream, whoever sends them. */
@Injectable()
export class TakeUploads {
  constructor(private readonly room: DocumentRoom) {}

  /** A paper of the case itself. */
  async paper({ by, ...place }: Sender, upload: Upload, documentId: string): Promise<DocumentTakenView> {
    this.mustBeShort(upload, this.room.limits.documentLimit);
    const document = { ...place, documentId, askId: null, purpose: 'requester-paper', takenBy: by } as const;
    return viewOf(await this.room.keep({ ...document, name: namedUpload(upload) }, upload.content));
  }

  /** A document that a source holds, or that shows an erasure. */
  async original(ask: SourceAsk, by: string, upload: Upload, id?: string): Promise<DocumentTakenView> {
    if (!isOpen(ask)) throw askSettled;
    this.mustBeShort(upload, this.room.limits.documentLimit);
    const { requestId, caseId, askId } = ask;
    const purpose = ask.purpose === 'erase' ? 'proof' : 'original';
    const place = { requestId, caseId, askId, documentId: id ?? randomUUID() };
    const document = { ...place, purpose, takenBy: by, name: namedUpload(upload) } as const;
    return viewOf(await this.room.keep(document, upload.content));
  }

  async records(
    { ask, entityName, by, id = randomUUID() }: RecordsSent,
    upload: Upload,
  ): Promise<DocumentTakenView> {
    if (!isOpen(ask) || ask.purpose !== 'collect') throw askSettled;
    if (!ask.entities.some(({ name }) => name === entityName)) throw noSuchEntity;
    this.mustBeShort(upload, this.room.limits.recordsLimit);
    return viewOf(await this.room.keepRecords({ ask, entityName, takenBy: by }, id, upload.content));
  }

  /** What says itself that it is too long need not be read. */
  private mustBeShort({ length = 0 }: Upload, mostBytes: number): void {
    if (length > mostBytes) throw new TooLarge(mostBytes);
  }
}

export interface RecordsSent {
  readonly ask: SourceAsk;
  readonly entityName: string;
  readonly by: string;
  readonly id?: string;
}
