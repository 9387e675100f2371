import { Controller, UseGuards } from '@nestjs/common';
import { askRoutes, type AnswerTaken, type AskedOfSource, type SourceAnswerBody } from '@duly/api-contract';
import { Register, type SourceAsk } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import { CaseReads } from '../cases/case-reads.js';
import { erased } from '../commands/command-errors.js';
import { TakeUploads } from '../documents/take-uploads.js';
import { Uploaded, type Upload } from '../documents/upload.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { AskedByToken, TheAsk } from './asked-by-token.js';
import { CollectCase } from './collect-case.js';

/** What the systems of sources do themselves: read whom they are asked about, send what they hold, answer. */
@UseGuards(AskedByToken)
@Controller()
export class AsksController {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly reads: CaseReads,
    private readonly uploads: TakeUploads,
    private readonly collecting: CollectCase,
  ) {}

  @Serves(askRoutes.readAsk, 'nothing')
  async read(@TheAsk() ask: SourceAsk): Promise<AskedOfSource> {
    const { askId, requestId, caseId, sourceId, purpose, tokenUntil: answerUntil } = ask;
    const { reference } = await this.reads.found(caseId);
    const detail = { what: 'people', ask: askId, source: sourceId };
    await this.register.record({ action: 'PersonalDataRead', by: 'source', requestId, caseId, detail });
    const people = await this.vault.people(requestId);
    if (isErased(people) || !people.subject) throw erased;
    const { name, email = null, phone = null, postalAddress = null } = people.subject;
    return {
      ask: askId,
      purpose,
      reference,
      subject: { name, email, phone, postalAddress },
      entities: structuredClone(ask.entities) as AskedOfSource['entities'],
      answerUntil,
    };
  }

  @Serves(askRoutes.sendRecordsByToken, 'nothing')
  async records(
    @TheAsk() ask: SourceAsk,
    @Params() { entity }: { readonly entity: string },
    @Uploaded() upload: Upload,
  ): Promise<Answer> {
    const body = await this.uploads.records({ ask, entityName: entity, by: 'source' }, upload);
    return { status: successStatuses.ok, body };
  }

  @Serves(askRoutes.sendDocumentByToken, 'nothing')
  async document(@TheAsk() ask: SourceAsk, @Uploaded() upload: Upload): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.uploads.original(ask, 'source', upload) };
  }

  @Serves(askRoutes.answerByToken, 'nothing')
  async answer(@TheAsk() ask: SourceAsk, @Body() body: SourceAnswerBody): Promise<Answer> {
    await this.collecting.recordAnswer(ask, body, 'source');
    const answered: AnswerTaken = { ask: ask.askId, state: 'answered' };
    return { status: successStatuses.ok, body: answered };
  }
}
