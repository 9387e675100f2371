import { Injectable } from '@nestjs/common';
import type {
  AddSuppression,
  CheckSuppression,
  SuppressionAdded,
  SuppressionChecked,
} from '@duly/api-contract';
import { isEvent, type CaseEvent, type EventOf } from '@duly/case';
import { Register, type RegisteredCase } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { noSuchRequest } from '../commands/command-errors.js';
import { GiveCommand } from '../commands/give-command.js';
import { CaseEnded } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { hashesToFind, suppressionsFor } from '../opening/suppressions.js';
import { Refused } from '../problem/refused.js';

interface Given {
  readonly by: string;
  readonly updateId: string;
  readonly correlationId: string;
}

/** Whom no marketing may be sent to (UK GDPR Art 21(3); R61). */
@Injectable()
export class SuppressionList {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly giving: GiveCommand,
  ) {}

  /** Nothing of the question is kept: not in the audit log, not with an answer, not in the log of calls. */
  async check(asked: CheckSuppression): Promise<SuppressionChecked> {
    const found = await this.register.suppressions.ofAny(await hashesToFind(asked, this.vault));
    const stopped = [...new Set(found.flatMap(entry => entry.stopped))].sort();
    const [since = null] = found.map(({ requestedOn }) => requestedOn).sort();
    return { stopped, since };
  }

  /** Keeps to what the person limited their objection to, and to its day. @throws ApiError `no-such-request` · Refused */
  add(call: Call, { request: requestId, ...reached }: AddSuppression): Promise<Answer> {
    return this.calls.once(call, {}, async begun => {
      const request = await this.register.cases.request(requestId);
      if (!request) throw noSuchRequest;
      const objection = request.cases.find(({ right }) => right === 'objection_direct_marketing');
      if (!objection) throw new Refused(noObjection(request.cases[0]?.right ?? 'access'));
      const { stopFor, unlisted } = await this.receiptOf(objection.caseId);
      const { channel, receivedOn } = request;
      const entries = await suppressionsFor(reached, { channel, stopFor }, this.vault);
      const { staffId: by, updateId } = begun;
      const { correlationId } = call;
      await this.register.suppressions.add(entries, { requestId, receivedOn, by, correlationId });
      if (unlisted) await this.tellCase(objection, { by, updateId, correlationId });
      const body: SuppressionAdded = { stopped: [...(entries[0]?.stopped ?? [])], since: receivedOn };
      return { status: successStatuses.ok, body };
    });
  }

  private async receiptOf(caseId: string): Promise<Partial<EventOf<'RequestReceived'>>> {
    const opening = await this.register.intake.opening(caseId, 1);
    const events: readonly CaseEvent[] = opening?.events ?? [];
    return events.find(event => isEvent(event, 'RequestReceived')) ?? {};
  }

  /** Now the person can be told that the marketing has stopped. The entry stands, whatever the case makes of it. */
  private async tellCase({ caseId, requestId }: RegisteredCase, given: Given): Promise<void> {
    const { by, ...once } = given;
    try {
      await this.giving.give({ caseId, requestId, command: { verb: 'list-objector', by }, ...once });
    } catch (error) {
      const isToldAlready = error instanceof Refused && error.refusal.code === 'nothing-awaited';
      if (!isToldAlready && !(error instanceof CaseEnded)) throw error;
    }
  }
}

const noObjection = (right: string) =>
  ({
    code: 'not-for-this-right',
    cite: 'UK GDPR Art 21(2)–(3) (R61)',
    message: 'This request is no objection to direct marketing.',
    remedy: 'Record the objection as a request of its own: it takes effect at once.',
    right,
  }) as const;
