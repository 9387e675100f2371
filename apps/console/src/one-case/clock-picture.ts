import type { CaseView, ClockView } from '@duly/api-contract';
import type { Pause } from './pauses.js';
import { toDay, type CivilDate } from '@duly/law';

type Moment = 'received' | 'relevant' | 'today' | 'extensionBy' | 'due' | 'firstDue' | 'extendedDue';

export interface Mark {
  readonly moment: Moment;
  readonly date: CivilDate;
  /** Units from the left edge of the picture, 20 to 780. */
  readonly x: number;
  /** Where its label begins, or ends where it stands on the left of its mark. */
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' };
  /** Which of the rows of labels it has, so that none covers another: 0 is nearest to the line. */
  readonly row: number;
  /** Units downwards at which that row stands. */
  readonly y: number;
}

export interface ClockPicture {
  readonly marks: readonly Mark[];
  /** Units downwards at which the highest row of labels begins. */
  readonly top: number;
  /** From the relevant time to the last day that binds. */
  readonly period: { readonly from: number; readonly to: number } | undefined;
  /** In which the month stood still. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

const [left, right] = [20, 780];
/** What the longest label takes, and how far each stands from its mark. */
export const labelWidth = 190;
const besides = 6;
/** Units downwards at which the row nearest to the line stands, and from one row to the next. */
const [lowestLabel, rowHeight] = [92, 24];

/** The days of a case on one line, in order; undefined where there are not two of them. */
export function clockPicture(
  { receivedOn }: CaseView,
  clock: ClockView['clock'],
  today: CivilDate,
  pauses: readonly Pause[] = [],
): ClockPicture | undefined {
  // Once more time was validly taken there is one last day, and nothing left to take.
  const isExtended = clock.extensionValid === true && clock.extendedDueDate !== null;
  const dates: Readonly<Record<Moment, CivilDate | null>> = {
    received: receivedOn,
    relevant: clock.relevantDate === receivedOn ? null : clock.relevantDate,
    today,
    extensionBy: isExtended ? null : clock.extensionNoticeBy,
    due: isExtended ? null : clock.dueDate,
    firstDue: isExtended ? clock.dueDate : null,
    extendedDue: isExtended ? clock.extendedDueDate : null,
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
  const marks = inRows(known.map(one => ({ ...one, x: placeOf(one.date) })));
  return {
    marks,
    top: lowestLabel - Math.max(...marks.map(({ row }) => row)) * rowHeight - rowHeight,
    period:
      clock.relevantDate === null || ends === null
        ? undefined
        : { from: placeOf(clock.relevantDate), to: placeOf(ends) },
    pauses: pauses.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to ?? today) })),
  };
}

function inRows(marks: readonly Omit<Mark, 'row' | 'y' | 'label'>[]): readonly Mark[] {
  const rows: { readonly from: number; readonly to: number }[][] = [];
  return marks.map(mark => {
    const isOnTheRight = mark.x + besides + labelWidth <= right;
    const from = isOnTheRight ? mark.x + besides : mark.x - besides - labelWidth;
    const taken = { from, to: from + labelWidth };
    const free = rows.findIndex(row => row.every(one => one.to <= taken.from || taken.to <= one.from));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), taken];
    const label = isOnTheRight
      ? ({ x: taken.from, anchor: 'start' } as const)
      : ({ x: taken.to, anchor: 'end' } as const);
    return { ...mark, label, row, y: lowestLabel - row * rowHeight };
  });
}
