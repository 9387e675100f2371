import { z } from 'zod';
import { ofCase } from '../command-parts.js';
import { words } from '../fields.js';

/** A handler asks the manager to look at a case (R33). */
export const escalationBodies = { escalate: z.strictObject({ ...ofCase, reasons: words }) } as const;

export const escalationWords = { escalate: ['reasons'] } as const;

export const escalationSummaries = {
  escalate: 'Ask the manager to look at the case: it becomes a task of theirs, and stays the handler’s case',
} as const;

export const escalationExamples = {
  escalate: { reasons: 'The archive has not replied for two weeks, and the last day is near.' },
} as const;
