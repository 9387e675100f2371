import { horizonOf, withoutHorizon, type Calendars } from '../calendar/calendar.js';
import { ukCalendars } from '../calendar/uk-calendars.js';
import { answering } from '../clock/clock.js';
import type { ClockCase } from '../clock/facts.js';
import type { ClockInput } from '../clock/input.js';
import { readInput } from '../clock/read-input.js';
import type { ClockError } from '../clock/result.js';
import { WrongInput } from '../clock/wrong-input.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import { explainCase, type ExplainedResult } from '../explain/explain.js';
import { inWords, type Step } from '../explain/step.js';

export interface ProvisionalResult extends ExplainedResult {
  /** True where a date rests on weekends alone because the calendar ends before it: flag it, and compute again when it grows. */
  readonly isProvisional: boolean;
}

function isHorizon(thrown: unknown): boolean {
  return thrown instanceof WrongInput && thrown.code === 'CALENDAR_HORIZON';
}

function provisionalStep({ calendar, asOf }: ClockCase): Step {
  const [from, to] = [calendar.from as Day, horizonOf(calendar, asOf) as Day];
  return {
    rule: 'R59',
    cite: 'Reg 1182/71 Art 3(4)',
    inputs: {
      calendar: calendar.name,
      version: calendar.version,
      knownFrom: writeDay(from),
      knownTo: writeDay(to),
    },
    outcome: 'provisional',
    text: `Provisional: the calendar ${calendar.name} knows public holidays only from ${inWords(from)} to ${inWords(to)}. Outside that weekends alone were taken into account; compute again when its holidays are known.`,
  };
}

/**
 * R59 — the clock for opening a case whose due date lies past the calendar's horizon: where {@link clock} refuses with
 * `CALENDAR_HORIZON`, the same law by weekends alone beyond the horizon, flagged, with the caveat as `reason` and as the last step.
 * A public holiday can only move a date later, so the provisional date is never too late. Every other answer is the clock's own.
 */
export function provisionalClock(
  input: ClockInput,
  calendars: Calendars = ukCalendars,
): ProvisionalResult | ClockError {
  return answering(input, () => {
    const clockCase = readInput(input, calendars);
    try {
      return { ...explainCase(clockCase), isProvisional: false };
    } catch (thrown) {
      if (!isHorizon(thrown)) throw thrown;
    }
    const caveat = provisionalStep(clockCase);
    const { result, steps } = explainCase({ ...clockCase, calendar: withoutHorizon(clockCase.calendar) });
    const reason = result.reason === null ? caveat.text : `${result.reason} ${caveat.text}`;
    return { result: { ...result, reason }, steps: [...steps, caveat], isProvisional: true };
  });
}
