import { letterKinds } from '@duly/case';
import { z } from 'zod';
import { civilDate, eventNumber } from './fields.js';

/** A notice that a person posted on one day and that counts as given on a later one (R13). */
const postedNotice = z
  .strictObject({
    decided: eventNumber.meta({ description: 'The event that decided the letter.' }),
    kind: z.enum(letterKinds),
    postedOn: civilDate,
    countsOn: civilDate.meta({ description: 'The day on which it counts as given.' }),
    text: z.string().meta({ description: 'Both days and why, in words.' }),
  })
  .meta({ id: 'PostedNotice' });

export const posted = z.array(postedNotice).exactOptional().meta({
  description:
    'Notices recorded as posted that count as given on a later day, by POSTED_COUNTS_AFTER; absent where there is none.',
});
