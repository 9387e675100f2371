import { ageBands } from '@duly/case';
import { ukNations } from '@duly/law';
import { z } from 'zod';
import { among, commanded } from '../command-parts.js';
import { words } from '../fields.js';

/** Where a child lives decides how its competence is judged (R48). */
export const child = { aged: among(ageBands), livesIn: among(ukNations) } as const;

export const competenceBodies = {
  'assess-competence': z.strictObject({
    ...commanded,
    ...child,
    competent: z.boolean().meta({ description: 'The child understands what it means to use the right.' }),
    agrees: z
      .boolean()
      .meta({ description: 'A child that understands agrees that the parent asks.' })
      .exactOptional(),
    reasons: words,
  }),
} as const;

export const competenceWords = { 'assess-competence': ['reasons'] } as const;

export const competenceSummaries = {
  'assess-competence':
    'Record whether a child understands the right, so that it is the child’s own to use (R48)',
} as const;

export const competenceExamples = {
  'assess-competence': {
    aged: '12-to-15',
    livesIn: 'england-and-wales',
    competent: true,
    agrees: true,
    reasons: 'She explained to us what she wants to see, and why her father writes for her.',
  },
} as const;
