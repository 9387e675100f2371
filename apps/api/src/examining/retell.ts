import { Injectable } from '@nestjs/common';
import type { RetoldView } from '@duly/api-contract';
import {
  caseAsOf,
  clockInputOf,
  isEvent,
  londonDateAt,
  summaryOf,
  type CaseFile,
  type CaseSummary,
} from '@duly/case';
import {
  clock,
  isClockError,
  openCalendar,
  rulesetFor,
  toDay,
  type Calendar,
  type Instant,
  type RulesetId,
} from '@duly/law';
import { Register } from '@duly/register';
import { CaseHistory, type WholeCase } from './case-history.js';

type Judged = RetoldView['ownLaw'];
type Dates = RetoldView['told']['dates'];

const datesOf = (row: CaseSummary): Dates => ({
  relevantDate: row.relevantDate,
  dueDate: row.dueDate,
  extendedDueDate: row.extendedDueDate,
  planBy: row.planBy,
  extensionNoticeBy: row.extensionNoticeBy,
  inTime: row.inTime,
});

/** The same facts, judged by a ruleset and public holidays of today. */
function judge(file: CaseFile, ruleset: RulesetId, calendar: Calendar, told: Dates): Judged {
  const calendars = new Map([[calendar.name, openCalendar(calendar)]]);
  const result = clock({ ...clockInputOf(file), ruleset }, calendars);
  const by = { ruleset, calendarVersion: calendar.version };
  if (isClockError(result)) return { ...by, dates: null, why: result.error.message, differences: [] };
  const dates: Dates = {
    relevantDate: result.relevantDate,
    dueDate: result.effectiveDueDate,
    extendedDueDate: result.extendedDueDate,
    planBy: result.planBy,
    extensionNoticeBy: result.extensionNoticeBy,
    inTime: result.inTime,
  };
  const differences = Object.entries(told).flatMap(([what, then]) => {
    const today = dates[what] ?? null;
    return today === then ? [] : [{ what, told: then, today }];
  });
  return { ...by, dates, why: null, differences };
}

/** What was told to the person, against what today's rules would say. Nothing of the case changes. */
@Injectable()
export class Retell {
  constructor(
    private readonly register: Register,
    private readonly history: CaseHistory,
  ) {}

  /** @throws ApiError `no-such-case` */
  async of(caseId: string): Promise<RetoldView> {
    const whole = await this.history.whole(caseId);
    const file = caseAsOf(whole.openings, whole.events, { recordedAt: '9999-12-31T23:59:59.999Z' });
    if (!file) throw new Error(`Case ${caseId} has no receipt.`);
    const row = summaryOf(file);
    const calendar = (await this.register.calendars.newest(file.calendar.name)) ?? file.calendar;
    const told = datesOf(row);
    const { right } = clockInputOf(file);
    const today = toDay(londonDateAt(Date.now() as Instant));
    return {
      id: caseId,
      reference: row.reference,
      told: { ruleset: row.ruleset, calendarVersion: row.calendarVersion, dates: told },
      ownLaw: judge(file, row.ruleset, calendar, told),
      todaysLaw: judge(file, rulesetFor(right, today), calendar, told),
      notices: this.notices(whole, row.ruleset, calendar),
    };
  }

  /** Each notice that was given, with the date that stood when it was, and the one that today's public holidays give for those facts. */
  private notices(
    { openings, events }: WholeCase,
    ruleset: RulesetId,
    calendar: Calendar,
  ): RetoldView['notices'] {
    return events.flatMap(event => {
      if (!isEvent(event, 'NoticeGiven')) return [];
      const then = caseAsOf(openings, events, { recordedAt: event.recordedAt });
      if (!then) return [];
      const toldDueDate = summaryOf(then).dueDate;
      const judged = judge(then, ruleset, calendar, {});
      const todays = judged.dates?.['dueDate'] ?? null;
      const todaysDueDate = typeof todays === 'string' ? (todays as CaseSummary['dueDate']) : null;
      const { number, kind, on } = event;
      return [{ event: number, kind, on, toldDueDate, todaysDueDate, isSame: toldDueDate === todaysDueDate }];
    });
  }
}
