import type { Calendar } from '../calendar/calendar.js';
import { Almanac, daysBetween, plusDays, plusMonths } from './almanac.js';

/**
 * The clock of rules.md §2–§4 a second time, told as a diary: one page a day from receipt, on each page what happened, whether the
 * day counts, and whether a period ended. It shares no code with the engine, not even for dates (JavaScript's own, in UTC), so that
 * the two can only agree by both reading the rules alike. UK GDPR Art 12 rights and DPA 2018 Part 3 access.
 */
export interface DiaryEvent {
  readonly type: string;
  readonly date: string;
  readonly reasonableDoubts?: boolean;
  readonly sufficient?: boolean;
  readonly basis?: string;
  readonly ref?: string;
  readonly reasons?: boolean;
  readonly doubtful?: boolean;
}

export interface DiaryCase {
  readonly right: string;
  readonly events: readonly DiaryEvent[];
  readonly asOf?: string;
}

/** The fields on which the two must agree, all of them; or the one error that a well-formed case can end in. */
export type DiaryAnswer = Readonly<Record<string, string | number | boolean | null>> | 'CALENDAR_HORIZON';

type Reading = 'default' | 'cautious';

/** One period that is being counted: a month or three from the relevant time. */
class Count {
  counted = 0;
  /** The day on which the last day was counted (before any roll), and the day that ends the period in law. */
  reached: string | null = null;
  due: string | null = null;
  isBeyond = false;
  private readonly need: number;

  constructor(start: string, months: number) {
    this.need = daysBetween(start, plusMonths(start, months));
  }

  get length(): number {
    return this.need;
  }

  get isOver(): boolean {
    return this.due !== null || this.isBeyond;
  }

  /** Turns the page of one day. */
  live(date: string, isExcluded: boolean, almanac: Almanac): void {
    if (this.isOver || isExcluded) return;
    if (this.counted < this.need) this.counted += 1;
    if (this.counted < this.need) return;
    this.reached ??= date;
    if (!almanac.covers(date)) this.isBeyond = true;
    else if (almanac.isWorking(date)) this.due = date;
  }
}

type Awaited = 'identity' | 'authority' | 'fee';

interface Law {
  readonly waits: boolean;
  readonly pauses: boolean;
  readonly extends: boolean;
  /** Before Article 12A the notice had to be given within a month of receipt, whatever moved the start. */
  readonly noticeFromReceipt: boolean;
}

function lawFor(right: string, receipt: string): Law {
  const isNew = receipt >= '2026-02-05';
  if (right === 'objection_direct_marketing')
    return { waits: false, pauses: false, extends: false, noticeFromReceipt: false };
  if (right === 'access_s45') return { waits: true, pauses: isNew, extends: isNew, noticeFromReceipt: false };
  return { waits: true, pauses: isNew && right === 'access', extends: true, noticeFromReceipt: !isNew };
}

const closings = ['completed', 'refused', 'withdrawn', 'abandoned', 'died'];
const closedState = [
  'CLOSED_COMPLETED',
  'CLOSED_REFUSED',
  'CLOSED_WITHDRAWN',
  'CLOSED_ABANDONED',
  'CLOSED_DECEASED',
];

/** The diary of one case under one reading of the doubtful points D-1, D-2 and D-7. */
class Diary {
  relevant: string | null;
  month: Count;
  threeMonths: Count;
  outstanding: Awaited[] = [];
  openClarifications: string[] = [];
  excluded: string[] = [];
  hasExtension = false;
  hasDoubt = false;
  closed: { readonly type: string; readonly on: string } | null = null;
  private answeredToday = false;
  private workingDaysSinceReceipt = 0;
  /** A month from receipt that nothing moves: the fallback (R30), and the old cut-off for the notice (D-12). */
  readonly noticeMonth: Count;

  constructor(
    private readonly receipt: string,
    readonly law: Law,
    private readonly reading: Reading,
    private readonly almanac: Almanac,
  ) {
    this.relevant = receipt;
    this.month = new Count(receipt, 1);
    this.threeMonths = new Count(receipt, 3);
    this.noticeMonth = new Count(receipt, 1);
  }

  get binding(): Count {
    return this.hasExtension ? this.threeMonths : this.month;
  }

