import { exemptionNames } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { eventNumber, words } from '../fields.js';

/** DPA 2018 Schs 2–4 (R49b). */
export const exemptionBodies = {
  'apply-exemption': z.strictObject({
    ...ofCase,
    exemption: among(exemptionNames),
    words: words.meta({ description: 'What it covers.' }),
    reasons: words.meta({ description: 'Why it applies here.' }),
    prejudice: words
      .meta({ description: 'Why answering would be likely to prejudice what is protected.' })
      .exactOptional(),
    isTold: z
      .boolean()
      .meta({ description: 'False where to tell the person of it would undo what it protects.' }),
  }),
  'review-exemption': z.strictObject({
    ...ofCase,
    applied: eventNumber.meta({ description: 'The number of the event that applied it.' }),
    agrees: z.boolean(),
    reasons: words,
  }),
} as const;

export const exemptionWords = {
  'apply-exemption': ['words', 'reasons', 'prejudice'],
  'review-exemption': ['reasons'],
} as const;

export const exemptionSummaries = {
  'apply-exemption': 'Apply an exemption to a part of the data, by its paragraph (DPA 2018 Schs 2–4)',
  'review-exemption': 'Review an exemption that somebody else applied',
} as const;

export const exemptionExamples = {
  'apply-exemption': {
    exemption: 'legal_professional_privilege',
    words: 'Two letters from our solicitor of 3 March.',
    reasons: 'They give legal advice about the claim.',
    isTold: true,
  },
  'review-exemption': { applied: 6, agrees: true, reasons: 'Both letters are advice, and nothing else.' },
} as const;
