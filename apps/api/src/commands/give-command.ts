import { Inject, Injectable } from '@nestjs/common';
import { holdingRights, isDestroying, type CaseCommand } from '@duly/case';
import type { CommandAnswer } from '@duly/case-protocol';
import { Register } from '@duly/register';
import { caseDesk, CaseEnded, type CaseDesk } from '../desk/case-desk.js';
import { ApiMetrics } from '../metrics/api-metrics.js';
import { Starts } from '../opening/starts.js';
import { Refused } from '../problem/refused.js';

/** A command on its way to one case; its text is in the vault already. */
export interface CommandToGive {
  readonly caseId: string;
  readonly requestId: string;
  readonly command: CaseCommand;
  readonly expectedVersion?: number;
  readonly updateId: string;
  readonly correlationId?: string;
}

/** Gives one case one command. A refusal leaves no trace in the case's history, so it is kept in the audit log. */
@Injectable()
export class GiveCommand {
  constructor(
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly register: Register,
    private readonly starts: Starts,
    private readonly metrics: ApiMetrics,
  ) {}

  /** @throws Refused · CaseEnded when the case's run is over · DeskAway */
  async give(given: CommandToGive): Promise<CommandAnswer> {
    const { caseId, updateId, expectedVersion } = given;
    const command = await this.knowingHolds(given);
    const message = { command, ...(expectedVersion !== undefined && { expectedVersion }) };
    try {
      const answer = await this.evenIfNotStarted(caseId, () =>
        this.desk.command({ caseId, verb: command.verb, message, updateId }),
      );
      this.metrics.taken(command.verb);
      return answer;
    } catch (error) {
      if (error instanceof Refused) {
        this.metrics.counted(command.verb, error);
        await this.keepRefusal(given, error);
      }
      throw error;
    }
  }

  /** R49a — what erases, restricts or overwrites is told which cases hold the data, or may; the case refuses it then. */
  async knowingHolds({
    command,
    caseId,
    requestId,
  }: Pick<CommandToGive, 'command' | 'caseId' | 'requestId'>): Promise<CaseCommand> {
    if (!isDestroying(command)) return command;
    const { links, lookAlikes, cases } = this.register;
    const holding = (requestIds: readonly string[]) =>
      cases.holding({ requestIds, caseId, on: command.on }, holdingRights);
    const ofPerson = await links.requestsOfSamePerson(requestId);
    const heldBy = await holding(ofPerson);
    const mayBeHeldBy = await holding(await lookAlikes.unjudged(ofPerson));
    const knowing = { ...command, heldBy, ...(mayBeHeldBy.length > 0 && { mayBeHeldBy }) };
    return knowing;
  }

  /** A case that was accepted while Temporal was away may not have begun: then it begins now. */
  private async evenIfNotStarted<Answer>(caseId: string, ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CaseEnded)) throw error;
      const read = await this.register.cases.byId(caseId);
      if (read.kind !== 'found' || read.found.isStarted) throw error;
      const opening = await this.register.intake.opening(caseId);
      if (!opening || !(await this.starts.startAll([opening]))) throw error;
      return ask();
    }
  }

  private async keepRefusal(given: CommandToGive, { refusal }: Refused): Promise<void> {
    const { caseId, requestId, command, correlationId } = given;
    await this.register.record({
      action: 'CommandRefused',
      by: command.by,
      requestId,
      caseId,
      cite: refusal.cite,
      ...(correlationId && { correlationId }),
      detail: { verb: command.verb, code: refusal.code },
    });
  }
}
