import { z } from 'zod';
import { ofCase } from '../command-parts.js';
import { eventNumber, words } from '../fields.js';

/** What was recorded by mistake counts no longer (UK GDPR Art 5(1)(d)). */
export const takingBackBodies = {
  'take-back': z.strictObject({
    ...ofCase,
    record: eventNumber.meta({
      description:
        'The number of the event: a finding, a correction, an erasure, public steps, a stop, a recipient, its outcome, another person; or a step that waits for approval.',
    }),
    reasons: words,
  }),
} as const;

export const takingBackWords = { 'take-back': ['reasons'] } as const;

export const takingBackSummaries = {
  'take-back': 'Take back what was recorded by mistake: it stays to be read, and counts no longer',
} as const;

export const takingBackExamples = {
  'take-back': { record: 6, reasons: 'It is the entry of another tenant of the same name.' },
} as const;
