import { restrictionGrounds, toCivilDate } from '@duly/law';
import { z } from 'zod';
import { ofCase } from '../command-parts.js';
import { civilDate, eventNumber, words } from '../fields.js';

const ground = z.enum(
  Object.keys(restrictionGrounds) as (keyof typeof restrictionGrounds)[],
  `must be one of ${Object.keys(restrictionGrounds).join(', ')}`,
);

/** UK GDPR Art 18 (R39). */
export const restrictionBodies = {
  restrict: z.strictObject({
    ...ofCase,
    ground: ground.meta({ description: 'UK GDPR Art 18(1)(a)–(d), in their order.' }),
    words: words.meta({ description: 'Which data, and how it is marked.' }),
    on: civilDate,
  }),
  'lift-restriction': z.strictObject({
    ...ofCase,
    restriction: eventNumber.meta({ description: 'The number of the event DataRestricted.' }),
    reasons: words,
  }),
} as const;

export const restrictionWords = { restrict: ['words'], 'lift-restriction': ['reasons'] } as const;

export const restrictionSummaries = {
  restrict: 'Record that data is restricted: stored, marked, and used for nothing else (Art 18)',
  'lift-restriction':
    'Lift a restriction; it ends when the letter that tells the person was given (Art 18(3))',
} as const;

export const restrictionExamples = {
  restrict: {
    ground: 'accuracy_contested',
    words: 'Your entry in the register of tenants, which is locked in the system.',
    on: toCivilDate('2026-07-14'),
  },
  'lift-restriction': { restriction: 5, reasons: 'We have checked the entry and corrected it.' },
} as const;
