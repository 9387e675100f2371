import { toCivilDate, toDay, withWeekday, type CivilDate } from '@duly/law';

/** `2026-11-23` → “Monday 23 November 2026”; a day in London. */
export function longDate(date: string): string {
  return withWeekday(toDay(toCivilDate(date)));
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** An instant as clocks in London show it. */
export function momentInWords(instant: string): string {
  return inLondon.format(new Date(instant));
}

const counted = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** How many days are left until the end of a last day. */
export function daysLeft(last: CivilDate, today: CivilDate): string {
  const days = toDay(last) - toDay(today);
  if (days < 0) return `${counted(-days)} late`;
  if (days === 0) return 'Today';
  return days === 1 ? 'Tomorrow' : `${counted(days)} left`;
}

/** R13 — a notice that was posted counts on a later day, where the organisation has set so. */
export const countsLater = ({ postedOn, on }: { readonly postedOn: string; readonly on: string }): string =>
  `Posted on ${longDate(postedOn)}; it counts as given on ${longDate(on)}, by your organisation’s rule for what is posted.`;
