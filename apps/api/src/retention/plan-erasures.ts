import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErasureBody, ErasureTried, ErasureView } from '@duly/api-contract';
import {
  blocksOf,
  countPersonalRows,
  countRowsThatStay,
  Register,
  type Erasure,
  type Retained,
} from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { noSuchRequest } from '../commands/command-errors.js';
import { DocumentShelf } from '../disclosing/document-shelf.js';
import { successStatuses } from '../http-status.js';
import { erasureDecided, noSuchErasure, notErasable, ownErasure } from './retention-errors.js';
import { RetentionTerms } from './retention-terms.js';

type Removed = ErasureTried['total'];

const mostListed = 100;

const added = (one: Removed, other: Removed): Removed =>
  Object.fromEntries(
    (Object.keys(one) as (keyof Removed)[]).map(store => [store, one[store] + other[store]]),
  ) as Removed;

const erasureView = ({ erasureId, requests, ...erasure }: Erasure): ErasureView => ({
  id: erasureId,
  ...erasure,
  requests: requests.map(({ requestId, blocks, ...one }) => ({
    request: requestId,
    ...one,
    blocks: [...blocks],
  })),
});

/** Erasures, as far as people have a hand in them: the trial, the proposal, and the decision of a second person. */
@Injectable()
export class PlanErasures {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly terms: RetentionTerms,
    private readonly shelf: DocumentShelf,
  ) {}

  /** @throws ApiError `no-such-request` */
  async try({ requests }: ErasureBody): Promise<ErasureTried> {
    const retained = await this.retained(requests);
    const tried: ErasureTried['requests'] = [];
    for (const one of retained) tried.push(await this.tryOne(one));
    const [first, ...more] = tried.map(({ removed }) => removed);
    if (!first) throw noSuchRequest;
    return { requests: tried, total: more.reduce(added, first) };
  }

  propose(call: Call, { requests }: ErasureBody): Promise<Answer> {
    return this.calls.once(call, { erasureId: randomUUID() }, async ({ work: { erasureId }, staffId }) => {
      const before = await this.register.erasures.byId(erasureId);
      if (!before) {
        const found = (await this.retained(requests)).map(({ requestId }) => requestId);
        const { erasures } = this.register;
        const blocks = await erasures.propose(erasureId, found, this.terms.leads, staffId);
        if (blocks.length > 0) throw notErasable(blocks);
      }
      return { status: successStatuses.ok, body: await this.read(erasureId) };
    });
  }

  decide(call: Call, erasureId: string, decision: 'approved' | 'rejected'): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      const decided = await this.register.erasures.decide(erasureId, decision, staffId);
      if (decided === 'no-such-erasure') throw noSuchErasure;
      if (decided === 'own-proposal') throw ownErasure;
      if (decided === 'decided-before') throw erasureDecided;
      return { status: successStatuses.ok, body: await this.read(erasureId) };
    });
  }

  /** @throws ApiError `no-such-erasure` */
  async read(erasureId: string): Promise<ErasureView> {
    const erasure = await this.register.erasures.byId(erasureId);
    if (!erasure) throw noSuchErasure;
    return erasureView(erasure);
  }

  async list(): Promise<{ erasures: ErasureView[] }> {
    return { erasures: (await this.register.erasures.list(mostListed)).map(erasureView) };
  }

  private async retained(requests: readonly string[]): Promise<readonly Retained[]> {
    const retained = await this.register.retention.retained([...new Set(requests)]);
    if (retained.length < new Set(requests).size) throw noSuchRequest;
    return retained;
  }

  private async tryOne(one: Retained): Promise<ErasureTried['requests'][number]> {
    const { requestId, reference, cases, state } = one;
    const { database } = this.register;
    return {
      request: requestId,
      reference,
      blocks: [...blocksOf(one, this.terms.leads)],
      keys: state === 'erased' ? 0 : cases.length + 1,
      removed: {
        ...(await countPersonalRows(database, requestId)),
        documents: await this.shelf.store.countOf(requestId),
      },
      kept: await countRowsThatStay(database, requestId),
    };
  }
}
