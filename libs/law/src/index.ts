export { clock } from './clock/clock.js';
export {
  rights,
  type ClockFact,
  type ClockFactType,
  type ClockInput,
  type ClosingType,
  type Right,
  type RightWithPause,
} from './clock/input.js';
export { defaultPolicy, type Policy } from './clock/policy.js';
export {
  clockErrorCodes,
  clockStates,
  isClockError,
  type ClockError,
  type ClockErrorCode,
  type ClockResult,
  type ClockState,
  type DueDate,
  type UnrolledDate,
} from './clock/result.js';
export { earliestUnder, type EarliestUnder, type UnderCalendar } from './questions/earliest-under.js';
export { datesMoved, type DateMoved, type DatedField, type DatesMoved } from './questions/dates-moved.js';
export { provisionalClock, type ProvisionalResult } from './questions/provisional-clock.js';
export { readWhatIf } from './questions/read-what-if.js';
export { whatIf, type WhatIf } from './questions/what-if.js';
export { ageAndIdle, internalTarget, type AgeAndIdle } from './practice/internal-target.js';
export { abandonmentFrom, reminderOn } from './practice/abandonment.js';
export { receiptOf, type LaterAsk } from './practice/receipt-of-ask.js';
export * from './grounds/index.js';
export { explain, inLines, type ExplainedResult } from './explain/explain.js';
export { inWords, withWeekday, type Step } from './explain/step.js';
export {
  coversDate,
  isWorkingDay,
  openCalendar,
  openCalendars,
  workingDaysBetween,
  type Calendar,
  type Calendars,
  type EarlierHorizon,
  type Holiday,
  type OpenCalendar,
} from './calendar/calendar.js';
export { changeInWords, type CalendarChange } from './calendar/calendar-change.js';
export type { FeedRefusal } from './calendar/gov-uk-feed.js';
export { addHoliday, withdrawHoliday, type HolidayByHand } from './calendar/holiday-by-hand.js';
export { importGovUkFeed, isFeedRefusal, type FeedImport } from './calendar/import-feed.js';
export type { CalendarSource } from './calendar/merge-division.js';
export { daysTouched, type DaysTouched } from './calendar/days-touched.js';
export { sliceOf } from './calendar/slice.js';
export { ukCalendar, ukCalendars, ukNations, type UkNation } from './calendar/uk-calendars.js';
export {
  addDays,
  addMonths,
  compareDates,
  NotACivilDate,
  readDay,
  toCivilDate,
  toDay,
  weekdayOf,
  writeDay,
  type CivilDate,
  type Day,
  type Weekday,
} from './dates/civil-date.js';
export { endOfLondonDay, londonDayAt, readInstant, startOfLondonDay, type Instant } from './dates/london.js';
export { rulesetFor, rulesets } from './rulesets/index.js';
export type { Ruleset } from './rulesets/ruleset.js';
export { rulesetIds, type RulesetId } from './rulesets/ruleset-ids.js';
