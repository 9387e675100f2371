import { NotACivilDate, toCivilDate } from '@duly/law';
import { LosslessNumber } from 'lossless-json';
import type { FieldType, Value } from './entity.js';
import { exactNumber, positiveZero } from './exact-number.js';

const deepest = 20;
/** Half of a surrogate pair is no character: no file in UTF-8 could hold it. */
const halfCharacter = /\p{Surrogate}/u;
const wholeNumber = /^-?(0|[1-9]\d*)$/;
const decimalNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** More digits than any database column holds are no number but an attack on whoever parses it. */
const mostDigits = 1_000;
const rfc3339 =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Why a value is none of its field's type; it does not repeat the value. */
export class WrongValue extends Error {
  override readonly name = 'WrongValue';
}

const wrong = (problem: string): never => {
  throw new WrongValue(problem);
};

function text(value: unknown): string {
  if (typeof value !== 'string') return wrong('is not text.');
  return halfCharacter.test(value) ? wrong('holds half a character (a lone surrogate).') : value;
}

const numberText = (value: unknown): string =>
  value instanceof LosslessNumber ? value.value : typeof value === 'string' ? value : wrong('is no number.');

function integer(value: unknown): number | string {
  const digits = numberText(value);
  if (!wholeNumber.test(digits) || digits.length > mostDigits) return wrong('is no whole number.');
  const number = Number(digits);
  return Number.isSafeInteger(number) ? positiveZero(number) : digits;
}

/** Kept as text always: 12.50 of money is not 12.5. */
function decimal(value: unknown): string {
  const digits = numberText(value);
  if (!decimalNumber.test(digits) || digits.length > mostDigits)
    return wrong('is no decimal number, written without an exponent.');
  return digits;
}

function date(value: unknown): string {
  try {
    return toCivilDate(text(value));
  } catch (error) {
    if (error instanceof NotACivilDate) return wrong('is no date. Write YYYY-MM-DD, 1900 to 2199.');
    throw error;
  }
}

function instant(value: unknown): string {
  const written = text(value);
  const [, day] = rfc3339.exec(written) ?? wrong('is no instant. Write it as RFC 3339, with its offset.');
  date(day);
  return written;
}

function tree(value: unknown, depth: number): Value {
  if (depth > deepest) return wrong(`is nested deeper than ${deepest}.`);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return text(value);
  if (value instanceof LosslessNumber) return exactNumber(value.value);
  if (Array.isArray(value)) return value.map(one => tree(one, depth + 1));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [text(name), tree(one, depth + 1)]));
  return wrong('is nothing that JSON can say.');
}

const readers: Readonly<Record<FieldType, (value: unknown) => Value>> = {
  text,
  integer,
  decimal,
  boolean: value => (typeof value === 'boolean' ? value : wrong('is neither true nor false.')),
  date,
  instant,
  list: value => (Array.isArray(value) ? tree(value, 1) : wrong('is no list.')),
  object: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber)
      ? tree(value, 1)
      : wrong('is no object.'),
};

/**
 * A value as it is kept, exact.
 * @param value as `lossless-json` parsed it
 * @throws WrongValue
 */
export function valueOf(type: FieldType, value: unknown): Value {
  return value === null || value === undefined ? null : readers[type](value);
}
