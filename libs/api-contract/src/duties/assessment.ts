import { assessmentFindings } from '@duly/case';
import { excessiveFactors, notEnoughForManifestly, unfoundedFactors } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

const keysOf = <Named extends Readonly<Record<string, string>>>(named: Named) =>
  Object.keys(named) as (keyof Named & string)[];

const factors = [...keysOf(unfoundedFactors), ...keysOf(excessiveFactors), ...keysOf(notEnoughForManifestly)];

/** UK GDPR Art 12(5) (R49). */
export const assessmentBodies = {
  'assess-request': z.strictObject({
    ...ofCase,
    finding: among(assessmentFindings),
    factors: z
      .array(
        z.strictObject({
          factor: z.enum(factors, `must be one of ${factors.join(', ')}`),
          words: words.meta({ description: 'The evidence: what shows it.' }).exactOptional(),
        }),
      )
      .max(factors.length, 'must name each factor once')
      .refine(
        list => new Set(list.map(({ factor }) => factor)).size === list.length,
        'must name each factor once',
      )
      .meta({ description: 'What was weighed. At least one must speak for the finding.' })
      .readonly(),
    reasons: words.exactOptional(),
  }),
} as const;

export const assessmentWords = { 'assess-request': ['reasons'] } as const;

export const assessmentSummaries = {
  'assess-request':
    'Assess factor by factor whether the request is manifestly unfounded or excessive (Art 12(5))',
} as const;

export const assessmentExamples = {
  'assess-request': {
    finding: 'manifestly-excessive' as const,
    factors: [
      {
        factor: 'repeats' as const,
        words: 'The same files were asked for on 2 May and on 20 May, and answered.',
      },
      { factor: 'rude_language' as const, words: 'The letter is rude; that alone counts for nothing.' },
    ],
    reasons: 'Nothing in the files has changed since the last answer.',
  },
};
