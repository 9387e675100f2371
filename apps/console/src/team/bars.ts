import type { WorkloadView } from '@duly/api-contract';
import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import type { Bars } from '../pages/section.js';
import { wording } from '../wording/index.js';

export interface WeekOfCases {
  readonly label: string;
  readonly short: string;
  readonly cases: number;
  readonly alarms: number;
}

const weeksAhead = 12;
const [highest, step] = [130, 55];

/** Monday of the week of a day. */
function mondayOf(date: CivilDate): CivilDate {
  const day = toDay(date);
  const since = [0, 1, 2, 3, 4, 5, 6].find(back =>
    wording.longDate(writeDay(addDays(day, -back))).startsWith('Monday'),
  );
  return writeDay(addDays(day, -(since ?? 0)));
}

/** What came before this week in one, then each week that has a case, then what has no date. */
export function weeksOf({ today, weeks }: Pick<WorkloadView, 'today' | 'weeks'>): readonly WeekOfCases[] {
  const monday = mondayOf(today);
  const words = wording.team;
  const dated = weeks.flatMap(({ from, ...one }) => (from === null ? [] : [{ from, ...one }]));
  const past = dated.filter(({ from }) => from < monday);
  const sum = (field: 'cases' | 'alarms', of: typeof past) => of.reduce((all, one) => all + one[field], 0);
  const undated = weeks.find(({ from }) => from === null);
  return [
    ...(past.length > 0
      ? [
          {
            label: words.before,
            short: words.shortBefore,
            cases: sum('cases', past),
            alarms: sum('alarms', past),
          },
        ]
      : []),
    ...dated
      .filter(({ from }) => from >= monday)
      .map(({ from, cases, alarms }) => ({
        label: words.weekOf(wording.longDate(from)),
        short: `${Number(from.slice(8))}/${Number(from.slice(5, 7))}`,
        cases,
        alarms,
      })),
    ...(undated
      ? [{ label: words.noDate, short: words.shortNoDate, cases: undated.cases, alarms: undated.alarms }]
      : []),
  ];
}

/** The first weeks as bars; the table has all of them. */
export function barsOf(weeks: readonly WeekOfCases[]): Bars | undefined {
  const most = Math.max(0, ...weeks.map(({ cases }) => cases));
  if (most === 0) return undefined;
  const height = (many: number): number => Math.round((many / most) * highest);
  return {
    title: wording.team.riskPicture,
    bars: weeks.slice(0, weeksAhead + 2).map(({ short, cases, alarms }, place) => ({
      x: 20 + place * step,
      height: height(cases),
      alarmHeight: height(Math.min(alarms, cases)),
      label: short,
      many: cases,
    })),
  };
}
