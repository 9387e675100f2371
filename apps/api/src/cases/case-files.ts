import { Injectable } from '@nestjs/common';
import { evolveAll, openCaseFile, type CaseEvent, type CaseFile } from '@duly/case';
import type { Instant } from '@duly/law';
import { Register, type RegisteredCase } from '@duly/register';

/** The most events one question to the register answers. */
const pageOfEvents = 200;

/** Folds a case from what the register keeps of it, for whoever must reason about it outside its workflow. */
@Injectable()
export class CaseFiles {
  constructor(private readonly register: Register) {}

  /** The case as its register has it; before its first row, as it was accepted. */
  async load({ caseId, run }: Pick<RegisteredCase, 'caseId' | 'run'>): Promise<CaseFile> {
    const [opening, events] = await Promise.all([
      this.register.intake.opening(caseId, run),
      this.eventsAfter(caseId, 0),
    ]);
    if (!opening) throw new Error(`The opening of run ${run} of case ${caseId} is not in the register.`);
    const file = openCaseFile(opening);
    const known = opening.events.at(-1)?.number ?? 0;
    return evolveAll(
      file,
      events.filter(({ number }) => number > known),
    );
  }

  /** Every event after a number, in order. */
  async eventsAfter(caseId: string, after: number): Promise<readonly CaseEvent[]> {
    const events: CaseEvent[] = [];
    for (let last = after; ;) {
      const page = await this.register.cases.timeline(caseId, last, pageOfEvents);
      events.push(...page);
      if (page.length < pageOfEvents) return events;
      last = page.at(-1)?.number ?? last;
    }
  }
}

/** The case's own now: the real one, but where its clock was wound. */
export const caseNow = ({ clockAheadMs }: Pick<RegisteredCase, 'clockAheadMs'>): Instant =>
  (Date.now() + clockAheadMs) as Instant;
