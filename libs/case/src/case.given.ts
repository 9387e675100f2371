import {
  endOfLondonDay,
  startOfLondonDay,
  toCivilDate,
  toDay,
  type Calendar,
  type CivilDate,
  type Instant,
} from '@duly/law';
import { decideByTime, nextMoment } from './by-time.js';
import { decideNews, type LetterNews } from './came-back/judge.js';
import { decideCalendarChange } from './calendar-change/judge.js';
import type { CaseFile, CaseOpening } from './case-file.js';
import { defaultCaseSettings, type CaseSettings } from './case-settings.js';
import type { CaseCommand } from './commands.js';
import { decide } from './decide/decide.js';
import { decideOpening } from './decide/open.js';
import { decideReopening } from './decide/reopen.js';
import type { CaseEvent, EventType } from './events.js';
import { evolveAll, openCaseFile } from './evolve.js';
import { londonDateAt, writeInstant } from './instants.js';
import { isToStaff, type LetterOrder, type LetterReport } from './letters.js';
import { lettersDecidedBy } from './letters-decided.js';
import type { CaseRight, PeopleNamed, StoppableChannel } from './names.js';
import { decideOutcome } from './outcome.js';
import { isRefusal, type CaseRefusal, type RefusalCode } from './refusals.js';
import { decideScheduleChange } from './schedule/judge.js';
import type { ReminderSchedule } from './schedule/reminder-schedule.js';
import { summaryOf } from './summary-of.js';

/** The public holidays of England and Wales in 2036, far ahead of any real clock. */
export const testCalendar: Calendar = {
  name: 'england-and-wales',
  version: 'test-2036',
  covers: { from: toCivilDate('2035-01-01'), to: toCivilDate('2060-12-31') },
  holidays: [
    '2036-01-01',
    '2036-04-11',
    '2036-04-14',
    '2036-05-05',
    '2036-05-26',
    '2036-08-25',
    '2036-12-25',
    '2036-12-26',
  ]
    .map(toCivilDate)
    .map(date => ({ date })),
};

export const handler = 'staff-1';
export const colleague = 'staff-2';

/** Ten in the morning in London, in summer time. */
export const tenOn = (date: string): Instant =>
  (startOfLondonDay(toDay(toCivilDate(date))) + 10 * 3_600_000) as Instant;

export const lastMomentOf = (date: string): Instant =>
  (endOfLondonDay(toDay(toCivilDate(date))) - 1) as Instant;

type Unsigned<Command> = Command extends CaseCommand ? Omit<Command, 'by'> & { readonly by?: string } : never;
export type Given = Unsigned<CaseCommand>;

export type Post = LetterReport['outcome'] | 'silent';

/** A case being told in a spec: what happened, on which day, and what the post made of the letters. */
export class Told {
  constructor(
    readonly file: CaseFile,
    readonly now: Instant,
    private readonly post: Post,
    private readonly caused: readonly EventType[] = [],
    private readonly refusedWith?: Pick<CaseRefusal, 'code' | 'cite' | 'message' | 'remedy'>,
  ) {}

  /** From here on, what the mail server answers; `silent`: no outcome comes back. */
  thePost(post: Post): Told {
    return new Told(this.file, this.now, post);
  }

  /** Time passes until ten in the morning of a day, and brings about what is due. */
  on(date: string): Told {
    return this.until(tenOn(date));
  }

  until(moment: Instant): Told {
    let told = new Told(this.file, this.now, this.post);
    for (;;) {
      const next = nextMoment(told.file, told.now);
      if (next === null || next > moment) break;
      const at = next > told.now ? next : told.now;
      told = told.after(decideByTime(told.file, at), at);
    }
    return new Told(told.file, moment, this.post, told.caused);
  }

  /** A handler gives a command now. */
  when(command: Given): Told {
    const events = decide(this.file, { by: handler, ...command }, this.now);
    if (isRefusal(events)) return new Told(this.file, this.now, this.post, [], events);
    return new Told(this.file, this.now, this.post).after(events, this.now);
  }

  /** The public holidays change now. */
  whenTheCalendarIs(calendar: Calendar): Told {
    const events = decideCalendarChange(this.file, calendar, this.now);
    if (isRefusal(events)) return new Told(this.file, this.now, this.post, [], events);
    return new Told(this.file, this.now, this.post).after(events, this.now);
  }

  /** The schedule of reminders changes now. */
  whenTheScheduleIs(schedule: ReminderSchedule): Told {
    const events = decideScheduleChange(this.file, { schedule, changedBy: 'staff-9' }, this.now);
    if (isRefusal(events)) return new Told(this.file, this.now, this.post, [], events);
    return new Told(this.file, this.now, this.post).after(events, this.now);
  }

  /** The mail system reports now that a letter to a person, the last one, came back, or was answered by a machine. */
  whenComesBack(what: LetterNews['what'], more: Partial<LetterNews> = {}): Told {
    const order = this.letters.findLast(letter => !isToStaff(letter));
    const report = `report-${this.file.events.length}`;
    const news = { report, letterId: order?.letterId ?? '', what, ...more };
    const events = decideNews(this.file, news, this.now);
    if (isRefusal(events)) return new Told(this.file, this.now, this.post, [], events);
    return new Told(this.file, this.now, this.post).after(events, this.now);
  }

