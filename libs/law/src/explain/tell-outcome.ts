import type { Due } from '../clock/due.js';
import type { Closing } from '../clock/facts.js';
import type { ClosingType } from '../clock/input.js';
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
  const { acknowledgeWithin, isAcknowledgement } = duty;
  if (!acknowledgeWithin || isAcknowledgement || typeof by !== 'number') return;
  listener.step(() => ({
    rule: 'R50',
    cite: acknowledgeWithin.cite,
    inputs: { from: writeDay(receipt), count: acknowledgeWithin.count, unit: acknowledgeWithin.unit },
    outcome: writeDay(by),
    text: `Receipt must be confirmed by ${withWeekday(by)}.`,
  }));
}

/** R52, R53 — an outcome within the thirty days needs no acknowledgement of its own; the outcome itself has no fixed date. */
function complaintClosing(day: string, due: Due, isInTime: boolean | null): { rule: string; text: string } {
  const by = typeof due === 'number' ? withWeekday(due) : '';
  return isInTime === true
    ? {
        rule: 'R53',
        text: `The outcome was given on ${day}, so by ${by} no separate acknowledgement was due.`,
      }
    : {
        rule: 'R52',
        text: `The outcome was given on ${day}, after ${by}, by when receipt had to be acknowledged. The outcome itself has no fixed date: it is due without undue delay.`,
      };
}

function closingInWords(
  { type, on }: Closing,
  due: Due,
  isInTime: boolean | null,
  duty: Duty,
): { rule: string; text: string } {
  const day = withWeekday(on);
  switch (type) {
    case 'completed':
    case 'refused': {
      if (duty.isAcknowledgement) return complaintClosing(day, due, isInTime);
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
        text: `Closed on ${day} because what was asked for never came. If it comes later, this closing is taken back and the case reopened.`,
      };
  }
}

/** What a closing rests on where no period was kept or missed. */
const closedWithoutAnswer: Readonly<Record<ClosingType, string>> = {
  completed: 'the period had not begun, or stood still',
  refused: 'the period had not begun, or stood still',
  withdrawn: 'the person no longer asks',
  abandoned: 'practice: a reasonable time, one month from asking',
  died: 'personal data is that of the living',
};

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
    const { rule, text } = closingInWords(closing, effectiveDue, isInTime, duty);
    const inputs = { type: closing.type, on: writeDay(closing.on) };
    const cite = isInTime === null ? closedWithoutAnswer[closing.type] : duty.answerWithin.cite;
    return { rule, cite, inputs, outcome: isInTime, text };
  });
}
