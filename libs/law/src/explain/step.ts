import { partsOf, weekdayOf, type CivilDate, type Day } from '../dates/civil-date.js';

/** One step on the way to a date: the rule, where it stands, what went in, and what came out. */
export interface Step {
  /** Rule number of the project's rule book, `R11`; several where one step rests on several. */
  readonly rule: string;
  /** The provision or guidance. */
  readonly cite: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly outcome: CivilDate | string | number | boolean | null;
  /** The step in words, a sentence for people. */
  readonly text: string;
}

/** Hears the steps as they are taken. A step is only made when somebody listens. */
export interface Listener {
  step(make: () => Step): void;
  steps(makeAll: () => readonly Step[]): void;
}

export const nobody: Listener = { step: () => undefined, steps: () => undefined };

/** Keeps every step. */
export function listener(): Listener & { readonly heard: readonly Step[] } {
  const heard: Step[] = [];
  return {
    heard,
    step: make => void heard.push(make()),
    steps: makeAll => void heard.push(...makeAll()),
  };
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `30 April 2026`. */
export function inWords(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${months[month - 1] ?? ''} ${year}`;
}

/** `Thursday 30 April 2026`. */
export function withWeekday(day: Day): string {
  return `${weekdays[weekdayOf(day) - 1] ?? ''} ${inWords(day)}`;
}

/** `identity, authority and a fee`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `1 month`, `3 months`, `15 working days`. */
export function lengthInWords(count: number, unit: string): string {
  return `${count} ${unit.replace('_', ' ')}${count === 1 ? '' : 's'}`;
}
