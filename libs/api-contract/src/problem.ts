import { z } from 'zod';
import { problemCodes } from './problem-codes.js';

export const problemContentType = 'application/problem+json';

/** One field that does not fit. Says what is wanted and never repeats what was given. */
export const wrongField = z
  .strictObject({ field: z.string(), message: z.string() })
  .meta({ id: 'WrongField' });
export type WrongField = z.infer<typeof wrongField>;

/** The body of every failure (RFC 9457). `type` and `code` are stable; words may become better. Some codes add numbers and dates of their own. */
export const problem = z
  .looseObject({
    type: z.string().meta({ description: '`urn:duly:problem:` and the code.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(problemCodes),
    detail: z.string().meta({ description: 'What was wrong, in words, without personal data.' }),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    cite: z.string().exactOptional().meta({ description: 'The provision and the rule.' }),
    field: z.string().exactOptional(),
    errors: z.array(wrongField).exactOptional(),
    heldBy: z.string().exactOptional().meta({ description: 'Who holds the task.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
