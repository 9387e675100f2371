import { Injectable } from '@nestjs/common';
import type { CommandAnswerBody } from '@duly/api-contract';
import {
  calendarFor,
  decideAfterClosing,
  decideNewsAfterClosing,
  decideReopening,
  isRefusal,
  londonDateAt,
  openCaseFile,
  postedNotices,
  summaryOf,
  type CaseCommand,
  type CaseEvent,
  type CaseFile,
  type CaseOpening,
  type Decision,
  type LetterNews,
} from '@duly/case';
import type { Instant } from '@duly/law';
import { Register, type RegisteredCase } from '@duly/register';
import { CaseRuns } from '../audit/case-runs.js';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { Starts } from '../opening/starts.js';
import { Refused } from '../problem/refused.js';
import { answerBody } from './answer-body.js';
import { erased, noSuchCase, notYetThere } from './command-errors.js';

function decideNext(file: CaseFile, command: CaseCommand, hash: string, now: Instant): Decision<CaseEvent> {
  return command.verb === 'reopen'
    ? decideReopening(file, command, hash, now)
    : decideAfterClosing(file, command, hash, now);
}

/**
 * A new run of a closed case, whose input is the facts so far and the hash of the history before: the case is open again (`reopen`), or
 * stays closed and does what an answer promised.
 */
@Injectable()
export class FurtherRun {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly starts: Starts,
    private readonly runs: CaseRuns,
    private readonly calendars: CalendarsInForce,
  ) {}

  /** What an earlier try of the same call has begun; undefined where there was none. */
  async begun(caseId: string, call: string): Promise<CommandAnswerBody | undefined> {
    const opening = await this.register.intake.openingBegunBy(caseId, call);
    return opening && this.started(opening);
  }

  /**
   * The case's run is over, which its workflow has said itself.
   * @param call the id of the call that gives the command
   * @throws Refused where the case, or the register's view of it, refuses · ApiError where another call was faster, or `erased` · DeskAway
   */
  async begin(caseId: string, command: CaseCommand, call: string): Promise<CommandAnswerBody> {
    const begun = await this.beginWith(caseId, call, (file, hash, now) =>
      decideNext(file, command, hash, now),
    );
    if (!begun) throw new Error(`The command ${command.verb} began no run of case ${caseId}.`);
    return begun;
  }

  /**
   * A letter of the closed case came back (R30).
   * @returns undefined where that says nothing to the case
   * @throws as {@link begin}
   */
  async hear(caseId: string, news: LetterNews): Promise<CommandAnswerBody | undefined> {
    const { report } = news;
    const before = await this.begun(caseId, report);
    return (
      before ??
      this.beginWith(caseId, report, (file, hash, now) => decideNewsAfterClosing(file, news, hash, now))
    );
  }

  private async beginWith(
    caseId: string,
    call: string,
    decides: (file: CaseFile, hash: string, now: Instant) => Decision<CaseEvent>,
  ): Promise<CommandAnswerBody | undefined> {
    const read = await this.register.cases.byId(caseId);
    if (read.kind !== 'found') throw noSuchCase;
    const file = await this.files.load(read.found);
    const hash = await this.runs.hashOfLast(caseId);
    const events = decides(file, hash, caseNow(read.found));
    if (isRefusal(events)) throw new Refused(events);
    if (events.length === 0) return undefined;
    const opening = await this.openingOf(read.found, file, events, call);
    const run = { opening, summary: summaryOf(openCaseFile(opening)) };
    if ((await this.register.intake.addRun(run)) === 'erased') throw erased;
    const kept = await this.register.intake.opening(caseId, opening.run);
    if (kept?.begunBy !== call) throw notYetThere(read.found.version);
    return this.started(opening);
  }

  private async openingOf(
    found: RegisteredCase,
    file: CaseFile,
    events: readonly CaseEvent[],
    begunBy: string,
  ): Promise<CaseOpening> {
    const newest = await this.calendars.forCasesOf(file.calendar.name);
    const calendar = calendarFor(newest, found.receivedOn, londonDateAt(caseNow(found)));
    return { ...file.opening, run: file.opening.run + 1, events, calendar, begunBy };
  }

  /** Accepted for good: where the new run cannot begin now, the sweeper begins it. */
  private async started(opening: CaseOpening): Promise<CommandAnswerBody> {
    await this.starts.startAll([opening]);
    const file = openCaseFile(opening);
    const begun = opening.events.filter(({ run }) => run === opening.run);
    const posted = postedNotices(file, begun);
    const summary = summaryOf(file);
    const events = begun.map(({ type }) => type);
    return answerBody({ version: summary.version, events, summary, ...(posted.length > 0 && { posted }) });
  }
}
