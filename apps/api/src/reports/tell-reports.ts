import { Inject, Injectable } from '@nestjs/common';
import { Register, type NewsToTell } from '@duly/register';
import { FurtherRun } from '../commands/further-run.js';
import { caseDesk, CaseEnded, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { Refused } from '../problem/refused.js';

/** How often a case that does not know of the letter yet is told again: the post tells it within moments. */
const mostRefusals = 12;
/** Seconds. */
const soon = 2;

/** Tells cases what the mail system reports of their letters: the run that lives, or a further run of a case that has closed. */
@Injectable()
export class TellReports {
  constructor(
    private readonly register: Register,
    private readonly furtherRun: FurtherRun,
    @Inject(caseDesk) private readonly desk: CaseDesk,
  ) {}

  /** The same report again changes nothing. What the case could not take now it is told again, after growing gaps. */
  async tell({ caseId, news, tries }: NewsToTell): Promise<void> {
    const { mailReports } = this.register;
    try {
      await mailReports.told(news, caseId, await this.version(caseId, news));
    } catch (error) {
      if (error instanceof DeskAway) return;
      if (!(error instanceof Refused)) throw error;
      if (tries < mostRefusals) await mailReports.again(news, caseId, soon * (tries + 1));
      else await mailReports.told(news, caseId, null);
    }
  }

  /** The case's version afterwards; null where the news says nothing to it. */
  private async version(caseId: string, news: NewsToTell['news']): Promise<number | null> {
    try {
      const { events, version } = await this.desk.hear(caseId, news, `report-${news.report}`);
      return events.length > 0 ? version : null;
    } catch (error) {
      if (!(error instanceof CaseEnded)) throw error;
      const begun = await this.furtherRun.hear(caseId, news);
      return begun?.version ?? null;
    }
  }
}
