import { addDays, addMonths, toDay, writeDay, type CivilDate } from '@duly/law';

/** A length of time before or after a date. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

/** The civil date so long after another. */
export function after(date: CivilDate, { months, days }: Span): CivilDate {
  return writeDay(addDays(addMonths(toDay(date), months), days));
}

/** The civil date so long before another. */
export function before(date: CivilDate, { months, days }: Span): CivilDate {
  return writeDay(addDays(addMonths(toDay(date), -months), -days));
}

export function later(first: CivilDate, second: CivilDate): CivilDate {
  return first > second ? first : second;
}
