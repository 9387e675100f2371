import { readDay, readInstant, type CivilDate } from '@duly/law';
import { z } from 'zod';

// Texts are held by patterns where a pattern can say it, so that the published document holds callers to the same.

/** An opaque id. */
export const id = z.uuid('must be an id of this service, a UUID');

/** Of a request or a case; never derived from a person. */
export const reference = z
  .string()
  .regex(/^DR-\d{4}-\d{6,9}(?:-\d{1,2})?$/, 'must be a reference such as DR-2026-000123 or DR-2026-000123-1');

/** Of a case: a request's reference, and the number of the case in it. */
export const caseReference = z
  .string()
  .regex(/^DR-\d{4}-\d{6,9}-\d{1,2}$/, 'must be the reference of a case, such as DR-2026-000123-1');

const day: z.ZodType<string, string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date, written YYYY-MM-DD', abort: true })
  .refine(text => readDay(text) !== undefined, 'must be a day of the calendar, from 1900-01-01 to 2199-12-31')
  .meta({ format: 'date' });

/** A civil date in Europe/London that exists: no 30 February. */
export const civilDate = day as z.ZodType<CivilDate, string>;

/** A moment, ISO 8601 with `Z` or an offset. */
export const instant = z
  .string()
  .refine(
    text => readInstant(text, readDay) !== undefined,
    'must be an instant with its offset, such as 2026-07-01T09:30:00Z',
  )
  .meta({ format: 'date-time' });

const oneLine = /^[^\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+$/;
const severalLines = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+$/;
const notBlank = /\S/;

/** One line of text for people: no line ends, no other control characters, not blank. */
export function lineOf(longest: number) {
  return z
    .string()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters long`)
    .regex(oneLine, 'must be one line, without control characters')
    .regex(notBlank, 'must not be blank');
}

/** Text of several lines. */
export function textOf(longest: number) {
  return z
    .string()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters long`)
    .regex(severalLines, 'must hold no control characters but line ends and tabs')
    .regex(notBlank, 'must not be blank');
}

export const personName = lineOf(200).meta({ description: 'A name as the person writes it.' });

const beyondAscii = String.raw`\u00a1-\u1fff\u2c00-\ud7ff\ud800-\udfff\uf900-\ufdcf\ufdf0-\ufffc`;
const beforeAt = String.raw`[A-Za-z0-9!#$%&'*+\/=?^_\x60{|}~${beyondAscii}-]+`;
const ofLabel = `[A-Za-z0-9${beyondAscii}]`;
const label = `${ofLabel}(?:[A-Za-z0-9${beyondAscii}-]{0,61}${ofLabel})?`;
/** RFC 5321 without quotes; letters beyond ASCII on both sides of the @ (RFC 6531, IDNA). */
const oneAddress = new RegExp(
  String.raw`^(?=[^@]{1,64}@)${beforeAt}(?:\.${beforeAt})*@(?:${label}\.)+(?!\d+$)${label}$`,
);

/** Exactly one address: a list, or a line end that would begin another header, is none. */
export const emailAddress = z
  .email({
    pattern: oneAddress,
    error: 'must be exactly one e-mail address, such as ann@example.org',
  })
  .max(254, 'must be at most 254 characters long');

export const phone = z
  .string()
  .regex(
    /^\+?[0-9 ().\/-]{3,30}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?$/,
    'must be one telephone number, such as +44 1632 960000',
  );

export const postalAddress = textOf(1000).meta({ description: 'Lines apart by line ends.' });

/** Free words that are kept in the vault: a reason, a note, what a letter says. */
export const words = textOf(10_000).meta({ id: 'Words' });

/** The words of the request itself. */
export const requestWords = textOf(50_000);

/** The number of an event of the case, 1 and up; a case's version is that of its last event. */
export const eventNumber = z
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(2_147_483_647, 'is too large');

/** An opaque name of a member of staff, or `time` or `post` where nobody acted. */
export const staffId = z.string().regex(/^[A-Za-z0-9._:@|-]{1,128}$/, 'must be the id of a member of staff');
