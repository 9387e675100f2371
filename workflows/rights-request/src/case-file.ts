import {
  closingOf,
  decide,
  decideByTime,
  decideCalendarChange,
  decideNews,
  decideOutcome,
  decideScheduleChange,
  evolveWith,
  isRefusal,
  isToStaff,
  lettersDecidedBy,
  nextMoment,
  openCaseFile,
  postedNotices,
  summaryOf,
  taskChangesOf,
  type CaseEvent,
  type CaseFile,
  type CaseOpening,
  type CaseSummary,
  type Decision,
  type EndedTask,
  type LetterNews,
  type LetterOrder,
  type LetterReport,
  type NewSchedule,
  type OpenTask,
} from '@duly/case';
import {
  toFailure,
  type CalendarMessage,
  type CaseClosed,
  type CommandAnswer,
  type CommandMessage,
} from '@duly/case-protocol';
import type { Instant } from '@duly/law';
import { caseNow } from './case-time.js';

/** What has happened since the register was last written. */
export interface Unrecorded {
  readonly events: CaseEvent[];
  readonly opened: OpenTask[];
  readonly ended: EndedTask[];
  readonly letters: LetterOrder[];
}

const nothing = (): Unrecorded => ({ events: [], opened: [], ended: [], letters: [] });

/** The one place that holds what has happened to a case while its run lives; everything else asks it, or appends to it. */
export class LiveFile {
  private file: CaseFile;
  private unrecorded = nothing();
  private unsent: LetterOrder[] = [];
  private summarised: CaseSummary | undefined;
  private coming: { readonly at: Instant | null } | undefined;

  constructor(private readonly opening: CaseOpening) {
    const isOfThisRun = ({ run }: CaseEvent): boolean => run === opening.run;
    this.file = openCaseFile({ ...opening, events: opening.events.filter(event => !isOfThisRun(event)) });
    this.append(opening.events.filter(isOfThisRun));
  }

  get events(): readonly CaseEvent[] {
    return this.file.events;
  }

  get summary(): CaseSummary {
    this.summarised ??= summaryOf(this.file);
    return this.summarised;
  }

  get version(): number {
    return this.summary.version;
  }

  get isClosed(): boolean {
    return this.summary.closedOn !== null;
  }

  /** Identity, authority or the fee is awaited: the month has not begun (Art 12A(2)). */
  get isAwaiting(): boolean {
    return this.summary.state.startsWith('AWAITING');
  }

  /** A clarification is awaited: the month stands still (Art 12A(5)). */
  get isPaused(): boolean {
    return this.summary.state === 'PAUSED_CLARIFICATION';
  }

  get hasLettersToPost(): boolean {
    return this.file.openTasks.some(({ kind }) => kind === 'post-a-letter');
  }

  /** The next moment at which time alone brings something about. */
  get nextMoment(): Instant | null {
    this.coming ??= { at: nextMoment(this.file, caseNow()) };
    return this.coming.at;
  }

  get closed(): CaseClosed {
    const closing = closingOf(this.file);
    if (!closing) throw new Error(`Case ${this.opening.caseId} has not closed.`);
    return { outcome: closing.outcome, closedOn: closing.on, version: this.version };
  }

  private judge({ command, expectedVersion }: CommandMessage): Decision<CaseEvent> {
    return decide(this.file, command, caseNow(), expectedVersion);
  }

  /** A dry run: a refused command leaves no trace in the history. @throws ApplicationFailure with the refusal */
  check(message: CommandMessage): void {
    const decision = this.judge(message);
    if (isRefusal(decision)) throw toFailure(decision);
  }

  /** @throws ApplicationFailure with the refusal */
  accept(message: CommandMessage): CommandAnswer {
    return this.take(this.judge(message));
  }

  /** The same two for a change of the public holidays (R20). @throws ApplicationFailure with the refusal */
  checkCalendar({ calendar }: CalendarMessage): void {
    const decision = decideCalendarChange(this.file, calendar, caseNow());
    if (isRefusal(decision)) throw toFailure(decision);
  }

  /** @throws ApplicationFailure with the refusal */
  acceptCalendar({ calendar }: CalendarMessage): CommandAnswer {
    return this.take(decideCalendarChange(this.file, calendar, caseNow()));
  }

  /** The same two for a new schedule of reminders. @throws ApplicationFailure with the refusal */
  checkSchedule(message: NewSchedule): void {
    const decision = decideScheduleChange(this.file, message, caseNow());
    if (isRefusal(decision)) throw toFailure(decision);
  }

  /** @throws ApplicationFailure with the refusal */
  acceptSchedule(message: NewSchedule): CommandAnswer {
    return this.take(decideScheduleChange(this.file, message, caseNow()));
  }

  /** The same two for a letter that came back, or that a machine answered (R30). @throws ApplicationFailure with the refusal */
  checkNews(news: LetterNews): void {
    const decision = decideNews(this.file, news, caseNow());
    if (isRefusal(decision)) throw toFailure(decision);
  }

  /** @throws ApplicationFailure with the refusal */
  acceptNews(news: LetterNews): CommandAnswer {
    return this.take(decideNews(this.file, news, caseNow()));
  }

  private take(decision: Decision<CaseEvent>): CommandAnswer {
    if (isRefusal(decision)) throw toFailure(decision);
    this.append(decision);
    const posted = postedNotices(this.file, decision);
    const events = decision.map(({ type }) => type);
    return { version: this.version, events, summary: this.summary, ...(posted.length > 0 && { posted }) };
  }

  /** What is due by now happens. */
  timePasses(): void {
    this.append(decideByTime(this.file, caseNow()));
  }

  learnOutcome(order: LetterOrder, outcome: LetterReport): void {
    this.append(decideOutcome(this.file, order, outcome, caseNow()));
  }

  /** Something has happened that the register does not know yet. */
  get hasNews(): boolean {
    return this.unrecorded.events.length > 0;
  }

  /** Hands over what the register does not know yet; the next call begins after it. */
  takeUnrecorded(): Unrecorded {
    const { unrecorded } = this;
    this.unrecorded = nothing();
    return unrecorded;
  }

  get hasLetters(): boolean {
    return this.unsent.length > 0;
  }

  /** Hands over the letters to persons that were decided since the last call; those to staff go with the register's step. */
  takeLetters(): readonly LetterOrder[] {
    const { unsent } = this;
    this.unsent = [];
    return unsent;
  }

  private append(events: readonly CaseEvent[]): void {
    for (const event of events) {
      const changes = taskChangesOf(this.file, event);
      const { opened, ended } = changes;
      this.file = evolveWith(this.file, event, changes);
      this.unrecorded.events.push(event);
      this.unrecorded.opened.push(...opened);
      this.unrecorded.ended.push(...ended);
      const letters = lettersDecidedBy(this.file, event);
      this.unrecorded.letters.push(...letters);
      this.unsent.push(...letters.filter(letter => !isToStaff(letter)));
    }
    this.summarised = undefined;
    this.coming = undefined;
  }
}
