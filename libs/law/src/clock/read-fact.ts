import { readDay, writeDay, type Day } from '../dates/civil-date.js';
import { londonDayAt, readInstant } from '../dates/london.js';
import { isRecord } from '../json/is-record.js';
import type { ClockFactType, ReceiptFact } from './input.js';
import { quoted, WrongInput } from './wrong-input.js';

/** One fact as it was given, its day known to be one. */
export interface ReadFact {
  readonly type: ClockFactType;
  readonly on: Day;
  readonly doubtful: boolean;
  readonly field: string;
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

export function isFactType(value: unknown): value is ClockFactType {
  return typeof value === 'string' && Object.hasOwn(beginsAClock, value);
}

/** Whether a fact begins a clock. */
export function isReceipt(type: ClockFactType): type is ReceiptFact['type'] {
  return beginsAClock[type];
}

/** @throws WrongInput where the field holds no date of the calendar. */
export function readDateField(value: unknown, field: string): Day {
  if (value === undefined || value === null) {
    throw new WrongInput('MISSING', field, 'A date is missing.', 'Give the civil date as YYYY-MM-DD.');
  }
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day !== undefined) return day;
  throw new WrongInput(
    'NOT_A_DATE',
    field,
    `${quoted(value)} is not a date of the calendar.`,
    'Write YYYY-MM-DD, from 1900-01-01 to 2199-12-31.',
  );
}

/** @throws WrongInput unless the instant falls on the day in London (R17). */
function checkInstant(value: unknown, on: Day, field: string): void {
  if (value === undefined || value === null) return;
  const instant = typeof value === 'string' ? readInstant(value, readDay) : undefined;
  if (instant === undefined) {
    throw new WrongInput(
      'NOT_AN_INSTANT',
      field,
      `${quoted(value)} is not an instant from 1996 to 2100.`,
      'Write it with Z or an offset, as 2026-06-30T23:15:00Z.',
    );
  }
  const local = londonDayAt(instant);
  if (local === on) return;
  throw new WrongInput(
    'INSTANT_OFF_DATE',
    field,
    `This instant falls on ${writeDay(local)} in London, not on ${writeDay(on)} (R17).`,
    'Correct the date or the instant: deadlines follow the local date.',
  );
}

/** @throws WrongInput where the fact has no known type, no date, or an instant on another day. */
export function readFact(value: unknown, field: string): ReadFact {
  if (!isRecord(value)) {
    throw new WrongInput('NOT_AN_OBJECT', field, 'An event is an object.', 'Write { "type": …, "date": … }.');
  }
  const { type } = value;
  if (!isFactType(type)) {
    const isMissing = type === undefined || type === null;
    throw new WrongInput(
      isMissing ? 'MISSING' : 'UNKNOWN_VALUE',
      `${field}.type`,
      isMissing
        ? 'The type of the event is missing.'
        : `${quoted(type)} is not an event that the clock knows.`,
      `Use one of: ${factTypeNames.join(', ')}.`,
    );
  }
  const on = readDateField(value['date'], `${field}.date`);
  checkInstant(value['at'], on, `${field}.at`);
  return { type, on, doubtful: readFlag(value, 'doubtful', field, false), field, given: value };
}

/** A yes-or-no that may be left out. @throws WrongInput where it is anything else. */
export function readFlag(given: ReadFact['given'], name: string, field: string, absent: boolean): boolean {
  const value = given[name];
  if (value === undefined || value === null) return absent;
  if (typeof value === 'boolean') return value;
  throw new WrongInput(
    'UNKNOWN_VALUE',
    `${field}.${name}`,
    `${quoted(value)} is neither true nor false.`,
    `Write true or false, or leave it out (it then counts as ${String(absent)}).`,
  );
}
