import { dataOrigins, lawfulBases, toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, eventNumber, words } from '../fields.js';

const mostParties = 50;

/** UK GDPR Art 20 (R40). */
export const portabilityBodies = {
  'test-item': z.strictObject({
    ...ofCase,
    item: eventNumber
      .meta({ description: 'An earlier test of the same item, which this one takes the place of.' })
      .exactOptional(),
    words: words.meta({ description: 'What the item is.' }),
    basis: among(lawfulBases),
    isAutomated: z.boolean(),
    origin: among(dataOrigins),
    harmsOthers: z.boolean().meta({ description: 'To send it would adversely affect others (Art 20(4)).' }),
    reasons: words.meta({ description: 'How it would; needed where it does.' }).exactOptional(),
    otherParties: z
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(mostParties, `must be ${mostParties} or less`)
      .meta({ description: 'How many others the data belongs to as well; each must agree.' }),
  }),
  'record-agreement': z.strictObject({
    ...ofCase,
    item: eventNumber.meta({ description: 'The number of the event that tested the item.' }),
    party: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(mostParties, `must be ${mostParties} or less`)
      .meta({ description: 'Which of the others it is, numbered by you; needed where there are several.' })
      .exactOptional(),
    on: civilDate,
    agrees: z.boolean(),
    words: words.meta({ description: 'Who it is, and how they said it.' }),
  }),
  'decide-transfer': z.strictObject({ ...ofCase, isFeasible: z.boolean(), reasons: words }),
} as const;

export const portabilityWords = {
  'test-item': ['words', 'reasons'],
  'record-agreement': ['words'],
  'decide-transfer': ['reasons'],
} as const;

export const portabilitySummaries = {
  'test-item': 'Test an item of data: consent or contract, automated, provided by the person (Art 20(1))',
  'record-agreement': 'Record whether one of the others to whom an item belongs agrees that it is sent',
  'decide-transfer':
    'Decide whether the data can be sent straight to the other controller, with reasons (Art 20(2))',
} as const;

export const portabilityExamples = {
  'test-item': {
    words: 'The readings of your smart meter.',
    basis: 'contract',
    isAutomated: true,
    origin: 'observed',
    harmsOthers: false,
    otherParties: 1,
  },
  'record-agreement': {
    item: 5,
    party: 1,
    on: toCivilDate('2026-07-14'),
    agrees: true,
    words: 'The other name on the contract, by letter.',
  },
  'decide-transfer': {
    isFeasible: false,
    reasons: 'Your new supplier has no way to receive files from us that is safe.',
  },
} as const;
