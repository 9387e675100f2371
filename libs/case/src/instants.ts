import { londonDayAt, writeDay, type CivilDate, type Day, type Instant } from '@duly/law';

const aDay = 86_400_000;
const digits = (number: number, width: number): string => String(number).padStart(width, '0');

/** An instant as ISO 8601 UTC with milliseconds. */
export function writeInstant(instant: Instant): string {
  const day = Math.floor(instant / aDay);
  const time = instant - day * aDay;
  const [hours, minutes] = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60];
  const [seconds, milliseconds] = [Math.floor(time / 1000) % 60, time % 1000];
  return `${writeDay(day as Day)}T${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(milliseconds, 3)}Z`;
}

/** The civil date in Europe/London at an instant. */
export function londonDateAt(instant: Instant): CivilDate {
  return writeDay(londonDayAt(instant));
}
