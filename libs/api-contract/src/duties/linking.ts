import { linkReasons } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { caseReference, words } from '../fields.js';

/** Which cases belong together is said by a person (R47, R49). */
export const linkingBodies = {
  'link-case': z.strictObject({
    ...ofCase,
    other: caseReference,
    because: among(linkReasons).meta({ description: 'All but `related` say: the same person.' }),
    words: words.exactOptional(),
  }),
  'unlink-case': z.strictObject({ ...ofCase, other: caseReference, reasons: words }),
} as const;

export const linkingWords = { 'link-case': ['words'], 'unlink-case': ['reasons'] } as const;

export const linkingSummaries = {
  'link-case': 'Say that another case is about the same person, is a duplicate or a repeat, or is related',
  'unlink-case': 'Take back that two cases belong together',
} as const;

export const linkingExamples = {
  'link-case': {
    other: 'DR-2026-000099-1',
    because: 'repeat',
    words: 'The same files, asked for in May.',
  },
  'unlink-case': { other: 'DR-2026-000099-1', reasons: 'It is her mother, of the same name.' },
} as const;
