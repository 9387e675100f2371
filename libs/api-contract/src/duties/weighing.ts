import { objectedBases } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, words } from '../fields.js';

/** UK GDPR Art 21(1), (6) (R41, R43). */
export const weighingBodies = {
  'weigh-objection': z.strictObject({
    ...ofCase,
    basis: among(objectedBases).meta({ description: 'What the processing rests on.' }),
    compellingGrounds: z.boolean().meta({
      description: 'Whether compelling legitimate grounds override the interests of the person.',
    }),
    legalClaims: z.boolean().meta({ description: 'Whether it is needed for legal claims.' }),
    publicInterestTask: z
      .boolean()
      .meta({ description: 'Of research only: whether a task in the public interest needs it (Art 21(6)).' })
      .exactOptional(),
    words: words.meta({ description: 'The situation and interests of the person, as they were weighed.' }),
    reasons: words,
  }),
  'stop-processing': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'What was stopped.' }),
    on: civilDate,
  }),
} as const;

export const weighingWords = {
  'weigh-objection': ['words', 'reasons'],
  'stop-processing': ['words'],
} as const;

export const weighingSummaries = {
  'weigh-objection': 'Record the balancing test of an objection; it is upheld or overridden (Art 21(1))',
  'stop-processing': 'Record that the processing objected to has stopped (Art 21(1))',
} as const;

export const weighingExamples = {
  'weigh-objection': {
    basis: 'legitimate-interests',
    compellingGrounds: false,
    legalClaims: false,
    words: 'The camera films your garden gate, and you have been stalked.',
    reasons: 'We can watch the car park without your gate in the picture.',
  },
  'stop-processing': {
    words: 'The camera no longer films your gate.',
    on: toCivilDate('2026-07-14'),
  },
} as const;
