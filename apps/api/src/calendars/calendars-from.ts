import { readFileSync } from 'node:fs';
import { openCalendar, toCivilDate, ukCalendar, ukNations, type Calendar } from '@duly/law';
import { z } from 'zod';

const date = z.iso.date().transform(toCivilDate);

const fileSchema = z.array(
  z.object({
    name: z.string().min(1),
    version: z.string().min(1),
    covers: z.object({ from: date, to: date }),
    holidays: z.array(
      z.object({ date, title: z.string(), knownFrom: date.optional(), withdrawnOn: date.optional() }),
    ),
  }),
);

/** The calendars of the law library, with those of a file beside or in place of them. @throws Error naming what is wrong in the file. */
export function calendarsFrom(file: string | undefined): ReadonlyMap<string, Calendar> {
  const calendars = new Map<string, Calendar>(ukNations.map(nation => [nation, ukCalendar(nation)]));
  for (const calendar of file ? readFrom(file) : []) calendars.set(calendar.name, calendar);
  return calendars;
}

function readFrom(file: string): readonly Calendar[] {
  const written = readText(file);
  const read = fileSchema.safeParse(written);
  if (!read.success)
    throw new Error(`CALENDAR_FILE is not a list of calendars: ${z.prettifyError(read.error)}`);
  const calendars = read.data.map(calendar => ({
    ...calendar,
    holidays: calendar.holidays.map(({ knownFrom, withdrawnOn, ...holiday }) => ({
      ...holiday,
      ...(knownFrom && { knownFrom }),
      ...(withdrawnOn && { withdrawnOn }),
    })),
  }));
  calendars.forEach(openCalendar);
  return calendars;
}

function readText(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new Error('CALENDAR_FILE names a file that cannot be read as JSON.');
  }
}
