import { decidedErasureGrounds, erasureExceptions, extents } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, words } from '../fields.js';

/** UK GDPR Art 17 (R38). */
export const erasureBodies = {
  'judge-erasure-ground': z.strictObject({
    ...ofCase,
    ground: z
      .enum(decidedErasureGrounds, `must be one of ${decidedErasureGrounds.join(', ')}`)
      .meta({ description: 'UK GDPR Art 17(1)(a)–(f), in their order.' }),
    applies: z.boolean(),
    isFromChild: z
      .boolean()
      .meta({ description: 'Whether the data was collected from a child; the reasons then weigh it.' })
      .exactOptional(),
    reasons: words,
  }),
  'judge-erasure-exception': z.strictObject({
    ...ofCase,
    exception: among(erasureExceptions).meta({
      description: 'UK GDPR Art 17(3)(a)–(e), in their order.',
    }),
    applies: z.boolean(),
    extent: among(extents)
      .meta({ description: 'To how much of the data; needed where it applies.' })
      .exactOptional(),
    reasons: words,
  }),
  'carry-out-erasure': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'What was erased.' }),
    backups: words.meta({ description: 'What happens to the backups, and until when.' }),
    wasPublic: z.boolean().meta({ description: 'Whether the data had been made public (Art 17(2)).' }),
    on: civilDate,
  }),
  'record-public-steps': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'What was done so that others erase it too.' }),
    on: civilDate,
  }),
} as const;

export const erasureWords = {
  'judge-erasure-ground': ['reasons'],
  'judge-erasure-exception': ['reasons'],
  'carry-out-erasure': ['words', 'backups'],
  'record-public-steps': ['words'],
} as const;

export const erasureSummaries = {
  'judge-erasure-ground': 'Judge whether a ground for erasure applies (Art 17(1))',
  'judge-erasure-exception': 'Judge whether an exception to erasure applies, and how far (Art 17(3))',
  'carry-out-erasure':
    'Record that data is erased; refused while an access or portability case holds it (DPA 2018 s.173)',
  'record-public-steps': 'Record the steps to tell other controllers of what was made public (Art 17(2))',
} as const;

const on = toCivilDate('2026-07-14');

export const erasureExamples = {
  'judge-erasure-ground': {
    ground: 'no_longer_necessary',
    applies: true,
    reasons: 'The tenancy ended nine years ago and nothing is owed.',
  },
  'judge-erasure-exception': {
    exception: 'legal_claims',
    applies: true,
    extent: 'partly',
    reasons: 'The letters about the claim of 2025 are needed until it is settled.',
  },
  'carry-out-erasure': {
    words: 'Your rent account and the notes of your visits.',
    backups: 'Backups keep a copy for 35 days. Nobody reads them, and then they are overwritten.',
    wasPublic: false,
    on,
  },
  'record-public-steps': { words: 'We asked the two search engines to drop the page.', on },
} as const;