  /** Nothing more can happen once the last event is past: time stands still, or every period has ended. */
  get isSettled(): boolean {
    const standsStill = this.relevant === null || this.openClarifications.length > 0;
    return this.noticeMonth.isOver && (standsStill || (this.month.isOver && this.threeMonths.isOver));
  }

  page(date: string, events: readonly DiaryEvent[]): void {
    if (date > this.receipt && this.almanac.isWorking(date)) this.workingDaysSinceReceipt += 1;
    this.answeredToday = false;
    // Of several facts on one day the one that nobody doubts is taken.
    const inOrder = [
      ...events.filter(({ doubtful }) => doubtful !== true),
      ...events.filter(({ doubtful }) => doubtful === true),
    ];
    const of = (...types: string[]): DiaryEvent[] => inOrder.filter(({ type }) => types.includes(type));
    for (const event of of('id_requested', 'authority_requested', 'fee_requested')) this.ask(event);
    for (const event of of('id_received', 'authority_received', 'fee_paid')) this.arrive(event, date);
    for (const event of of('clarification_requested')) this.askClarification(event);
    for (const event of of('clarification_received', 'clarification_declined'))
      this.answerClarification(event);
    for (const event of of('extension_notified')) this.extend(event);
    for (const type of closings) {
      if (of(type).length > 0) this.closed ??= { type, on: date };
    }
    this.count(date);
  }

  private count(date: string): void {
    const isExcluded = this.noteExclusion(date);
    if (date > this.receipt) this.noticeMonth.live(date, false, this.almanac);
    // The day of the event itself is not counted (Reg 1182/71 Art 3(1)).
    if (this.relevant === null || date === this.relevant) return;
    this.month.live(date, isExcluded, this.almanac);
    this.threeMonths.live(date, isExcluded, this.almanac);
  }

  /** D-1: the day of the answer is excluded too; cautiously read it counts, unless another question is still open. */
  private noteExclusion(date: string): boolean {
    const isExcluded =
      this.openClarifications.length > 0 || (this.reading === 'default' && this.answeredToday);
    if (isExcluded) this.excluded.push(date);
    return isExcluded;
  }

  private ask(event: DiaryEvent): void {
    const kind =
      event.type === 'id_requested' ? 'identity' : event.type === 'fee_requested' ? 'fee' : 'authority';
    if (!this.law.waits) return;
    if (kind === 'identity' && event.reasonableDoubts === false) return;
    if (kind === 'fee' && event.basis === '15(3)') return;
    const isLate = kind === 'identity' && this.workingDaysSinceReceipt > 5;
    if (isLate && this.reading === 'cautious') return;
    // R25: after the month has ended the breach stands. While something is awaited, no month is running that could have ended.
    if (this.relevant !== null && this.month.due !== null) return;
    const doubtful = event.doubtful === true || isLate;
    this.outstanding.push(kind);
    this.relevant = null;
    if (doubtful) this.hasDoubt = true;
  }

  private arrive(event: DiaryEvent, date: string): void {
    if (event.sufficient === false) return;
    const kind = event.type === 'id_received' ? 'identity' : event.type === 'fee_paid' ? 'fee' : 'authority';
    if (!this.outstanding.includes(kind)) return;
    this.outstanding = this.outstanding.filter(awaited => awaited !== kind);
    if (event.doubtful === true) this.hasDoubt = true;
    if (this.outstanding.length > 0) return;
    // The latest of them is the relevant time, and that is always the day on which the last one came.
    this.relevant = date;
    this.month = new Count(date, 1);
    this.threeMonths = new Count(date, 3);
  }

  private askClarification(event: DiaryEvent): void {
    if (!this.law.pauses) return;
    const { due, reached } = this.binding;
    if (this.relevant !== null && (this.reading === 'cautious' ? reached : due) !== null) return;
    this.openClarifications.push(event.ref ?? '');
    if (event.doubtful === true) this.hasDoubt = true;
  }

  private answerClarification(event: DiaryEvent): void {
    const ref = event.ref ?? '';
    if (!this.openClarifications.includes(ref)) return;
    this.openClarifications = this.openClarifications.filter(open => open !== ref);
    if (event.doubtful === true) this.hasDoubt = true;
    this.answeredToday = true;
  }

