import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseSourcesView, SourceAnswerBody, SourceAskView } from '@duly/api-contract';
import { Register, type AskPurpose, type SourceAsk } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import { Clock } from '../clock.js';
import { storeWords } from '../commands/store-words.js';
import { caseDesk, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import {
  askOpen,
  askSettled,
  caseClosed,
  noSources,
  noSuchAsk,
  notYetErased,
  nothingWasSent,
  wrongAnswer,
} from '../sources/source-errors.js';
import { askView } from './ask-view.js';

const answersOf: Readonly<Record<AskPurpose, readonly SourceAnswerBody['answer'][]>> = {
  collect: ['found', 'nothing-held', 'cannot', 'withheld'],
  erase: ['erased', 'partly-erased', 'nothing-held', 'cannot', 'withheld'],
};

const gone: readonly string[] = ['erased', 'partly-erased'];

/** What the sources of a case are asked, and what is said for them. */
@Injectable()
export class CollectCase {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly reads: CaseReads,
    private readonly privately: PrivateReads,
    private readonly clock: Clock,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  async begin(call: Call, caseId: string): Promise<Answer> {
    const { requestId, right, closedOn } = await this.reads.found(caseId);
    return this.calls.once(call, {}, async ({ staffId: by }) => {
      if (closedOn !== null) throw caseClosed(closedOn);
      const begun = { caseId, requestId, right, purpose: 'collect' as const, by };
      if ((await this.register.sourceAsks.begin(begun)).length === 0) throw noSources;
      await this.tend(caseId, 'collect');
      return this.shown(caseId);
    });
  }

  async read(caller: Caller, caseId: string): Promise<CaseSourcesView> {
    const { requestId } = await this.reads.found(caseId);
    await this.privately.ofSources(caller, { requestId, caseId });
    return this.view(caseId);
  }

  async answer(call: Call, place: PlaceOfAsk, body: SourceAnswerBody): Promise<Answer> {
    const ask = await this.found(place);
    return this.calls.once(call, { ids: wordsIds() }, async ({ work, staffId }) => {
      await this.recordAnswer(ask, body, staffId, work.ids);
      return this.shown(ask.caseId);
    });
  }

  async setAside(call: Call, place: PlaceOfAsk, reasons: string): Promise<Answer> {
    const { requestId, caseId, askId, purpose } = await this.found(place);
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      await storeWords(this.vault, { requestId, caseId }, [{ wordsId, text: reasons }]);
      if (!(await this.register.sourceAsks.setAside(askId, wordsId, staffId))) throw askSettled;
      await this.tend(caseId, purpose);
      return this.shown(caseId);
    });
  }

  async askAgain(call: Call, place: PlaceOfAsk): Promise<Answer> {
    const { caseId, askId, purpose } = await this.found(place);
    const { closedOn } = await this.reads.found(caseId);
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (closedOn !== null) throw caseClosed(closedOn);
      if (!(await this.register.sourceAsks.askAgain(askId, staffId))) throw askOpen;
      await this.tend(caseId, purpose);
      return this.shown(caseId);
    });
  }

  /** @throws ApiError `no-such-ask` where it is another case's */
  async found({ id, ask: askId }: PlaceOfAsk): Promise<SourceAsk> {
    await this.reads.found(id);
    const ask = await this.register.sourceAsks.byId(askId);
    if (ask?.caseId !== id) throw noSuchAsk;
    return ask;
  }

  /** Whoever says it, a person or the source's own system. @throws ApiError */
  async recordAnswer(ask: SourceAsk, body: SourceAnswerBody, by: string, ids = wordsIds()): Promise<void> {
    const { requestId, caseId, askId, purpose } = ask;
    const { answer, reasons, exemption, proof } = body;
    if (!answersOf[purpose].includes(answer)) throw wrongAnswer;
    if (gone.includes(answer) && ask.state === 'waiting') throw notYetErased;
    const said = [
      { wordsId: ids.reasons, text: reasons },
      { wordsId: ids.proof, text: proof },
    ];
    const words = said.flatMap(({ wordsId, text }) => (text === undefined ? [] : [{ wordsId, text }]));
    await storeWords(this.vault, { requestId, caseId }, words);
    const recorded = await this.register.sourceAsks.answer(askId, {
      answer,
      by,
      exemption,
      reasonWords: reasons === undefined ? undefined : ids.reasons,
      proofWords: proof === undefined ? undefined : ids.proof,
    });
    if (recorded === 'settled') throw askSettled;
    if (recorded === 'no-documents') throw nothingWasSent;
    await this.tend(caseId, purpose);
  }

  /** Has the collection looked after, and shows how far it is. */
  async tended(caseId: string, purpose: AskPurpose): Promise<Answer> {
    await this.tend(caseId, purpose);
    return this.shown(caseId);
  }

  /** Finds what a process died on. */
  async tendLeftBehind(olderThan: number): Promise<void> {
    for (const { caseId, purpose } of await this.register.sourceAsks.untended(olderThan))
      await this.tend(caseId, purpose);
  }

  /** Temporal away: what is written stands, and the sweeper tells the workflow later. */
  private async tend(caseId: string, purpose: AskPurpose): Promise<void> {
    const { clockAheadMs, isStarted } = await this.reads.found(caseId);
    // A case that has not written its first row will begin by the clock of opening.
    const ahead = isStarted ? clockAheadMs : this.clock.aheadSeconds * 1_000;
    await this.desk.tendCollection(caseId, purpose, Math.max(0, ahead)).catch((error: unknown) => {
      if (!(error instanceof DeskAway)) throw error;
    });
  }

  private async shown(caseId: string): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.view(caseId) };
  }

  private async view(caseId: string): Promise<CaseSourcesView> {
    const { sourceAsks, documents } = this.register;
    const [asks, held] = [await sourceAsks.ofCase(caseId), await documents.ofCase(caseId)];
    const collections = [];
    for (const purpose of ['collect', 'erase'] as const) {
      const collection = await sourceAsks.collection(caseId, purpose);
      if (!collection) continue;
      const { begunBy, begunAt, completedAt, approvedBy, approvedAt, notBefore } = collection;
      const sources: SourceAskView[] = [];
      for (const ask of asks.filter(one => one.purpose === purpose))
        sources.push(await askView(this.vault, ask, held));
      const open = sources.filter(({ state }) => state === 'waiting' || state === 'asked').length;
      collections.push({
        purpose,
        begunBy,
        begunAt,
        completedAt,
        approvedBy,
        approvedAt,
        notBefore,
        open,
        sources,
      });
    }
    return { case: caseId, collections };
  }
}

export interface PlaceOfAsk {
  /** Of the case. */
  readonly id: string;
  readonly ask: string;
}

const wordsIds = () => ({ reasons: randomUUID(), proof: randomUUID() });
