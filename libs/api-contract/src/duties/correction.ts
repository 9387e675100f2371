import { findings, waysOfCorrecting } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, eventNumber, words } from '../fields.js';

/** UK GDPR Art 16 (R37). */
export const correctionBodies = {
  'record-finding': z.strictObject({
    ...ofCase,
    finding: among(findings).meta({
      description:
        '`inaccurate`: incorrect or misleading as to a matter of fact; `opinion`: one that is clearly marked as such.',
    }),
    words: words.meta({ description: 'Which data it is about.' }),
    reasons: words,
  }),
  'record-correction': z.strictObject({
    ...ofCase,
    finding: eventNumber.meta({ description: 'The number of the event FindingRecorded.' }),
    how: among(waysOfCorrecting),
    words: words.meta({ description: 'What it says now; of a statement, its text.' }),
    on: civilDate,
    isEarlierKept: z.boolean().exactOptional().meta({
      description:
        'What it said before is kept where a copy of the data can still show it. Without it, what is `corrected` waits while a case of access or portability of the same person is open (DPA 2018 s.173).',
    }),
  }),
} as const;

export const correctionWords = {
  'record-finding': ['words', 'reasons'],
  'record-correction': ['words'],
} as const;

export const correctionSummaries = {
  'record-finding': 'Record what a check of the data found: wrong, incomplete, right or an opinion (Art 16)',
  'record-correction': 'Record that data was corrected or completed, or a statement added (Art 16)',
} as const;

export const correctionExamples = {
  'record-finding': {
    finding: 'inaccurate',
    words: 'The date on which you moved in.',
    reasons: 'The tenancy you sent us shows 1 March 2024; we had 1 May 2024.',
  },
  'record-correction': {
    finding: 4,
    how: 'corrected',
    words: 'You moved in on 1 March 2024.',
    on: toCivilDate('2026-07-14'),
  },
} as const;
