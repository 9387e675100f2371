import type { CivilDate } from '../dates/civil-date.js';

/** The supervisory authority as a letter names it, from one day on (D-8). */
export interface Regulator {
  /** Null for the first. */
  readonly from: CivilDate | null;
  readonly name: string;
  readonly postalAddress: string;
  readonly phone: string;
  /** Where a complaint can be made. */
  readonly website: string;
}

/**
 * D-8 — the Commissioner until ss.118–119 DUAA 2025 are commenced, for which no instrument was found (R9). A settings file overrides the
 * list when the Information Commission takes over; letters keep the regulator of the day on which they were given.
 */
export const regulators: readonly [Regulator, ...Regulator[]] = [
  {
    from: null,
    name: 'Information Commissioner’s Office (ICO)',
    postalAddress: 'Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF',
    phone: '0303 123 1113',
    website: 'https://ico.org.uk/make-a-complaint/',
  },
];

/** The regulator on a day: the last of the list that had begun by then. `list` is the override from settings, oldest first. */
export function regulatorOn(
  date: CivilDate,
  list: readonly [Regulator, ...Regulator[]] = regulators,
): Regulator {
  return list.reduce((chosen, next) => (next.from === null || next.from <= date ? next : chosen));
}
