import { Controller, StreamableFile } from '@nestjs/common';
import { documentRoutes, uploadContentType } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { CaseDocuments } from './case-documents.js';
import { Uploaded, type Upload } from './upload.js';

interface OneDocument extends Named {
  readonly document: string;
}

/** What belongs to a case and is no letter of ours. */
@Controller()
export class DocumentsController {
  constructor(private readonly documents: CaseDocuments) {}

  @Serves(documentRoutes.sendDocument, 'work cases')
  send(@TheCall() call: Call, @Params() { id }: Named, @Uploaded() upload: Upload): Promise<Answer> {
    return this.documents.send(call, id, upload);
  }

  @Serves(documentRoutes.listDocuments, 'read cases')
  list(@From() caller: Caller, @Params() { id }: Named) {
    return this.documents.list(caller, id);
  }

  @Serves(documentRoutes.readDocument, 'read cases')
  async read(@From() caller: Caller, @Params() { id, document }: OneDocument): Promise<StreamableFile> {
    const { content, bytes } = await this.documents.read(caller, id, document);
    // To be saved under an opaque name, and never run or shown by a browser.
    return new StreamableFile(content, {
      type: uploadContentType,
      length: bytes,
      disposition: `attachment; filename="${document}"`,
    });
  }

  @Serves(documentRoutes.removeDocument, 'work cases')
  remove(
    @TheCall() call: Call,
    @Params() { id, document }: OneDocument,
    @Body() { reasons }: { readonly reasons: string },
  ): Promise<Answer> {
    return this.documents.remove(call, id, document, reasons);
  }
}
