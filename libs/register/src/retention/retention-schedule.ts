import type { CaseOutcome } from '@duly/case';
import { addDays, addMonths, toDay, writeDay, type CivilDate } from '@duly/law';

/** How long the data of a case are kept after it has closed, and why so long. */
export interface RetentionPeriod {
  readonly months: number;
  readonly days: number;
  /** Why no shorter and no longer (UK GDPR Art 5(1)(e)); told in the certificate. */
  readonly reason: string;
  /** Where the period comes from. */
  readonly source: string;
}

/** A period for each end that a case may have. */
export type RetentionPeriods = Readonly<Record<CaseOutcome, RetentionPeriod>>;

export interface RetentionSchedule {
  /** 0 is the one that stands until the organisation puts its own. */
  readonly version: number;
  readonly periods: RetentionPeriods;
  /** Staff id; null of version 0. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

const claims: RetentionPeriod = {
  months: 72,
  days: 0,
  reason:
    'A person who was refused, or who complained, may claim compensation (UK GDPR Art 82; DPA 2018 s.168–169) for as long as an action may be brought.',
  source: 'Limitation Act 1980 s.2 and s.9(1): six years',
};
const accountability: RetentionPeriod = {
  months: 36,
  days: 0,
  reason:
    'What was done can be shown to the Commissioner (UK GDPR Art 5(2)), and a further request can be told from a repetition (Art 12A(5)); no rule names a period, so this is the organisation’s own choice.',
  source: 'UK GDPR Art 5(1)(e) and 5(2)',
};
const nothingGiven: RetentionPeriod = {
  months: 12,
  days: 0,
  reason: 'Nothing was decided against the person, who may yet come back to it or complain.',
  source: 'UK GDPR Art 5(1)(e); DPA 2018 s.164A',
};

/** What stands where the organisation has put nothing else: to be judged by it, since the law names no periods. */
export const usualPeriods: RetentionPeriods = {
  answered: accountability,
  'partly-answered': claims,
  refused: claims,
  'not-identified': claims,
  concluded: claims,
  withdrawn: nothingGiven,
  abandoned: nothingGiven,
  dismissed: nothingGiven,
  reclassified: nothingGiven,
  died: nothingGiven,
};

export const usualSchedule: RetentionSchedule = {
  version: 0,
  periods: usualPeriods,
  changedBy: null,
  changedAt: null,
};

/** Months and days on the calendar. */
export interface Lead {
  readonly months: number;
  readonly days: number;
}

export const after = (from: CivilDate, { months, days }: Lead): CivilDate =>
  writeDay(addDays(addMonths(toDay(from), months), days));

export const before = (to: CivilDate, { months, days }: Lead): CivilDate =>
  writeDay(addMonths(addDays(toDay(to), -days), -months));

/** How long before the day of erasure people are warned, the first time and the second. */
export type Leads = readonly [first: Lead, second: Lead];

/** The days on which the two warnings went out, for the day on which it is now due; null while they have not. */
export type Warned = readonly [first: CivilDate | null, second: CivilDate | null];

const latest = (days: readonly CivilDate[]): CivilDate =>
  days.reduce((one, other) => (one < other ? other : one));

/** The first day on which it may be erased: each warning has its whole time, however late it went out. */
export const erasableFrom = (dueOn: CivilDate, [first, second]: Warned, leads: Leads): CivilDate =>
  latest([dueOn, ...(first ? [after(first, leads[0])] : []), ...(second ? [after(second, leads[1])] : [])]);

/** Which warning is to go out on a day; undefined where none is. */
export function warningDue(
  dueOn: CivilDate,
  today: CivilDate,
  warned: Warned,
  leads: Leads,
): 1 | 2 | undefined {
  if (!warned[0]) return today >= before(dueOn, leads[0]) ? 1 : undefined;
  if (warned[1]) return undefined;
  return today >= before(erasableFrom(dueOn, warned, leads), leads[1]) ? 2 : undefined;
}
