import { toDay, type CivilDate } from '../dates/civil-date.js';
import { withWeekday } from '../explain/step.js';

/** What an import found out about one calendar. `added` and `moved` change dates; the others say what was kept, and why. */
export type CalendarChange = { readonly calendar: string } & (
  | { readonly kind: 'added'; readonly date: CivilDate; readonly title: string }
  | { readonly kind: 'moved'; readonly from: CivilDate; readonly to: CivilDate; readonly title: string }
  | { readonly kind: 'missing'; readonly date: CivilDate; readonly title: string }
  | { readonly kind: 'history_removed'; readonly before: CivilDate; readonly kept: number }
  | { readonly kind: 'ends_earlier'; readonly after: CivilDate; readonly kept: number }
  | { readonly kind: 'horizon'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'division_refused'; readonly because: string }
  | { readonly kind: 'division_absent' }
);

const day = (date: CivilDate): string => withWeekday(toDay(date));

/** One change as a sentence for the person who keeps the calendars. */
export function changeInWords(change: CalendarChange): string {
  const { calendar } = change;
  switch (change.kind) {
    case 'added':
      return `${calendar}: ${change.title} on ${day(change.date)} is new.`;
    case 'moved': {
      const direction = change.to < change.from ? 'EARLIER' : 'later';
      return `${calendar}: ${change.title} moved ${direction}, from ${day(change.from)} to ${day(change.to)}; dates may move either way.`;
    }
    case 'missing':
      return `${calendar}: ${change.title} on ${day(change.date)} is missing from the feed and nothing took its place. It is kept; withdraw it by hand, with a citation, if it is wrong.`;
    case 'history_removed':
      return `${calendar}: the feed holds nothing before ${day(change.before)} any more; ${change.kept} earlier holidays are kept.`;
    case 'ends_earlier':
      return `${calendar}: the feed ends on ${day(change.after)}; ${change.kept} later holidays are kept.`;
    case 'horizon':
      return `${calendar}: holidays are now known to ${day(change.to)} (before: ${day(change.from)}).`;
    case 'division_refused':
      return `${calendar}: this division was refused, because ${change.because}; what is known is kept.`;
    case 'division_absent':
      return `${calendar}: the feed does not speak of it; what is known is kept.`;
  }
}
