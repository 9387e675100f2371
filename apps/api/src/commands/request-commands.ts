import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestCommandAnswer } from '@duly/api-contract';
import type { RequestCommand, RequestVerb } from '@duly/case';
import type { CommandAnswer } from '@duly/case-protocol';
import { Register, type CaseOfCommand, type RegisteredCase, type WaitingCommand } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls, type Begun } from '../calls/calls.js';
import { CaseEnded, DeskAway } from '../desk/case-desk.js';
import { successStatuses } from '../http-status.js';
import { refusalProblem } from '../problem/problem.js';
import { Refused } from '../problem/refused.js';
import { noSuchRequest } from './command-errors.js';
import { answerBody } from './answer-body.js';
import { commandFrom } from './command-from.js';
import { GiveCommand } from './give-command.js';
import { storeWords } from './store-words.js';
import { wordsApart } from './words-of-command.js';

/**
 * A verb of a request: recorded once in PostgreSQL, then told to each open case by an Update of its own. What a crash or a
 * silent Temporal leaves over, the sweeper tells.
 */
@Injectable()
export class RequestCommandsGiven {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly giving: GiveCommand,
  ) {}

  /** Answers what each case made of it. */
  async give(call: Call, requestId: string, verb: RequestVerb, body: object): Promise<Answer> {
    const cases = await this.casesOf(requestId);
    return this.calls.once(call, { commandId: randomUUID() }, begun =>
      this.giveWithin({ call, requestId, verb, body, cases }, begun),
    );
  }

  /** The same within a call that has begun, once what had to be done first is done. */
  async giveWithin(telling: Telling, begun: Begun<{ readonly commandId: string }>): Promise<Answer> {
    await this.tellAll(telling, begun);
    return { status: successStatuses.ok, body: await this.outcomes(begun.work.commandId, telling.cases) };
  }

  /** The same for a task of one case: it answers what that case made of it. */
  async giveFor(
    { requestId, caseId }: { readonly requestId: string; readonly caseId: string },
    call: Call,
    verb: RequestVerb,
    body: object,
  ): Promise<Answer> {
    const cases = await this.casesOf(requestId);
    return this.calls.once(call, { commandId: randomUUID() }, async begun => {
      const told = await this.tellAll({ call, requestId, verb, body, cases }, begun);
      const answer = told.get(caseId);
      if (answer instanceof Error) throw answer;
      if (!answer) throw new DeskAway('The case has closed, or has not been told.');
      return { status: successStatuses.ok, body: answerBody(answer) };
    });
  }

  /** Tells one case, and keeps what it answered. That nobody answers is no outcome: the sweeper asks again. */
  async tell(waiting: WaitingCommand, correlationId?: string): Promise<CommandAnswer | Refused | DeskAway> {
    const { commandId, requestId, caseId, updateId, command } = waiting;
    const { requestCommands } = this.register;
    try {
      const given = { caseId, requestId, command, updateId, ...(correlationId && { correlationId }) };
      const answer = await this.giving.give(given);
      await requestCommands.answered(commandId, caseId, { outcome: 'accepted', version: answer.version });
      return answer;
    } catch (error) {
      if (error instanceof DeskAway) return error;
      if (error instanceof Refused) {
        await requestCommands.answered(commandId, caseId, { outcome: 'refused', refusal: error.refusal });
        return error;
      }
      if (!(error instanceof CaseEnded)) throw error;
      await requestCommands.answered(commandId, caseId, { outcome: 'closed' });
      return new DeskAway('The case has closed.');
    }
  }

  private async casesOf(requestId: string): Promise<readonly RegisteredCase[]> {
    const cases = await this.register.cases.ofRequest(requestId);
    if (cases.length === 0) throw noSuchRequest;
    return cases;
  }

  private async tellAll(
    { call, requestId, verb, body, cases }: Telling,
    { work: { commandId }, updateId, staffId }: Begun<{ readonly commandId: string }>,
  ): Promise<ReadonlyMap<string, CommandAnswer | Refused | DeskAway>> {
    const whole = { ...commandFrom(verb, body, staffId), occasion: commandId };
    const { command, words } = wordsApart<RequestCommand>(whole, updateId);
    await storeWords(this.vault, { requestId }, words);
    const told = cases
      .filter(({ closedOn }) => closedOn === null)
      .map(({ caseId }) => ({ caseId, updateId: `${updateId}-${caseId}` }));
    const { correlationId } = call;
    await this.register.requestCommands.give({ commandId, requestId, command, cases: told, correlationId });
    const answers = told.map(
      async one =>
        [one.caseId, await this.tell({ ...one, commandId, requestId, command }, correlationId)] as const,
    );
    return new Map(await Promise.all(answers));
  }

  private async outcomes(commandId: string, cases: readonly RegisteredCase[]): Promise<RequestCommandAnswer> {
    const outcomes = await this.register.requestCommands.outcomes(commandId);
    const byCase = new Map(outcomes.map(outcome => [outcome.caseId, outcome]));
    return cases.map(({ caseId, version }) => outcomeView(caseId, version, byCase.get(caseId)));
  }
}

export interface Telling {
  readonly call: Call;
  readonly requestId: string;
  readonly verb: RequestVerb;
  readonly body: object;
  readonly cases: readonly RegisteredCase[];
}

function outcomeView(
  caseId: string,
  version: number,
  outcome: CaseOfCommand | undefined,
): RequestCommandAnswer[number] {
  if (!outcome) return { case: caseId, version, outcome: 'closed' };
  const view = { case: caseId, version: outcome.version ?? version, outcome: outcome.outcome };
  return outcome.outcome === 'refused' ? { ...view, problem: refusalProblem(outcome.refusal) } : view;
}
