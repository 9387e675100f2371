import { civilDate, words } from '../fields.js';
import { ofCase } from '../command-parts.js';
import { z } from 'zod';
import { toCivilDate } from '@duly/law';

/** UK GDPR Art 15(1A) (R36). */
export const searchBodies = {
  'record-search': z.strictObject({
    ...ofCase,
    on: civilDate,
    words: words.meta({ description: 'Where was looked, and for what.' }),
    leftOut: words
      .meta({ description: 'What was left out as not reasonable and proportionate, and why.' })
      .exactOptional(),
  }),
} as const;

export const searchWords = { 'record-search': ['words', 'leftOut'] } as const;

export const searchSummaries = {
  'record-search': 'Record where was looked for what is held (Art 15(1A))',
} as const;

export const searchExamples = {
  'record-search': {
    on: toCivilDate('2026-07-14'),
    words: 'Housing, council tax and e-mail, by name, address and account number, 2019 to today.',
    leftOut: 'Back-up tapes older than a year: nothing is there that is not in the systems.',
  },
} as const;
