import type { Due } from '../clock/dates.js';
import type { Closing } from '../clock/facts.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import type { Duty } from '../rulesets/ruleset.js';
import { withWeekday, type Listener } from './step.js';

/** R42, R61 — an objection to direct marketing: the stop is at once, the month only the outer limit for confirming it. */
export function tellStop(receipt: Day, duty: Duty, listener: Listener): void {
  if (!duty.stopsAtOnce) return;
  listener.step(() => ({
    rule: 'R42, R61',
    cite: duty.waitsCite.identity,
    inputs: { receipt: writeDay(receipt) },
    outcome: writeDay(receipt),
    text: `Direct marketing stops on receipt, ${withWeekday(receipt)}. There are no grounds to refuse; the month is only the outer limit for confirming it.`,
  }));
}

/** Where an acknowledgement has a period of its own beside the answer. */
export function tellAcknowledgement(by: Due | null, receipt: Day, duty: Duty, listener: Listener): void {
  const { acknowledgeWithin } = duty;
  if (!acknowledgeWithin || acknowledgeWithin === duty.answerWithin || typeof by !== 'number') return;
  listener.step(() => ({
    rule: 'R50',
    cite: acknowledgeWithin.cite,
    inputs: { from: writeDay(receipt), count: acknowledgeWithin.count, unit: acknowledgeWithin.unit },
    outcome: writeDay(by),
    text: `Receipt must be confirmed by ${withWeekday(by)}.`,
  }));
}

function closingInWords(
  { type, on }: Closing,
  due: Due,
  isInTime: boolean | null,
): { rule: string; text: string } {
  const day = withWeekday(on);
  switch (type) {
    case 'completed':
    case 'refused': {
      const done = type === 'completed' ? 'Answered' : 'Refused';
      const against =
        typeof due === 'number' ? `, and the period ended with ${withWeekday(due)}` : ', when no date bound';
      const late = isInTime === null ? '' : isInTime ? ': in time' : ': late';
      return { rule: type === 'refused' ? 'R31' : 'R11', text: `${done} on ${day}${against}${late}.` };
    }
    case 'withdrawn':
      return { rule: 'R35', text: `Withdrawn in the person’s own words on ${day}: the case is closed.` };
    case 'died':
      return {
        rule: 'R35',
        text: `The person died, recorded on ${day}: data protection law protects the living, and no duty remains.`,
      };
    case 'abandoned':
      return {
        rule: 'R24',
        text: `Closed on ${day} because what was asked for never came; it is reopened if it comes.`,
      };
  }
}

/** R11, R24, R35 — what closed the case, and whether in time. */
export function tellClosing(
  closing: Closing | undefined,
  effectiveDue: Due,
  isInTime: boolean | null,
  duty: Duty,
  listener: Listener,
): void {
  if (!closing) return;
  listener.step(() => {
    const { rule, text } = closingInWords(closing, effectiveDue, isInTime);
    const inputs = { type: closing.type, on: writeDay(closing.on) };
    return { rule, cite: duty.answerWithin.cite, inputs, outcome: isInTime, text };
  });
}
