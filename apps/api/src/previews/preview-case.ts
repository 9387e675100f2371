import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CasePreview, WritingCaseVerb } from '@duly/api-contract';
import { decide, foresee, isRefusal, summaryOf, type CaseCommand, type CaseFile } from '@duly/case';
import type { Instant } from '@duly/law';
import { Register, type RegisteredCase } from '@duly/register';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { caseItem } from '../cases/case-item.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import type { CaseBody } from '../commands/case-commands.js';
import { notYetThere } from '../commands/command-errors.js';
import { commandFrom } from '../commands/command-from.js';
import { GiveCommand } from '../commands/give-command.js';
import { mustBeThere } from '../commands/must-be-there.js';
import { Reclassifying } from '../commands/reclassifying.js';
import { wordsApart } from '../commands/words-of-command.js';
import { withWhatHappened } from '../commands/what-happened-since.js';
import { Refused } from '../problem/refused.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { PreviewLetters } from './preview-letters.js';

export type Foretold = Pick<CasePreview, 'events' | 'now' | 'after' | 'onceGiven'> &
  Pick<ReturnType<typeof foresee>, 'letters'>;

/** What a command would make of a case as its register has it. @throws Refused as the case would refuse it */
export function foretold(
  file: CaseFile,
  command: CaseCommand,
  now: Instant,
  expectedVersion?: number,
): Foretold {
  const decision = decide(file, command, now, expectedVersion);
  if (isRefusal(decision)) throw new Refused(decision);
  const { letters, after, onceGiven } = foresee(file, decision, now);
  const item = (one: CaseFile) => caseItem(summaryOf(one));
  return {
    events: decision.map(({ type }) => type),
    now: item(file),
    after: item(after),
    onceGiven: item(onceGiven),
    letters,
  };
}

/** The case's own clock, and its first letters, are known from its first row on. @throws ApiError `not-yet-there` */
export function mustHaveBegun({ isStarted, version }: RegisteredCase): void {
  if (!isStarted) throw notYetThere(version);
}

/** `POST /v1/cases/{id}/{verb}/preview`: the command's own body and judge, and nothing done but an entry in the audit log (0065). */
@Injectable()
export class PreviewCase {
  constructor(
    private readonly register: Register,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly giving: GiveCommand,
    private readonly reclassifying: Reclassifying,
    private readonly privately: PrivateReads,
    private readonly staff: StaffOfCalls,
    private readonly letters: PreviewLetters,
  ) {}

  /** @throws ApiError · Refused like the command itself */
  async of(caller: Caller, caseId: string, verb: WritingCaseVerb, body: CaseBody): Promise<CasePreview> {
    const known = await this.reads.found(caseId);
    mustHaveBegun(known);
    await mustBeThere(verb, body, this.register);
    const { expectedVersion, ...rest } = body;
    const whole = commandFrom(verb, rest, await this.staff.idOf(caller));
    const { command, words } = wordsApart<CaseCommand>(whole, randomUUID());
    const { letters, ...told } = await this.judged(known, command, expectedVersion);
    await this.privately.previewed(caller, known, verb);
    const kept = { words: new Map(words.map(({ wordsId, text }) => [wordsId, text])) };
    const written = await this.letters.of(letters, caseNow(known), kept);
    return { version: told.now.version, letters: written, ...told };
  }

  private async judged(known: RegisteredCase, command: CaseCommand, expectedVersion?: number) {
    const { caseId, requestId } = known;
    const knowing = await this.giving.knowingHolds({ command, caseId, requestId });
    try {
      const told = foretold(await this.files.load(known), knowing, caseNow(known), expectedVersion);
      if (knowing.verb === 'reclassify') await this.reclassifying.refuseClosedSister(known, knowing);
      return told;
    } catch (error) {
      throw error instanceof Refused ? await withWhatHappened(this.files, caseId, error) : error;
    }
  }
}
