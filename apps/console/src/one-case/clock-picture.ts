import type { CaseView, ClockView } from '@duly/api-contract';
import type { Pause } from './pauses.js';
import { toDay, type CivilDate } from '@duly/law';

type Moment = 'received' | 'relevant' | 'today' | 'extensionBy' | 'due' | 'extendedDue';

export interface Mark {
  readonly moment: Moment;
  readonly date: CivilDate;
  /** Units from the left edge of the picture, 20 to 780. */
  readonly x: number;
  /** Which of the rows of labels it has, so that none covers another: 0 is nearest to the line. */
  readonly row: number;
}

export interface ClockPicture {
  readonly marks: readonly Mark[];
  /** From the relevant time to the last day that binds. */
  readonly period: { readonly from: number; readonly to: number } | undefined;
  /** In which the month stood still. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

const [left, right] = [20, 780];
/** Labels closer than this stand in different rows. */
const labelWidth = 150;

/** The days of a case on one line, in order; undefined where there are not two of them. */
export function clockPicture(
  { receivedOn }: CaseView,
  clock: ClockView['clock'],
  today: CivilDate,
  pauses: readonly Pause[] = [],
): ClockPicture | undefined {
  const dates: Readonly<Record<Moment, CivilDate | null>> = {
    received: receivedOn,
    relevant: clock.relevantDate === receivedOn ? null : clock.relevantDate,
    today,
    extensionBy: clock.extensionNoticeBy,
    due: clock.dueDate,
    extendedDue: clock.extensionValid === true ? clock.extendedDueDate : null,
  };
  const known = Object.entries(dates)
    .flatMap(([moment, date]) => (date === null ? [] : [{ moment: moment as Moment, date }]))
    .sort((one, other) => one.date.localeCompare(other.date));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first.date === last.date) return undefined;
  const span = toDay(last.date) - toDay(first.date);
  const placeOf = (date: CivilDate): number =>
    Math.round(left + Math.min(1, Math.max(0, (toDay(date) - toDay(first.date)) / span)) * (right - left));
  // While the month stands still there is no last day: it is drawn as far as it has run.
  const ends = clock.effectiveDueDate ?? clock.dueDate ?? (pauses.length > 0 ? today : null);
  return {
    marks: inRows(known.map(one => ({ ...one, x: placeOf(one.date) }))),
    period:
      clock.relevantDate === null || ends === null
        ? undefined
        : { from: placeOf(clock.relevantDate), to: placeOf(ends) },
    pauses: pauses.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to ?? today) })),
  };
}

function inRows(marks: readonly Omit<Mark, 'row'>[]): readonly Mark[] {
  const ends: number[] = [];
  return marks.map(mark => {
    const free = ends.findIndex(end => mark.x - end >= labelWidth);
    const row = free === -1 ? ends.length : free;
    ends[row] = mark.x;
    return { ...mark, row };
  });
}