  /** The closed case is opened again now: a further run. */
  reopened(): Told {
    const reopening = { verb: 'reopen', by: handler, reasons: 'w' } as const;
    const events = decideReopening(this.file, reopening, 'c0ffee', this.now);
    if (isRefusal(events)) throw new Error(events.message);
    const file = openCaseFile({ ...this.file.opening, run: this.file.opening.run + 1, events });
    return new Told(file, this.now, 'accepted');
  }

  /** The outcome of the last letter to a person that the post has not answered. */
  posted(outcome: LetterReport['outcome'], date: string): Told {
    const order = this.letters.filter(letter => !isToStaff(letter)).at(-1);
    if (!order) throw new Error('No letter was decided.');
    return this.on(date).outcomeOf(order, outcome);
  }

  private outcomeOf(order: LetterOrder, outcome: LetterReport['outcome']): Told {
    const told: LetterReport = {
      letterId: order.letterId,
      outcome,
      on: londonDateAt(this.now),
      at: writeInstant(this.now),
    };
    const events = decideOutcome(this.file, order, told, this.now);
    return this.after(events, this.now);
  }

  private after(events: readonly CaseEvent[], now: Instant): Told {
    const file = evolveAll(this.file, events);
    let told = new Told(file, now, this.post, [...this.caused, ...events.map(({ type }) => type)]);
    if (this.post === 'silent') return told;
    for (const order of events.flatMap(event => lettersDecidedBy(file, event))) {
      told = told.outcomeOf(order, this.post);
    }
    return told;
  }

  get letters(): readonly LetterOrder[] {
    return this.file.events.flatMap(event => lettersDecidedBy(this.file, event));
  }

  get events(): readonly EventType[] {
    return this.file.events.map(({ type }) => type);
  }

  get tasks(): readonly string[] {
    return this.file.openTasks.map(({ kind }) => kind);
  }

  get summary(): ReturnType<typeof summaryOf> {
    return summaryOf(this.file);
  }

  /** The number of the last event of a type. */
  number(type: EventType): number {
    return this.file.events.findLast(event => event.type === type)?.number ?? 0;
  }

  /** The last step caused exactly these events, in this order. */
  then(...types: readonly EventType[]): this {
    expect(this.refusedWith).toBeUndefined();
    expect(this.caused).toEqual(types);
    return this;
  }

  /** The last step was refused, by a rule, with something to do. */
  refused(code: RefusalCode): this {
    expect(this.refusedWith?.code ?? this.caused).toBe(code);
    expect(this.refusedWith?.cite).not.toBe('');
    expect(this.refusedWith?.remedy).not.toBe('');
    return this;
  }

  /** With which words the last step was refused; undefined where it was taken. */
  get refusal(): Pick<CaseRefusal, 'code' | 'cite' | 'message' | 'remedy'> | undefined {
    return this.refusedWith;
  }

  get verdict(): string {
    return this.refusedWith?.code ?? this.caused.join(', ');
  }
}

interface Received {
  readonly on: string;
  readonly right?: CaseRight;
  readonly recordedOn?: string;
  readonly people?: Partial<PeopleNamed>;
  readonly doubts?: string;
  readonly settings?: Partial<CaseSettings>;
  readonly calendar?: Calendar;
  readonly caseId?: string;
  readonly about?: string;
  readonly stopFor?: readonly StoppableChannel[];
  readonly unlisted?: true;
}

export function openingOf(received: Received): CaseOpening {
  const { on, right = 'access', recordedOn = on, people, settings, calendar, caseId } = received;
  const { about, stopFor, doubts, unlisted } = received;
  const now = tenOn(recordedOn);
  const events = decideOpening(
    {
      verb: 'open',
      by: handler,
      right,
      channel: 'email',
      receivedOn: on as CivilDate,
      words: 'words-0',
      people: { requester: false, recipient: false, ...people },
      ...(doubts !== undefined && { doubts }),
      ...(about && { about }),
      ...(stopFor && { stopFor }),
      ...(unlisted && { unlisted }),
    },
    now,
  );
  if (isRefusal(events)) throw new Error(events.message);
  return {
    caseId: caseId ?? '6f1c2d3e-0000-4000-8000-000000000001',
    requestId: '6f1c2d3e-0000-4000-8000-000000000000',
    reference: 'DR-2036-000001-1',
    run: 1,
    events,
    calendar: calendar ?? testCalendar,
    settings: { ...defaultCaseSettings, ...settings },
  };
}

/** A request was received, its letter acknowledged. */
export function received(what: Received): Told {
  const opening = openingOf(what);
  const file = openCaseFile(opening);
  const told = new Told(file, tenOn(what.recordedOn ?? what.on), 'accepted');
  // What may be no request is acknowledged once it is one.
  return what.doubts === undefined ? told.posted('accepted', what.recordedOn ?? what.on) : told;
}
