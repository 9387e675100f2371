import { inWords, type Listener } from './step.js';
import { writeDay } from '../dates/civil-date.js';
import type { ClockCase } from '../clock/facts.js';
import { isLawFor } from '../rulesets/index.js';

/** Says which law was chosen, by which day, and what the reader must know about the calendar (R2, R18). */
export function tellCaveats(clockCase: ClockCase, listener: Listener): void {
  const { ruleset, facts, calendar, noDuty } = clockCase;
  const receipt = inWords(facts.receipt);
  listener.step(() => ({
    rule: 'R2',
    cite: ruleset.law,
    inputs: { receipt: writeDay(facts.receipt), ruleset: ruleset.id },
    outcome: ruleset.id,
    text: isLawFor(ruleset, facts.receipt)
      ? `Received on ${receipt}: ${ruleset.law} governs.`
      : `Computed under ${ruleset.law} as asked, though it is not the law for what was received on ${receipt}.`,
  }));
  if (noDuty !== undefined) {
    listener.step(() => ({ rule: 'R5', cite: ruleset.law, inputs: {}, outcome: null, text: noDuty }));
  }
  if (calendar.isKnown) return;
  listener.step(() => ({
    rule: 'R18',
    cite: 'Reg 1182/71 Art 2(1)',
    inputs: { calendar: calendar.name },
    outcome: 'weekends only',
    text: `No public holidays are known for "${calendar.name}": weekends only were taken into account.`,
  }));
}
