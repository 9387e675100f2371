import { Inject, Injectable } from '@nestjs/common';
import type { CommandAnswerBody } from '@duly/api-contract';
import {
  calendarFor,
  decideReopening,
  isRefusal,
  londonDateAt,
  openCaseFile,
  summaryOf,
  type CaseOpening,
  type Reopen,
} from '@duly/case';
import { Register } from '@duly/register';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { caseItem } from '../cases/case-item.js';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { caseDesk, type CaseDesk } from '../desk/case-desk.js';
import { Starts } from '../opening/starts.js';
import { Refused } from '../problem/refused.js';
import { noSuchCase } from './command-errors.js';

/** Reopening: a new run of a closed case, whose input is the facts so far and the hash of the history before. */
@Injectable()
export class ReopenCase {
  constructor(
    private readonly register: Register,
    private readonly files: CaseFiles,
    private readonly starts: Starts,
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly calendars: CalendarsInForce,
  ) {}

  /** What an earlier try of the same call has begun; undefined where there was none. */
  async begun(caseId: string, run: number): Promise<CommandAnswerBody | undefined> {
    const opening = await this.register.intake.opening(caseId, run);
    return opening && this.started(opening);
  }

  /**
   * The case's run is over, which its workflow has said itself.
   * @throws Refused where the register has not seen it close · DeskAway
   */
  async reopen(caseId: string, command: Reopen, run: number): Promise<CommandAnswerBody> {
    const read = await this.register.cases.byId(caseId);
    if (read.kind !== 'found') throw noSuchCase;
    const file = await this.files.load(read.found);
    const hash = await this.desk.hashOfHistory(caseId);
    const events = decideReopening(file, command, hash, caseNow(read.found));
    if (isRefusal(events)) throw new Refused(events);
    const now = caseNow(read.found);
    const newest = await this.calendars.forCasesOf(file.calendar.name);
    const calendar = calendarFor(newest, read.found.receivedOn, londonDateAt(now));
    const opening = { ...file.opening, run, events, calendar };
    const summary = summaryOf(openCaseFile(opening));
    await this.register.intake.add([{ opening, summary }]);
    return this.started(opening);
  }

  /** Accepted for good: where the new run cannot begin now, the sweeper begins it. */
  private async started(opening: CaseOpening): Promise<CommandAnswerBody> {
    await this.starts.startAll([opening]);
    const summary = summaryOf(openCaseFile(opening));
    return { version: summary.version, events: ['CaseReopened'], case: caseItem(summary) };
  }
}
