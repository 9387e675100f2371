import { Injectable } from '@nestjs/common';
import type {
  AddSuppression,
  CheckSuppression,
  SuppressionAdded,
  SuppressionChecked,
} from '@duly/api-contract';
import { isEvent, type CaseEvent, type StoppableChannel } from '@duly/case';
import { Register } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { noSuchRequest } from '../commands/command-errors.js';
import { successStatuses } from '../http-status.js';
import { hashedWays, suppressionsFor } from '../opening/suppressions.js';
import { Refused } from '../problem/refused.js';

/** Whom no marketing may be sent to (UK GDPR Art 21(3); R61). */
@Injectable()
export class SuppressionList {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  /** Nothing of the question is kept: not in the audit log, not with an answer, not in the log of calls. */
  async check(asked: CheckSuppression): Promise<SuppressionChecked> {
    const ways = await hashedWays(asked, this.vault);
    const found = await this.register.suppressions.ofAny(ways.map(({ personHash }) => personHash));
    const stopped = [...new Set(found.flatMap(entry => entry.stopped))].sort();
    const [since = null] = found.map(({ requestedOn }) => requestedOn).sort();
    return { stopped, since };
  }

  /** Keeps to what the person limited their objection to, and to its day. @throws ApiError `no-such-request` · Refused */
  add(call: Call, { request: requestId, ...reached }: AddSuppression): Promise<Answer> {
    return this.calls.once(call, {}, async () => {
      const request = await this.register.cases.request(requestId);
      if (!request) throw noSuchRequest;
      const objection = request.cases.find(({ right }) => right === 'objection_direct_marketing');
      if (!objection) throw new Refused(noObjection(request.cases[0]?.right ?? 'access'));
      const stopFor = await this.limitOf(objection.caseId);
      const { channel, receivedOn } = request;
      const entries = await suppressionsFor(reached, { channel, stopFor }, this.vault);
      await this.register.suppressions.add(entries, { requestId, receivedOn });
      const body: SuppressionAdded = { stopped: [...(entries[0]?.stopped ?? [])], since: receivedOn };
      return { status: successStatuses.ok, body };
    });
  }

  private async limitOf(caseId: string): Promise<readonly StoppableChannel[] | undefined> {
    const opening = await this.register.intake.opening(caseId, 1);
    const events: readonly CaseEvent[] = opening?.events ?? [];
    return events.find(event => isEvent(event, 'RequestReceived'))?.stopFor;
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
