import { othersDecisions } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

/** UK GDPR Art 15(4); DPA 2018 Sch 2 paras 16–17 (R36). */
export const othersBodies = {
  'review-other-person': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'Who it is, and what tells of them.' }),
    decision: among(othersDecisions),
    reasons: words,
  }),
  'find-no-other-person': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'How that was made sure of.' }),
  }),
} as const;

export const othersWords = {
  'review-other-person': ['words', 'reasons'],
  'find-no-other-person': ['words'],
} as const;

export const othersSummaries = {
  'review-other-person': 'Decide what becomes of what tells of another person (Art 15(4))',
  'find-no-other-person': 'Record that the data tells of nobody else (Art 15(4))',
} as const;

export const othersExamples = {
  'review-other-person': {
    words: 'The neighbour who made the complaint of 3 March.',
    decision: 'redacted',
    reasons: 'They asked us not to say who they are. Without the name nobody can tell.',
  },
  'find-no-other-person': { words: 'Every page was read; no name but the tenant’s is on them.' },
} as const;
