import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FinishBody, RecordsQuery, RecordsView, ReviewBody, ReviewView } from '@duly/api-contract';
import { exemptionsInForce } from '@duly/case';
import { NotARecord, readKept, recordOf } from '@duly/disclosure';
import { storeKeyOf } from '@duly/documents';
import { Register, type CollectedItem } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import { erased } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import {
  exemptionNotInForce,
  itemNotReadable,
  notAllClean,
  noSuchItem,
  noSuchMark,
  redactsNothing,
  reviewChanged,
  reviewIncomplete,
} from './disclosing-errors.js';
import { DocumentShelf } from './document-shelf.js';
import { isFinished, judged, type JudgedItem } from './judged-review.js';
import { reviewView } from './review-view.js';
import { ReviewRules } from './review-rules.js';
import type { ReviewOfCase } from './judged-review.js';

const limits = { recordBytes: 16 * 2 ** 20, records: 1e9 };
const usualLimit = 50;

/** What of the collected data may leave. */
@Injectable()
export class Reviewing {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly calls: Calls,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly privately: PrivateReads,
    private readonly shelf: DocumentShelf,
    private readonly rules: ReviewRules,
  ) {}

  /** @throws ApiError `no-such-case` */
  async of(caseId: string): Promise<ReviewOfCase> {
    const known = await this.reads.found(caseId);
    const file = await this.files.load(known);
    const review = await this.register.disclosing.reviews.of(caseId);
    const items = judged(review, file, known.right);
    return { known, file, review, items, isFinished: isFinished(this.rules.asks, review, items) };
  }

  async read(caller: Caller, caseId: string): Promise<ReviewView> {
    const { known } = await this.of(caseId);
    await this.privately.reviewed(caller, known);
    return this.view(caseId);
  }

  mark(call: Call, caseId: string, item: string, body: ReviewBody): Promise<Answer> {
    return this.calls.once(
      call,
      { markId: randomUUID(), wordsId: randomUUID() },
      async ({ work, staffId }) => {
        const found = await this.of(caseId);
        const { known } = found;
        this.mustBeMarkable(found, item, body);
        const { words: text, ...mark } = body;
        const { requestId } = known;
        if (text !== undefined)
          await storeWords(this.vault, { requestId, caseId }, [{ wordsId: work.wordsId, text }]);
        const words = text === undefined ? null : work.wordsId;
        await this.register.disclosing.reviews.mark(
          { caseId, requestId },
          { ...mark, markId: work.markId, documentId: item, words },
          staffId,
        );
        return this.answer(caseId);
      },
    );
  }

  takeBack(call: Call, caseId: string, mark: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const { requestId } = await this.reads.found(caseId);
      if (!(await this.register.disclosing.reviews.takeBack({ caseId, requestId }, mark, staffId)))
        throw noSuchMark;
      return this.answer(caseId);
    });
  }

  finish(call: Call, caseId: string, { version }: FinishBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const { known, items, review } = await this.of(caseId);
      if (review.version !== version) throw reviewChanged;
      if (review.notClean > 0) throw notAllClean(review.notClean);
      if (items.some(({ missing }) => missing.length > 0)) throw reviewIncomplete;
      const { requestId } = known;
      if (!(await this.register.disclosing.reviews.finish({ caseId, requestId }, version, staffId)))
        throw reviewChanged;
      return this.answer(caseId);
    });
  }

  async records(caller: Caller, caseId: string, item: string, asked: RecordsQuery): Promise<RecordsView> {
    const { from = 1, limit = usualLimit } = asked;
    const { known, items } = await this.of(caseId);
    const found = items.find(one => one.item.documentId === item)?.item;
    if (!found?.entity) throw noSuchItem;
    await this.privately.reviewed(caller, known);
    const place = { requestId: known.requestId, caseId, documentId: item };
    const content = await this.vault.openDocument(place, this.shelf.store.get(storeKeyOf(place)));
    if (isErased(content)) throw erased;
    const entity = { source: found.source, ...found.entity };
    const records: RecordsView['records'] = [];
    let number = 0;
    try {
      for await (const some of readKept(entity, content, limits)) {
        for (const kept of some) {
          number += 1;
          if (number < from) continue;
          if (records.length === limit) return { from, records, next: number };
          records.push({ ...recordOf(entity, kept) });
        }
      }
    } catch (error) {
      throw error instanceof NotARecord ? itemNotReadable(error.message) : error;
    }
    return { from, records, next: null };
  }

  private async answer(caseId: string): Promise<Answer> {
    // What is kept for a repetition holds no words: they are read again from the vault.
    return { status: successStatuses.ok, body: await this.view(caseId), kept: await this.view(caseId, true) };
  }

  private async view(caseId: string, withoutWords = false): Promise<ReviewView> {
    const found = await this.of(caseId);
    const ids = found.items.flatMap(({ item, marks }) => [
      item.nameWords,
      ...marks.map(({ words }) => words),
    ]);
    const texts = new Map<string, string>();
    for (const wordsId of withoutWords ? [] : ids) {
      if (wordsId === null) continue;
      const text = await this.vault.words(wordsId);
      if (typeof text === 'string') texts.set(wordsId, text);
    }
    return reviewView(found, this.rules.asks, texts);
  }

  private mustBeMarkable({ items, file, review }: ReviewOfCase, item: string, body: ReviewBody): void {
    const found = items.find(one => one.item.documentId === item);
    if (!found) throw noSuchItem;
    if (body.mark !== 'redact' && body.mark !== 'withhold') return;
    const isInForce = exemptionsInForce(file).some(({ number }) => number === body.exemption);
    if ((body.because === 'exemption') !== isInForce) throw exemptionNotInForce;
    if (body.mark === 'redact') this.mustRedact([...review.items, ...review.papers], found, body);
  }

  private mustRedact(
    documents: readonly CollectedItem[],
    { item }: JudgedItem,
    { fields = [], records = [], replacedBy }: Extract<ReviewBody, { mark: 'redact' }>,
  ): void {
    if (item.entity) {
      const known = item.entity.fields.map(({ name }) => name);
      if (replacedBy !== undefined || fields.length + records.length === 0)
        throw redactsNothing('Of records a redaction names fields or records, and nothing else.');
      if (!fields.every(name => known.includes(name)))
        throw redactsNothing('A field that is named is none of this entity.');
      return;
    }
    const other = documents.find(({ documentId }) => documentId === replacedBy);
    if (fields.length + records.length > 0 || !other || other.entity || other.documentId === item.documentId)
      throw redactsNothing('A document is redacted by another document of this case, put in its place.');
  }
}
