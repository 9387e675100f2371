import { Inject, Injectable } from '@nestjs/common';
import type { CaseOpening } from '@duly/case';
import { Intake } from '@duly/register';
import { caseDesk, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { Logging } from '../log/logging.js';

/** Milliseconds for which Temporal is left alone after it did not answer, so that callers are not kept waiting for it. */
const restAfterSilence = 3_000;

/** Starts the workflows of accepted cases, so many at once and no more: a burst of letters is limited by PostgreSQL, not by workflow starts. */
@Injectable()
export class Starts {
  private inFlight = 0;
  private silentUntil = 0;

  constructor(
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly intake: Intake,
    private readonly limit: StartLimit,
    private readonly logging: Logging,
  ) {}

  /** Whether all of them have been started; where not, the sweeper does it later. */
  async startAll(openings: readonly CaseOpening[]): Promise<boolean> {
    if (this.inFlight + openings.length > this.limit.most || Date.now() < this.silentUntil) return false;
    const started = await Promise.all(openings.map(opening => this.start(opening)));
    return started.every(Boolean);
  }

  private async start(opening: CaseOpening): Promise<boolean> {
    this.inFlight += 1;
    try {
      await this.desk.start(opening);
      await this.intake.started(opening.caseId, opening.run);
      return true;
    } catch (error) {
      if (error instanceof DeskAway) this.silentUntil = Date.now() + restAfterSilence;
      const { caseId, run } = opening;
      this.logging.log.warn({ err: error, caseId, run }, 'a case could not be started yet');
      return false;
    } finally {
      this.inFlight -= 1;
    }
  }
}

/** The most starts under way at once. */
export class StartLimit {
  constructor(readonly most: number) {}
}
