import { caseRights } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, commanded, happened, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

/** Art 11(2), death, and a right that was read wrongly (R34, R35). */
export const rarerEndBodies = {
  'cannot-identify': z.strictObject({
    ...commanded,
    reasons: words.meta({ description: 'Why we cannot tell which data are this person’s.' }),
    words: words.meta({ description: 'What the person could send that would help.' }).exactOptional(),
    canBeTold: z.boolean().meta({ description: 'False: nobody can be reached, so the case closes.' }),
  }),
  'record-death': z.strictObject({
    ...commanded,
    ...happened,
    words: words.meta({ description: 'How we know.' }).exactOptional(),
  }),
  reclassify: z.strictObject({
    ...ofCase,
    as: among(caseRights).meta({ description: 'The right that the letter uses.' }),
    reasons: words,
  }),
} as const;

export const rarerEndWords = {
  'cannot-identify': ['reasons', 'words'],
  'record-death': ['words'],
  reclassify: ['reasons'],
} as const;

export const rarerEndSummaries = {
  'cannot-identify': 'Say that we cannot tell which data are this person’s (Art 11(2))',
  'record-death': 'Record that the person has died: no duty remains',
  reclassify:
    'Close the case because the letter uses another right, which gets a case with the letter’s date',
} as const;

export const rarerEndExamples = {
  'cannot-identify': {
    reasons: 'Our camera shows many people in red coats on that day.',
    words: 'A photograph of your coat, and the hour at which you passed.',
    canBeTold: true,
  },
  'record-death': { on: toCivilDate('2026-07-14'), words: 'Her daughter called.' },
  reclassify: { as: 'erasure', reasons: 'The letter asks us to delete, not to send.' },
} as const;