  private extend(event: DiaryEvent): void {
    if (!this.law.extends || this.hasExtension || event.reasons === false) return;
    const cutOff = this.law.noticeFromReceipt ? this.noticeMonth : this.relevant === null ? null : this.month;
    // The page of this day is not turned yet: a period that has ended ended before it.
    if (cutOff !== null && cutOff.due !== null) return;
    this.hasExtension = true;
    if (event.doubtful === true) this.hasDoubt = true;
  }
}

function keep(diaryCase: DiaryCase, reading: Reading, calendar: Calendar): Diary {
  const { events, asOf, right } = diaryCase;
  const standing = events.filter(({ date }) => asOf === undefined || date <= asOf);
  const receipt = standing.find(({ type }) => type === 'received')?.date ?? '';
  const almanac = new Almanac(calendar, asOf);
  const diary = new Diary(receipt, lawFor(right, receipt), reading, almanac);
  const lastEvent = standing
    .map(({ date }) => date)
    .reduce((last, date) => (date > last ? date : last), receipt);
  for (let date = receipt; date <= lastEvent || !diary.isSettled; date = plusDays(date, 1)) {
    diary.page(
      date,
      standing.filter(event => event.date === date),
    );
  }
  return diary;
}

const awaitingState = {
  identity: 'AWAITING_ID',
  authority: 'AWAITING_AUTHORITY',
  fee: 'AWAITING_FEE',
} as const;

function stateOf({ closed, outstanding, openClarifications }: Diary): string {
  if (closed) return closedState[closings.indexOf(closed.type)] ?? '';
  for (const kind of ['identity', 'authority', 'fee'] as const)
    if (outstanding.includes(kind)) return awaitingState[kind];
  return openClarifications.length > 0 ? 'PAUSED_CLARIFICATION' : 'RUNNING';
}

const dueOf = (diary: Diary, count: Count): string | null => (diary.relevant === null ? null : count.due);

function inTimeOf({ closed }: Diary, effective: string | null): boolean | null {
  if (closed?.type !== 'completed' && closed?.type !== 'refused') return null;
  return effective === null ? null : closed.on <= effective;
}

/** What the diaries say about one case; `calendar` is the calendar that the case names. */
export function dayByDay(diaryCase: DiaryCase, calendar: Calendar): DiaryAnswer {
  const diary = keep(diaryCase, 'default', calendar);
  const cautious = keep(diaryCase, 'cautious', calendar);
  const { relevant, month, threeMonths, binding, noticeMonth, law, openClarifications, excluded } = diary;
  if (relevant !== null && month.isBeyond) return 'CALENDAR_HORIZON';
  const effective = dueOf(diary, binding);
  const conservative = dueOf(cautious, cautious.binding);
  const candidates = [effective, conservative, diary.hasDoubt ? noticeMonth.due : null].filter(
    date => date !== null,
  );
  const cutOff = !law.extends ? null : law.noticeFromReceipt ? noticeMonth : relevant === null ? null : month;
  const isPaused = openClarifications.length > 0 && relevant !== null;
  const notices = diaryCase.events.filter(
    ({ type, date }) =>
      type === 'extension_notified' && (diaryCase.asOf === undefined || date <= diaryCase.asOf),
  );
  return {
    relevantDate: relevant,
    dueDate: dueOf(diary, month),
    extendedDueDate: law.extends ? dueOf(diary, threeMonths) : null,
    extensionNoticeBy: cutOff?.due ?? null,
    conservativeExtensionNoticeBy: cutOff?.reached ?? null,
    effectiveDueDate: effective,
    conservativeDueDate: conservative,
    fallbackDueDate: noticeMonth.due,
    planBy: candidates.sort()[0] ?? null,
    excludedDays:
      effective === null
        ? null
        : excluded.filter(date => relevant !== null && date > relevant && date <= effective).length,
    countedDays: isPaused ? binding.counted : null,
    remainingDays: isPaused ? binding.length - binding.counted : null,
    state: stateOf(diary),
    inTime: inTimeOf(diary, effective),
    extensionValid: notices.length === 0 ? null : diary.hasExtension,
  };
}
