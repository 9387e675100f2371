import { z } from 'zod';
import { commanded } from '../command-parts.js';
import { words } from '../fields.js';

/** What may be no request (R46). */
export const enquiryBodies = {
  promote: z.strictObject({ ...commanded, words: words.exactOptional() }),
  dismiss: z.strictObject({ ...commanded, reasons: words }),
} as const;

export const enquiryWords = { promote: ['words'], dismiss: ['reasons'] } as const;

export const enquirySummaries = {
  promote: 'Say that an enquiry is a request; its day of receipt stays',
  dismiss: 'Say that an enquiry is no request, with the reasons, which the person is told',
} as const;

export const enquiryExamples = {
  promote: { words: 'She called: she does want a copy.' },
  dismiss: { reasons: 'You ask when the library opens. That is no request for your data.' },
} as const;
