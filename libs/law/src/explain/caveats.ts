import { writeDay } from '../dates/civil-date.js';
import type { ClockCase } from '../clock/facts.js';
import { isLawFor } from '../rulesets/index.js';
import { withWeekday, type Listener } from './step.js';

/** The caveat of a calendar that nobody has imported; undefined where holidays are known or make no difference (R18). */
export function unknownCalendar({ calendar, duty }: ClockCase): string | undefined {
  const usesHolidays =
    duty?.roll === 'next_working_day' ||
    duty?.answerWithin.unit === 'working_day' ||
    duty?.acknowledgeWithin?.unit === 'working_day';
  if (calendar.isKnown || !usesHolidays) return undefined;
  return `No public holidays are known for "${calendar.name}": weekends only were taken into account (R18).`;
}

/** Says which law was chosen, by which day, and what the reader must know about the calendar (R2, R18). */
export function tellCaveats(clockCase: ClockCase, listener: Listener): void {
  const { ruleset, facts, calendar, duty, noDuty } = clockCase;
  const { id, law } = ruleset;
  listener.step(() => {
    const receipt = withWeekday(facts.receipt);
    const inputs = { receipt: writeDay(facts.receipt), ruleset: id };
    if (noDuty !== undefined) {
      return { rule: 'R5', cite: law, inputs, outcome: null, text: `Received on ${receipt}. ${noDuty}` };
    }
    const text = isLawFor(ruleset, facts.receipt)
      ? `Received on ${receipt}; the law for it is ${law}.`
      : `Received on ${receipt}; computed under ${law} as asked, though that is not the law for what was received on that day.`;
    return { rule: 'R2', cite: law, inputs, outcome: id, text };
  });
  const caveat = unknownCalendar(clockCase);
  if (caveat === undefined) return;
  listener.step(() => ({
    rule: 'R18',
    cite: duty?.roll === 'next_working_day' ? 'Reg 1182/71 Art 2(1)' : law,
    inputs: { calendar: calendar.name },
    outcome: 'weekends only',
    text: caveat,
  }));
}
