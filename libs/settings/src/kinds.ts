import { isIP } from 'node:net';
import { z } from 'zod';

/** The kinds of value a setting may have: each reads text, and says in words what it wants when it cannot. */

export const text = z.string().trim().min(1, 'must not be empty');

/** A long text in which `\n` may stand for a line break, since few environments carry one. */
export const lines = text.transform(written => written.replaceAll('\\n', '\n'));

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d+$/, 'must be a whole number')
    .transform(Number)
    .refine(number => number >= from && number <= to, `must lie between ${from} and ${to}`);

export const port = wholeNumber(1, 65_535);

export const onOff = z
  .enum(['on', 'off', 'true', 'false'], 'must be on or off')
  .transform(word => word === 'on' || word === 'true');

export const oneOf = <Word extends string>(...words: readonly [Word, ...Word[]]) =>
  z.enum(words, `must be one of ${words.join(', ')}`);

export const emailAddress = z
  .string()
  .trim()
  .pipe(z.email('must be one e-mail address, such as rights@example.org'));

export const webAddress = z
  .string()
  .trim()
  .refine(written => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), {
    error: 'must be an address that begins with http:// or https://',
  })
  .transform(written => written.replace(/\/+$/, ''));

/** Origins of web pages, as browsers name them: scheme, host and port. */
export const webOrigins = text
  .transform(written => written.split(',').map(one => one.trim()))
  .refine(
    origins =>
      origins.every(
        one => URL.canParse(one) && /^https?:$/.test(new URL(one).protocol) && new URL(one).origin === one,
      ),
    'must be origins such as https://temporal.example or http://127.0.0.1:8233, without a path, with a comma between two',
  );

export const postgresAddress = z
  .string()
  .trim()
  .refine(written => URL.canParse(written) && /^postgres(ql)?:$/.test(new URL(written).protocol), {
    error: 'must look like postgres://user:password@host:5432/database',
  });

export const hostAndPort = z
  .string()
  .trim()
  .regex(/^[^\s:/]+:\d{1,5}$/, 'must look like host:port, such as 127.0.0.1:7233');

export const hostName = z
  .string()
  .trim()
  .refine(written => isIP(written) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(written), {
    error: 'must be a host name or an IP address, without a port',
  });

const masterKey = /^[A-Za-z0-9_.-]{1,40}:[A-Za-z0-9+/]{43}=$/;

export const masterKeys = text.refine(
  written => written.split(',').every(one => masterKey.test(one.trim())),
  'must be name:key, the key 32 random bytes in base64 as `openssl rand -base64 32` makes them, with a comma between two',
);

const exactDuration = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** An exact length of time as ISO 8601 (`PT5M`, `P7D`); its value is **seconds**. Months and years have no exact length and are refused. */
export const duration = z
  .string()
  .trim()
  .regex(
    exactDuration,
    'must be an ISO 8601 duration of days, hours, minutes and seconds, such as PT5M or P7D',
  )
  .refine(written => /\d/.test(written), 'must name at least one part, such as PT0S')
  .transform(written => {
    const [, minus, days, hours, minutes, seconds] = exactDuration.exec(written) ?? [];
    const total =
      Number(days ?? 0) * 86_400 +
      Number(hours ?? 0) * 3_600 +
      Number(minutes ?? 0) * 60 +
      Number(seconds ?? 0);
    return minus ? -total : total;
  });

/** A length on the calendar: months are counted as the law counts them, so they stay months. */
export interface CalendarPeriod {
  readonly months: number;
  readonly days: number;
}

/** Hours of the day on the clock in London; `to` may lie before `from`, and then they run over midnight. */
export interface HoursOfDay {
  /** `HH:MM` */
  readonly from: string;
  readonly to: string;
}

const hours = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Hours of the day, Europe/London (`19:00-07:00`). */
export const hoursOfDay = z
  .string()
  .trim()
  .regex(hours, 'must be two times of day, such as 19:00-07:00')
  .transform((written): HoursOfDay => {
    const [, from = '', to = ''] = hours.exec(written) ?? [];
    return { from, to };
  });

/** A time of day, Europe/London (`08:00`). */
export const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 08:00');

const calendarLength = /^P(?:(\d{1,3})M)?(?:(\d{1,4})D)?$/;

/** A period on the calendar as ISO 8601 (`P1M`, `P14D`). */
export const calendarPeriod = z
  .string()
  .trim()
  .regex(calendarLength, 'must be a period of months and days, such as P1M or P14D')
  .refine(written => /\d/.test(written), 'must name months or days, such as P1M')
  .transform((written): CalendarPeriod => {
    const [, months, days] = calendarLength.exec(written) ?? [];
    return { months: Number(months ?? 0), days: Number(days ?? 0) };
  });

/** JSON on one line, checked by a schema of its own. */
export const json = <Value>(schema: z.ZodType<Value>) =>
  z
    .string()
    .transform((written, context) => {
      try {
        return JSON.parse(written) as unknown;
      } catch {
        context.addIssue('must be JSON on one line');
        return z.NEVER;
      }
    })
    .pipe(schema);

export const webhookSecrets = text
  .transform(written => written.split(',').map(one => one.trim()))
  .refine(
    secrets => secrets.every(one => /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(one)),
    'must be secrets of Standard Webhooks, such as whsec_ and 32 random bytes in base64',
  );
