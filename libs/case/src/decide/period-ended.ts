import type { CivilDate } from '@duly/law';
import type { CaseRefusal } from '../refusals.js';
import { refused, type Judging } from './judging.js';

/** R25, R28 — what is asked for after the period that it would move has ended moves nothing, and its letter may not say that it does. */
export function refuseAfterPeriod(
  { today }: Judging,
  dueDate: CivilDate | null,
  cite: string,
  remedy: string,
): CaseRefusal | undefined {
  if (dueDate === null || today <= dueDate) return undefined;
  return refused(
    'period-ended',
    cite,
    {
      message: `The period ended on ${dueDate}; today is ${today}. What is asked for now stops no clock: the breach stands.`,
      remedy,
    },
    { dueDate, today },
  );
}

/** R25 — the month, as it stands, has ended, extended or not: identity and authority are still asked for where needed, but move nothing. */
export function isAfterMonth({ clock, today }: Judging): boolean {
  return clock.dueDate !== null && today > clock.dueDate;
}
