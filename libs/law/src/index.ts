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
export { explain, inLines, type ExplainedResult } from './explain/explain.js';
export { inWords, withWeekday, type Step } from './explain/step.js';
export {
  coversDate,
  isWorkingDay,
  openCalendar,
  workingDaysBetween,
  type Calendar,
  type Calendars,
  type Holiday,
  type OpenCalendar,
} from './calendar/calendar.js';
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
export { rulesetIds, type Ruleset, type RulesetId } from './rulesets/ruleset.js';
