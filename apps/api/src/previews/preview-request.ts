import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestPreview, WritingRequestVerb } from '@duly/api-contract';
import type { LetterOrder, RequestCommand } from '@duly/case';
import { Register, type RegisteredCase } from '@duly/register';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { PrivateReads } from '../cases/private-reads.js';
import { commandFrom } from '../commands/command-from.js';
import { noSuchRequest } from '../commands/command-errors.js';
import { wordsApart } from '../commands/words-of-command.js';
import { refusalProblem } from '../problem/problem.js';
import { Refused } from '../problem/refused.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { foretold, mustHaveBegun, type Foretold } from './preview-case.js';
import { PreviewLetters } from './preview-letters.js';

interface Judged {
  readonly one: RegisteredCase;
  readonly told: Foretold | Refused | 'closed';
}

/** The same letter, whichever of its cases decides it. */
function eachOnce(judged: readonly Judged[]): readonly LetterOrder[] {
  const orders = judged.flatMap(({ told }) =>
    told === 'closed' || told instanceof Refused ? [] : told.letters,
  );
  return [...new Map(orders.map(order => [order.letterId, order])).values()];
}

function outcomeOf({ one, told }: Judged): RequestPreview['cases'][number] {
  const { caseId } = one;
  if (told === 'closed') return { case: caseId, outcome: told };
  if (told instanceof Refused)
    return { case: caseId, outcome: 'refused', problem: refusalProblem(told.refusal) };
  const { letters: _letters, ...rest } = told;
  return { case: caseId, outcome: 'accepted', ...rest };
}

/** `POST /v1/requests/{id}/{verb}/preview`: what each open case would make of it, and each letter once. */
@Injectable()
export class PreviewRequest {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly privately: PrivateReads,
    private readonly staff: StaffOfCalls,
    private readonly letters: PreviewLetters,
  ) {}

  /** @throws ApiError `no-such-request` · `erased` */
  async of(
    caller: Caller,
    requestId: string,
    verb: WritingRequestVerb,
    body: object,
  ): Promise<RequestPreview> {
    const cases = await this.register.cases.ofRequest(requestId);
    const [first] = cases;
    if (!first) throw noSuchRequest;
    const by = await this.staff.idOf(caller);
    const whole = { ...commandFrom(verb, body, by), occasion: randomUUID() };
    const { command, words } = wordsApart<RequestCommand>(whole, randomUUID());
    const judged = await Promise.all(cases.map(one => this.judged(one, command)));
    await this.privately.previewed(caller, { requestId }, verb);
    const kept = { words: new Map(words.map(({ wordsId, text }) => [wordsId, text])) };
    const letters = await this.letters.of(eachOnce(judged), caseNow(first), kept);
    return { letters, cases: judged.map(outcomeOf) };
  }

  private async judged(one: RegisteredCase, command: RequestCommand): Promise<Judged> {
    if (one.closedOn !== null) return { one, told: 'closed' };
    mustHaveBegun(one);
    try {
      return { one, told: foretold(await this.files.load(one), command, caseNow(one)) };
    } catch (error) {
      if (error instanceof Refused) return { one, told: error };
      throw error;
    }
  }
}
