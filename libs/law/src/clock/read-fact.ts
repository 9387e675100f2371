import { readDay, writeDay, type Day } from '../dates/civil-date.js';
import { londonDayAt, readInstant } from '../dates/london.js';
import { isRecord } from '../json/is-record.js';
import type { ClockFactType, ReceiptFact } from './input.js';
import { quoted, WrongInput } from './wrong-input.js';

/** Where an event stands in the input. */
export interface Place {
  readonly list: 'events' | 'whatIf';
  readonly index: number;
}

/** The path of a field, as an error names it: `events[3].date`, `asOf`. Written only for an error: a case may have hundreds of facts. */
export function fieldOf(name: string, place?: Place): string {
  return place ? `${place.list}[${place.index}]${name && `.${name}`}` : name;
}

/** One fact as it was given, its day known to be one. */
export interface ReadFact {
  readonly type: ClockFactType;
  readonly on: Day;
  readonly doubtful: boolean;
  readonly place: Place;
  readonly given: Readonly<Record<string, unknown>>;
}

/** Every type of fact, and whether it begins a clock; the compiler holds that none is forgotten. */
const beginsAClock: Readonly<Record<ClockFactType, boolean>> = {
  received: true,
  complaint_received: true,
  consultation_received_by_regulator: true,
  id_requested: false,
  id_received: false,
  authority_requested: false,
  authority_received: false,
  fee_requested: false,
  fee_paid: false,
  clarification_requested: false,
  clarification_received: false,
  clarification_declined: false,
  extension_notified: false,
  completed: false,
  refused: false,
  withdrawn: false,
  abandoned: false,
  died: false,
};

/** Every type of fact by its name. */
export const factTypeNames: readonly string[] = Object.keys(beginsAClock);

const knownTypes: ReadonlySet<unknown> = new Set(factTypeNames);

export function isFactType(value: unknown): value is ClockFactType {
  return knownTypes.has(value);
}

/** Whether a fact begins a clock. */
export function isReceipt(type: ClockFactType): type is ReceiptFact['type'] {
  return beginsAClock[type];
}

/** @throws WrongInput where the field holds no date of the calendar. */
export function readDateField(value: unknown, name: string, place?: Place): Day {
  if (value === undefined || value === null) {
    throw new WrongInput(
      'MISSING',
      fieldOf(name, place),
      'A date is missing.',
      'Give the civil date as YYYY-MM-DD.',
    );
  }
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day !== undefined) return day;
  throw new WrongInput(
    'NOT_A_DATE',
    fieldOf(name, place),
    `${quoted(value)} is not a date of the calendar.`,
    'Write YYYY-MM-DD, from 1900-01-01 to 2199-12-31.',
  );
}

/** @throws WrongInput unless the instant falls on the day in London (R17). */
function checkInstant(value: unknown, on: Day, place: Place): void {
  if (value === undefined || value === null) return;
  const instant = typeof value === 'string' ? readInstant(value, readDay) : undefined;
  if (instant === undefined) {
    throw new WrongInput(
      'NOT_AN_INSTANT',
      fieldOf('at', place),
      `${quoted(value)} is not an instant from 1996 to 2100.`,
      'Write it with Z or an offset, as 2026-06-30T23:15:00Z.',
    );
  }
  const local = londonDayAt(instant);
  if (local === on) return;
  throw new WrongInput(
    'INSTANT_OFF_DATE',
    fieldOf('at', place),
    `This instant falls on ${writeDay(local)} in London, not on ${writeDay(on)} (R17).`,
    'Correct the date or the instant: deadlines follow the local date.',
  );
}

/** @throws WrongInput where the fact has no known type, no date, or an instant on another day. */
export function readFact(value: unknown, place: Place): ReadFact {
  if (!isRecord(value)) {
    throw new WrongInput(
      'NOT_AN_OBJECT',
      fieldOf('', place),
      'An event is an object.',
      'Write { "type": …, "date": … }.',
    );
  }
  const { type } = value;
  if (!isFactType(type)) {
    const isMissing = type === undefined || type === null;
    throw new WrongInput(
      isMissing ? 'MISSING' : 'UNKNOWN_VALUE',
      fieldOf('type', place),
      isMissing
        ? 'The type of the event is missing.'
        : `${quoted(type)} is not an event that the clock knows.`,
      `Use one of: ${factTypeNames.join(', ')}.`,
    );
  }
  const on = readDateField(value['date'], 'date', place);
  checkInstant(value['at'], on, place);
  return { type, on, doubtful: readFlag(value['doubtful'], false, 'doubtful', place), place, given: value };
}

/** A yes-or-no that may be left out. @throws WrongInput where it is anything else. */
export function readFlag(value: unknown, absent: boolean, name: string, place: Place): boolean {
  if (value === undefined || value === null) return absent;
  if (typeof value === 'boolean') return value;
  throw new WrongInput(
    'UNKNOWN_VALUE',
    fieldOf(name, place),
    `${quoted(value)} is neither true nor false.`,
    `Write true or false, or leave it out (it then counts as ${String(absent)}).`,
  );
}
