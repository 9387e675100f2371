import type { CaseEvent } from '@duly/case';
import type { RegisteredCase } from '@duly/register';

const said = (value: string | null, otherwise: string): string => value ?? otherwise;

/** What a bundle says in plain words, for whoever opens it with no program at hand. No personal data is in it. */
export function pageInWords(found: RegisteredCase, events: readonly CaseEvent[], exportedAt: string): string {
  const lines = events.map(
    ({ number, type, on, by, cite }) => `${String(number).padStart(4)}. ${on}  ${type} by ${by} (${cite})`,
  );
  return [
    `Case ${found.reference}: what was decided, when, by whom and under which rule.`,
    '',
    `Right: ${found.right}. Received on ${found.receivedOn}. Law: ${found.ruleset}, with the public holidays of ${found.calendar} (${found.calendarVersion}).`,
    `Date by which it was to be answered: ${said(found.dueDate, 'none yet')}. Closed: ${said(found.closedOn, 'no')}. Outcome: ${said(found.outcome, 'none yet')}.`,
    '',
    'What happened, in order:',
    ...lines,
    '',
    `Exported on ${exportedAt}. To check it without any server: duly verify FILE --key KEY`,
    '',
  ].join('\n');
}
