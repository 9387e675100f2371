import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseVerb, CommandAnswerBody } from '@duly/api-contract';
import { decide, isAfterClosing, isRefusal, type CaseCommand } from '@duly/case';
import { Register, type RegisteredCase } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls, type Begun } from '../calls/calls.js';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { CaseEnded } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { ApiMetrics } from '../metrics/api-metrics.js';
import { Refused } from '../problem/refused.js';
import { answerBody } from './answer-body.js';
import { notYetThere } from './command-errors.js';
import { commandFrom } from './command-from.js';
import { FurtherRun } from './further-run.js';
import { GiveCommand } from './give-command.js';
import { Reclassifying } from './reclassifying.js';
import { KeepDeliveries } from '../disclosing/keep-deliveries.js';
import { mustBeThere } from './must-be-there.js';
import { storeWords } from './store-words.js';
import { withWhatHappened } from './what-happened-since.js';
import { wordsApart } from './words-of-command.js';

/** What any checked body of a case's verb may hold beside its command. */
export interface CaseBody {
  readonly expectedVersion?: number;
}

/** `POST /v1/cases/{id}/{verb}`: once per Idempotency-Key, judged by the case itself. */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly calls: Calls,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly vault: Vault,
    private readonly giving: GiveCommand,
    private readonly furtherRun: FurtherRun,
    private readonly register: Register,
    private readonly reclassifying: Reclassifying,
    private readonly metrics: ApiMetrics,
    private readonly deliveries: KeepDeliveries,
  ) {}

  async give(call: Call, caseId: string, verb: CaseVerb, body: CaseBody): Promise<Answer> {
    const known = await this.reads.found(caseId);
    const work = { caseId: randomUUID() };
    return this.calls.once(call, work, async begun => {
      await mustBeThere(verb, body, this.register);
      if (verb === 'answer' && 'delivery' in body && typeof body.delivery === 'string')
        await this.deliveries.mustBeAnswerable(caseId, body.delivery);
      const { expectedVersion, ...rest } = body;
      const { command, words } = wordsApart<CaseCommand>(
        commandFrom(verb, rest, begun.staffId),
        begun.updateId,
      );
      await storeWords(this.vault, { requestId: known.requestId, caseId }, words);
      const { correlationId } = call;
      if (command.verb === 'reclassify') {
        const reasons = words.map(({ text }) => text).join('\n');
        await this.reclassifying.prepare(known, command, expectedVersion, {
          ...begun,
          correlationId,
          reasons,
        });
      }
      const told = { known, command, expectedVersion, correlationId };
      return { status: successStatuses.ok, body: await this.told(told, begun) };
    });
  }

  private async told(told: Told, begun: Begun<object>): Promise<CommandAnswerBody> {
    const { known, command, expectedVersion, correlationId } = told;
    const { caseId, requestId } = known;
    const begunBefore = isAfterClosing(command.verb)
      ? await this.furtherRun.begun(caseId, begun.updateId)
      : undefined;
    if (begunBefore) return begunBefore;
    try {
      const answer = await this.giving.give({
        caseId,
        requestId,
        command,
        ...(expectedVersion !== undefined && { expectedVersion }),
        updateId: begun.updateId,
        correlationId,
      });
      return answerBody(answer);
    } catch (error) {
      if (error instanceof CaseEnded) {
        if (command.verb === 'reopen') return this.furtherRun.begin(caseId, command, begun.updateId);
        return this.onceEnded(told, begun.updateId);
      }
      if (error instanceof Refused) throw await withWhatHappened(this.files, caseId, error);
      throw error;
    }
  }

  /** The case's workflow is over: the pure core says why the command comes too late; what an answer promised never does. */
  private async onceEnded(
    { known, command, expectedVersion }: Told,
    call: string,
  ): Promise<CommandAnswerBody> {
    const latest = await this.reads.found(known.caseId);
    const decision = decide(await this.files.load(latest), command, caseNow(latest), expectedVersion);
    if (isRefusal(decision)) throw this.metrics.counted(command.verb, new Refused(decision));
    if (!latest.closedOn) throw notYetThere(latest.version);
    const answer = await this.furtherRun.begin(latest.caseId, command, call);
    this.metrics.taken(command.verb);
    return answer;
  }
}

interface Told {
  readonly known: RegisteredCase;
  readonly command: CaseCommand;
  readonly expectedVersion: number | undefined;
  readonly correlationId: string;
}
