import type { Day } from '../dates/civil-date.js';
import { withWeekday, type Listener } from '../explain/step.js';
import type { Duty, Period } from '../rulesets/ruleset.js';
import {
  answersByRef,
  identitySuspendsClock,
  standingClarification,
  whyClarificationStopsNothing,
  type AnswersByRef,
} from './clarification.js';
import { tellAsk, tellClarification, tellExtension, tellSuspendingIdentity } from '../explain/tell-acts.js';
import { noticeCutOff, type NoticeCutOff, whyNoticeIsVoid } from './extension.js';
import type { Act, Ask, ClarificationAsk, ClockCase, ExtensionNotice } from './facts.js';
import type { NoEffect } from './no-effect.js';
import { unionOfPauses, type StandingClarification } from './pause.js';
import { dueDay, endOfPeriod, lengthFrom, type Counting } from './period.js';
import type { Policy } from './policy.js';
import {
  arrivalFor,
  lastPromptDay,
  relevantTime,
  whyAskMovesNothing,
  type StandingAsk,
} from './relevant-time.js';

/** The acts that have effect, in the order of their days. */
export interface Standing {
  readonly asks: StandingAsk[];
  readonly clarifications: StandingClarification[];
  extension: ExtensionNotice | undefined;
}

/** What an act is judged with: the case, its duty, one set of answers to the doubtful points, and what stands so far. */
interface Judging {
  readonly clockCase: ClockCase;
  readonly duty: Duty;
  readonly policy: Policy;
  readonly standing: Standing;
  readonly answers: AnswersByRef;
  /** Where the month ends that begins with receipt and has no pause: until then no period has ended, whatever else stands. */
  readonly endsFirst: number;
  /** After this day identity is asked for late (R25). */
  readonly lastPromptDay: Day;
  readonly listener: Listener;
}

/** How days are counted by what stands. */
export function countingOf(clockCase: ClockCase, duty: Duty, policy: Policy, standing: Standing): Counting {
  return {
    calendar: clockCase.calendar,
    asOf: clockCase.asOf,
    roll: duty.roll,
    pauses: unionOfPauses(standing.clarifications, policy),
  };
}

/** Which day of a period is its last: the day it ends on, or that to which this rolls. */
type LastDay = typeof dueDay | typeof endOfPeriod;

/**
 * The day on which a period, as it stood on `on`, had ended before `on`; undefined while it had not. What was awaited on that day and came
 * later makes no difference: no period ends before what it waits for has come, nor inside a pause.
 */
function endedBefore(on: Day, period: Period, lastDay: LastDay, judging: Judging): Day | undefined {
  const { clockCase, duty, policy, standing } = judging;
  if (on <= judging.endsFirst) return undefined;
  const { receipt } = clockCase.facts;
  const start = relevantTime(receipt, standing.asks);
  if (start === undefined) return undefined;
  const counting = countingOf(clockCase, duty, policy, standing);
  const last = lastDay(start, period, counting);
  return typeof last === 'number' && on > last ? last : undefined;
}

/** R25 — asked for after the month, as it then stood, had ended: no reset, the breach stands. */
function whyTooLate(ended: Day | undefined): NoEffect | undefined {
  if (ended === undefined) return undefined;
  const words = `the period had ended on ${withWeekday(ended)}, before it was asked for, and the breach stands`;
  return { rule: 'R25', words, code: 'ASKED_AFTER_EXPIRY' };
}

/**
 * R25 — an ask has effect when it was made on or before the due date as it then stood; after that the breach stands. A due date is rolled,
 * and no policy changes that here: D-7 doubts whether a *clarification* can exclude the day to which the month rolled (Art 12A(5)), while
 * identity or a fee excludes no day, but moves the relevant time (Art 12A(2)).
 */
function judgeAsk(ask: Ask, judging: Judging): void {
  const { clockCase, duty, policy, standing, listener } = judging;
  const arrival = arrivalFor(ask, clockCase.facts.arrivals);
  const arrivedOn = arrival?.on;
  const doubtful = ask.doubtful || arrival?.doubtful === true;
  if (ask.of === 'identity' && identitySuspendsClock(duty.pausedBy, policy)) {
    tellSuspendingIdentity(ask, arrivedOn, duty, listener);
    standing.clarifications.push({
      ref: 'identity',
      askedOn: ask.on,
      answeredOn: arrivedOn,
      declined: false,
      doubtful,
    });
    return;
  }
  const isLate = ask.of === 'identity' && ask.on > judging.lastPromptDay;
  const movesNothing =
    whyAskMovesNothing(ask, duty, policy, isLate) ??
    whyTooLate(endedBefore(ask.on, duty.answerWithin, dueDay, judging));
  const { of, furtherCopies } = ask;
  const standingAsk: StandingAsk = { of, askedOn: ask.on, arrivedOn, isLate, furtherCopies, doubtful };
  tellAsk(standingAsk, movesNothing, duty, policy, listener);
  if (movesNothing === undefined) standing.asks.push(standingAsk);
}

/** R28 — a clarification has effect when it was asked before the period that then bound had ended: before it rolled, for the cautious (D-7). */
function judgeClarification(ask: ClarificationAsk, judging: Judging): void {
  const { duty, policy, standing, listener } = judging;
  const period = standing.extension && duty.extension ? duty.extension.within : duty.answerWithin;
  const lastDay = policy.clarificationOnRolledDay === 'excluded' ? dueDay : endOfPeriod;
  const endedOn = endedBefore(ask.on, period, lastDay, judging);
  const stopsNothing = whyClarificationStopsNothing(duty, policy, endedOn);
  const clarification = standingClarification(ask, judging.answers);
  tellClarification(clarification, stopsNothing, duty, listener);
  if (stopsNothing === undefined) standing.clarifications.push(clarification);
}

/** R13 — the cut-off for a notice by what stood before it. */
function cutOffNow({ clockCase, duty, policy, standing }: Judging): NoticeCutOff | null {
  const { receipt } = clockCase.facts;
  const start = relevantTime(receipt, standing.asks);
  const counting = countingOf(clockCase, duty, policy, standing);
  return duty.extension ? noticeCutOff(duty.extension, receipt, start, counting) : null;
}

function judgeExtension(notice: ExtensionNotice, judging: Judging): void {
  const { duty, policy, standing, listener } = judging;
  const hasOne = standing.extension !== undefined;
  const whyVoid = whyNoticeIsVoid(notice, duty, () => cutOffNow(judging), policy, hasOne);
  tellExtension(notice, whyVoid, duty, listener);
  if (whyVoid === undefined) standing.extension = notice;
}

function judge({ kind, act }: Act, judging: Judging): void {
  switch (kind) {
    case 'ask':
      return judgeAsk(act, judging);
    case 'clarification':
      return judgeClarification(act, judging);
    case 'extension':
      return judgeExtension(act, judging);
  }
}

/** Judges each act by the dates as they stood on its own day, in the order of the days and not of the recording. */
export function whatStands(clockCase: ClockCase, duty: Duty, policy: Policy, listener: Listener): Standing {
  const standing: Standing = { asks: [], clarifications: [], extension: undefined };
  const answers = answersByRef(clockCase.facts.clarificationAnswers);
  const { receipt } = clockCase.facts;
  const endsFirst = receipt + lengthFrom(receipt, duty.answerWithin);
  const judging: Judging = {
    clockCase,
    duty,
    policy,
    standing,
    answers,
    endsFirst,
    lastPromptDay: lastPromptDay(clockCase, policy),
    listener,
  };
  for (const act of clockCase.facts.acts) judge(act, judging);
  return standing;
}
