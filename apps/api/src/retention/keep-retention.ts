import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  DueQuery,
  DueView,
  HoldBody,
  HoldsView,
  LiftBody,
  RetentionBody,
  RetentionView,
} from '@duly/api-contract';
import { londonDateAt } from '@duly/case';
import type { Instant } from '@duly/law';
import { blocksOf, erasableFrom, Register, type LegalHold, type Retained } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { PrivateReads } from '../cases/private-reads.js';
import { Clock } from '../clock.js';
import { erased, noSuchRequest } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { holdLifted, noSuchHold } from './retention-errors.js';
import { RetentionTerms } from './retention-terms.js';

const usual = 50;

/** How long things are kept, what falls due, and what holds it. */
@Injectable()
export class KeepRetention {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly privately: PrivateReads,
    private readonly clock: Clock,
    private readonly terms: RetentionTerms,
  ) {}

  async schedules(): Promise<RetentionView> {
    return { versions: [...(await this.register.retention.schedules())] };
  }

  put(call: Call, { periods }: RetentionBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.register.retention.put(periods, staffId);
      return { status: successStatuses.ok, body: await this.schedules() };
    });
  }

  async due({ by, limit = usual, cursor }: DueQuery): Promise<DueView> {
    const today = londonDateAt(this.clock.now().getTime() as Instant);
    const seen = cursor === undefined ? undefined : readCursor(cursor);
    const found = await this.register.retention.due({
      by: by ?? today,
      limit: limit + 1,
      ...(seen && { seen }),
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      requests: shown.map(one => this.dueRequest(one)),
      next: found.length > limit && last?.dueOn ? writeCursor(last.dueOn, last.reference) : null,
    };
  }

  private dueRequest(one: Retained): DueView['requests'][number] {
    const { requestId, reference, dueOn, warned, cases } = one;
    if (dueOn === null) throw new Error(`Request ${reference} falls due on no day.`);
    return {
      request: requestId,
      reference,
      dueOn,
      erasableFrom: erasableFrom(dueOn, warned, this.terms.leads),
      warnedOn: warned.flatMap(day => day ?? []),
      cases: cases.flatMap(({ caseId: id, outcome, closedOn, dueOn: own, reference: name }) =>
        outcome && closedOn && own ? [{ id, reference: name, outcome, closedOn, dueOn: own }] : [],
      ),
      blocks: [...blocksOf(one, this.terms.leads)],
    };
  }

  /** @throws ApiError `no-such-request` */
  async holds(caller: Caller, requestId: string): Promise<HoldsView> {
    if (!(await this.register.cases.request(requestId))) throw noSuchRequest;
    const holds = await this.register.retention.holds(requestId);
    const ids = holds.flatMap(({ wordsId, liftedWordsId }) => [wordsId, liftedWordsId]);
    const texts = await this.privately.wordsOfRequest(caller, requestId, ids);
    return {
      holds: holds.map((hold, place) =>
        holdView(hold, texts[2 * place] ?? null, texts[2 * place + 1] ?? null),
      ),
    };
  }

  placeHold(call: Call, requestId: string, { because, words }: HoldBody): Promise<Answer> {
    const work = { holdId: randomUUID(), wordsId: randomUUID() };
    return this.calls.once(call, work, async ({ work: { holdId, wordsId }, staffId }) => {
      if (!(await this.register.cases.request(requestId))) throw noSuchRequest;
      await storeWords(this.vault, { requestId }, [{ wordsId, text: words }]);
      const placed = await this.register.retention.placeHold(
        requestId,
        { holdId, because, wordsId },
        staffId,
      );
      if (placed === 'erased') throw erased;
      if (placed === 'no-such-request') throw noSuchRequest;
      return { status: successStatuses.ok, body: { id: holdId } };
    });
  }

  liftHold(call: Call, requestId: string, holdId: string, { words }: LiftBody): Promise<Answer> {
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      const holds = await this.register.retention.holds(requestId);
      if (!holds.some(hold => hold.holdId === holdId)) throw noSuchHold;
      await storeWords(this.vault, { requestId }, [{ wordsId, text: words }]);
      const lifted = await this.register.retention.liftHold(requestId, holdId, wordsId, staffId);
      if (lifted === 'no-such-hold') throw noSuchHold;
      if (lifted === 'lifted-before') throw holdLifted;
      return { status: successStatuses.ok, body: { id: holdId } };
    });
  }
}

const writeCursor = (dueOn: string, reference: string): string =>
  Buffer.from(`${dueOn} ${reference}`).toString('base64url');

function readCursor(cursor: string): { readonly dueOn: string; readonly reference: string } | undefined {
  const [dueOn = '', reference = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? { dueOn, reference } : undefined;
}

const holdView = (hold: LegalHold, words: string | null, why: string | null): HoldsView['holds'][number] => ({
  id: hold.holdId,
  because: hold.because,
  words,
  placedBy: hold.placedBy,
  placedAt: hold.placedAt,
  lifted: hold.liftedBy && hold.liftedAt ? { by: hold.liftedBy, at: hold.liftedAt, words: why } : null,
});
