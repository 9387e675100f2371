import { Inject, Injectable } from '@nestjs/common';
import type { CaseOpening } from '@duly/case';
import { Register } from '@duly/register';
import { Clock } from '../clock.js';
import { caseDesk, DeskAway, type CaseDesk } from '../desk/case-desk.js';
import { Logging } from '../log/logging.js';
import { StartLimit } from './start-limit.js';

/** Milliseconds for which Temporal is left alone after it did not answer, so that callers are not kept waiting for it. */
const restAfterSilence = 3_000;

/** Starts the workflows of accepted cases, so many at once and no more: a burst of letters is limited by PostgreSQL, not by workflow starts. */
@Injectable()
export class Starts {
  private inFlight = 0;
  private silentUntil = 0;

  constructor(
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly register: Register,
    private readonly clock: Clock,
    private readonly limit: StartLimit,
    private readonly logging: Logging,
  ) {}

  /** How many more may be started at this moment. */
  get free(): number {
    return Date.now() < this.silentUntil ? 0 : this.limit.most - this.inFlight;
  }

  /** Whether all of them have been started; where not, the sweeper does it later. */
  async startAll(openings: readonly CaseOpening[]): Promise<boolean> {
    if (openings.length > this.free) {
      // Only sooner: where PostgreSQL fails here, the grace of the opening ends by itself.
      await this.register.intake.giveBack(openings.map(({ caseId }) => caseId)).catch(() => undefined);
      return false;
    }
    const started = await Promise.all(openings.map(opening => this.start(opening)));
    return started.every(Boolean);
  }

  private async start(opening: CaseOpening): Promise<boolean> {
    const { caseId, run } = opening;
    this.inFlight += 1;
    try {
      const ahead = await this.millisecondsAhead(opening);
      if (ahead !== 'already-started') await this.desk.start(opening, ahead);
      await this.register.intake.started(caseId, run);
      return true;
    } catch (error) {
      if (error instanceof DeskAway) this.silentUntil = Date.now() + restAfterSilence;
      this.logging.log.warn({ err: error, caseId, run }, 'a case could not be started yet');
      return false;
    } finally {
      this.inFlight -= 1;
    }
  }

  /** A first run begins by our clock, a further one by the case's own. Only a first run's id refuses a second start by itself. */
  private async millisecondsAhead({ caseId, run }: CaseOpening): Promise<number | 'already-started'> {
    if (run === 1) return this.clock.aheadSeconds * 1_000;
    const read = await this.register.cases.byId(caseId);
    if (read.kind !== 'found') throw new Error(`Case ${caseId} is reopened but not in the register.`);
    return read.found.run >= run ? 'already-started' : Math.max(0, read.found.clockAheadMs);
  }
}
