import { particularNames, particularsThatMayBeNone } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

const said = (description: string) => words.meta({ description }).exactOptional();

/** UK GDPR Art 15(1)–(2) (R36). What the organisation's settings say need not be given. */
export const particularsBodies = {
  'record-particulars': z.strictObject({
    ...ofCase,
    isProcessed: z.boolean().meta({ description: 'Whether data about the person is processed at all.' }),
    purposes: said('Art 15(1)(a): why.'),
    dataCategories: said('Art 15(1)(b): which kinds of data.'),
    disclosedTo: said('Art 15(1)(c): who has it or will have it.'),
    keptFor: said('Art 15(1)(d): how long it is kept, or how that is decided.'),
    obtainedFrom: said('Art 15(1)(g): the source, where it was not the person. Words or `none`.'),
    automatedDecisions: said('Art 15(1)(h): the logic, significance and consequences. Words or `none`.'),
    transfersAbroad: said('Art 15(2): the safeguards, where data is sent abroad. Words or `none`.'),
    none: z
      .array(among(particularsThatMayBeNone))
      .max(particularsThatMayBeNone.length)
      .readonly()
      .meta({
        description: 'Of which you looked and there is none: what is left out is not taken for absent.',
      })
      .exactOptional(),
  }),
} as const;

export const particularsWords = { 'record-particulars': particularNames } as const;

export const particularsSummaries = {
  'record-particulars': 'Record whether data is processed, and what must be said about it (Art 15(1)–(2))',
} as const;

export const particularsExamples = {
  'record-particulars': {
    isProcessed: true,
    purposes: 'To let and repair our homes.',
    dataCategories: 'Names, addresses, rent and repairs.',
    disclosedTo: 'The firm that does our repairs.',
    keptFor: 'Six years after you move out.',
    obtainedFrom: 'Your last landlord.',
    none: ['automatedDecisions', 'transfersAbroad'],
  },
} as const;
