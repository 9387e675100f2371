import type { Calendar } from '../calendar/calendar.js';

// Dates by JavaScript's own Date in UTC, and not by the library's arithmetic, which is what is being checked.
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

export function plusDays(date: string, days: number): string {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return iso(moved);
}

export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1 + months, day));
  // 31 April became 1 May: day 0 of that month is the last of the one before.
  if (moved.getUTCDate() !== day) moved.setUTCDate(0);
  return iso(moved);
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** What one calendar knew on a day. */
export class Almanac {
  private readonly holidays: ReadonlySet<string>;
  private readonly from: string;
  private readonly to: string;

  constructor(calendar: Calendar, asOf: string | undefined) {
    const known = calendar.holidays.filter(({ knownFrom, withdrawnOn }) =>
      asOf === undefined
        ? withdrawnOn === undefined
        : (knownFrom ?? '0000') <= asOf && (withdrawnOn === undefined || asOf < withdrawnOn),
    );
    this.holidays = new Set(known.map(({ date }) => date));
    this.from = calendar.covers?.from ?? '0000';
    const horizons = [calendar.covers?.to ?? '9999'];
    for (const { to, until } of calendar.earlierHorizons ?? [])
      if (asOf !== undefined && asOf < until) horizons.push(to);
    this.to = horizons.sort()[0] ?? '9999';
  }

  covers(date: string): boolean {
    return this.from <= date && date <= this.to;
  }

  isWorking(date: string): boolean {
    const weekday = utc(date).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.holidays.has(date);
  }
}
