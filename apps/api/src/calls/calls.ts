import { Injectable } from '@nestjs/common';
import type { Problem } from '@duly/api-contract';
import { commandCommittedAs, Register, type IdempotencyClaim } from '@duly/register';
import { canonicalJson } from '@duly/audit';
import { isErased, KeyMissing, Vault, type CommittedUnder } from '@duly/vault';
import { ApiError } from '../problem/api-error.js';
import { problemOf, refusalProblem } from '../problem/problem.js';
import { underWay } from '../problem/under-way.js';
import { Refused } from '../problem/refused.js';
import { fromDocuments } from '../documents/document-errors.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import type { Answer } from './answer.js';
import { aboutOf, answeredCall, failed } from './answered-call.js';
import type { Call } from './call.js';

/** A call that is ours to carry out. */
export interface Begun<Work> {
  readonly claim: IdempotencyClaim;
  /** Ids that the first try chose; a retry after a crash gets the same. */
  readonly work: Work;
  /** HMAC of caller, route and key: the id of the Update, so that Temporal too carries it out once. */
  readonly updateId: string;
  /** The opaque id of the caller. */
  readonly staffId: string;
}

const reused = new ApiError('idempotency-key-reused', {
  detail: 'This Idempotency-Key was used before with another body.',
  remedy: 'Use a new key for a new command; repeat the old body exactly to get its answer again.',
});

/** Carries each POST out once and answers its repetitions alike, refusals included, also across a crash between the writes. */
@Injectable()
export class Calls {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly staff: StaffOfCalls,
  ) {}

  async once<Work extends object>(
    call: Call,
    work: Work,
    carryOut: (begun: Begun<Work>) => Promise<Answer>,
  ): Promise<Answer> {
    const staffId = await this.staff.idOf(call.caller);
    const hash = (content: string) => this.vault.keyedHash('idempotency', content);
    const [keyHash, bodyHash, updateId] = await Promise.all([
      hash(call.key),
      hash(canonicalJson(call.body ?? null)),
      hash([staffId, call.route, call.key].join('\n')),
    ]);
    const key = { caller: staffId, route: call.route, keyHash };
    const begun = await this.register.idempotency.begin<Work, Answer>(key, bodyHash, work);
    switch (begun.kind) {
      case 'answered':
        return begun.answer;
      case 'other-body':
        throw reused;
      case 'in-progress':
        throw underWay(begun.retryAfter);
      case 'claimed':
        return this.settled({ claim: begun.claim, work: begun.work, updateId, staffId }, call, carryOut);
    }
  }

  private async settled<Work extends object>(
    begun: Begun<Work>,
    call: Call,
    carryOut: (begun: Begun<Work>) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const opens = openedBy(begun.work);
      const before = opens ? undefined : this.committed(call, begun.updateId, underOf(call));
      // Awaited once there is an answer; until then its failure is nobody's.
      before?.catch(() => undefined);
      const answer = await carryOut(begun).catch(asRefusal);
      const { status, body, kept = body } = answer;
      const opened = opens && status < failed ? opens : undefined;
      const commitment = opened ? this.committed(call, begun.updateId, opened) : before;
      const logged = { ...answeredCall(call, begun.staffId, answer), ...opened, ...(await commitment) };
      await this.register.idempotency.answer(begun.claim, { status, body: kept }, logged);
      return answer;
    } catch (error) {
      // It says nothing about the call that a server was away: the next try may begin at once.
      await this.register.idempotency.abandon(begun.claim).catch(() => undefined);
      throw error;
    }
  }

  /** To route and body; nothing where there is no such case or request, or its key is destroyed. */
  private async committed({ route, body }: Call, call: string, under: CommittedUnder) {
    const asked = { name: commandCommittedAs(call), content: { route, body: body ?? null } };
    const made = await this.vault.commitments.to(under, [asked]).catch(withoutKey);
    const [commitment] = isErased(made) ? [] : made;
    return commitment === undefined ? {} : { call, commitment };
  }
}

/** The key of the case or request that the call is about; of what is about neither (staff, settings, sources), the organisation's. */
function underOf({ route }: Call): CommittedUnder {
  const { caseId, requestId } = aboutOf(route);
  if (caseId !== undefined) return { caseId };
  return requestId === undefined ? { purpose: 'command' } : { requestId };
}

/** The request that a call opens: its key is there only once it was accepted, and of what was refused nothing stays, an HMAC neither. */
function openedBy(work: object): { readonly requestId: string } | undefined {
  const requestId: unknown = Reflect.get(work, 'requestId');
  return typeof requestId === 'string' ? { requestId } : undefined;
}

function withoutKey(error: unknown): readonly string[] {
  if (error instanceof KeyMissing) return [];
  throw error;
}

/** A refusal is an answer like any other, and stays the same for the same key; that a server was away is none. */
function asRefusal(error: unknown): Answer {
  if (error instanceof Refused) return answerOf(refusalProblem(error.refusal));
  const known = error instanceof ApiError ? error : fromDocuments(error);
  // An upload that broke off may be sent again under its key.
  const isFinal = known?.particulars.retryAfter === undefined && known?.code !== 'upload-broken-off';
  if (known && isFinal) return answerOf(problemOf(known));
  throw error;
}

const answerOf = (problem: Problem): Answer => ({ status: problem.status, body: problem });
