import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DocumentRoom } from '@duly/documents';
import { Register } from '@duly/register';
import { Vault } from '@duly/vault';
import { ImportCalendar } from '../calendars/import-calendar.js';
import { CollectCase } from '../collecting/collect-case.js';
import { RequestCommandsGiven } from '../commands/request-commands.js';
import { caseDesk, type CaseDesk } from '../desk/case-desk.js';
import { Logging } from '../log/logging.js';
import { Starts } from '../opening/starts.js';
import { KeepSchedules } from '../schedules/keep-schedules.js';
import { TellReports } from '../reports/tell-reports.js';
import { SweepTerms } from './sweep-terms.js';

/** Milliseconds between two sweeps; the first one begins with the process. */
const between = 1_000;
const atOnce = 8;
/** Seconds for which one sweeper has a start to itself; longer than a start may take. */
const lease = 8;
/** Sweeps between two rounds of what has no hurry: keys of openings that failed, answers that may be forgotten. */
const sweepsPerRound = 3_600;
/** Sweeps between two searches for cases that a changed calendar or schedule has come to concern. */
const sweepsPerSearch = 60;
/** Seconds: far longer than any opening takes. */
const orphanAfter = 3_600;

/** Seconds: longer than its own process takes to have a collection looked after. */
const leftBehindAfter = 30;
/** Seconds: longer than any document takes to come in. */
const unfinishedAfter = 86_400;

/** Seconds: a webhook's message is refused once it is five minutes old. */
const rememberWebhooks = 86_400;

/** Finishes what a process died on: starts accepted cases, tells cases what their request was told, sweeps keys without a request. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private sweeps = 0;
  private isOver = false;

  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly starts: Starts,
    @Inject(caseDesk) private readonly desk: CaseDesk,
    private readonly requestCommands: RequestCommandsGiven,
    private readonly reports: TellReports,
    private readonly calendars: ImportCalendar,
    private readonly schedules: KeepSchedules,
    private readonly collecting: CollectCase,
    private readonly documents: DocumentRoom,
    private readonly terms: SweepTerms,
    private readonly logging: Logging,
  ) {}

  onApplicationBootstrap(): void {
    this.next(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private next(after: number): void {
    if (this.isOver) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep().finally(() => this.next(between));
    }, after);
  }

  private async sweep(): Promise<void> {
    try {
      await this.startWaiting();
      await this.tellWaiting();
      if (this.sweeps % sweepsPerSearch === 0) {
        await this.calendars.tellWhoIsConcerned();
        await this.schedules.tellWhoIsConcerned();
        await this.collecting.tendLeftBehind(leftBehindAfter);
      }
      if (this.sweeps % sweepsPerRound === 0) await this.tidy();
      this.sweeps += 1;
    } catch (error) {
      this.logging.log.warn({ err: error }, 'a sweep could not be finished; the next one goes on');
    }
  }

  /** Each claim that fails waits longer for its next one, so none is made that could not succeed. */
  private async startWaiting(): Promise<void> {
    const { intake } = this.register;
    if ((await intake.waiting()) === 0 || !(await this.desk.isReady())) return;
    for (let many = this.free(); many > 0 && !this.isOver; many = this.free()) {
      const openings = await intake.claimWaiting(many, lease);
      const started = await Promise.all(openings.map(opening => this.starts.startAll([opening])));
      if (openings.length < many || !started.every(Boolean)) return;
    }
  }

  private free(): number {
    return Math.min(atOnce, this.starts.free);
  }

  private async tellWaiting(): Promise<void> {
    const { requestCommands, mailReports } = this.register;
    const waiting = await requestCommands.claimWaiting(atOnce);
    await Promise.all(waiting.map(one => this.requestCommands.tell(one)));
    const news = await mailReports.claimWaiting(atOnce);
    await Promise.all(news.map(one => this.reports.tell(one)));
  }

  private async tidy(): Promise<void> {
    const { intake, idempotency, transferring } = this.register;
    // A package of another controller has keys of its own, and no request.
    const keptOf = async (ids: readonly string[]) =>
      new Set([...(await intake.acceptedOf(ids)), ...(await transferring.incoming.keptOf(ids))]);
    await this.vault.sweepOrphanedKeys(orphanAfter, keptOf);
    await idempotency.forget(this.terms.rememberAnswers);
    await this.documents.sweep(unfinishedAfter);
    await this.register.mailReports.forgetWebhookMessages(rememberWebhooks);
  }
}
