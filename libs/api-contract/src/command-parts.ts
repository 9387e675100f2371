import { z } from 'zod';
import { civilDate, eventNumber, instant } from './fields.js';

/** One of these words. */
export const among = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

/** What every command may say. */
export const commanded = {
  /** Says that the caller knows the step makes the case late, and means it. */
  confirmLate: z.boolean().exactOptional().meta({ description: 'Yes, although it makes the case late.' }),
};
/** What every command of one case may say. */
export const ofCase = {
  ...commanded,
  expectedVersion: eventNumber
    .exactOptional()
    .meta({ description: 'Refused if the case has moved on since.' }),
};
/** A day, and the instant where it is known. */
export const happened = { on: civilDate, at: instant.exactOptional() };
