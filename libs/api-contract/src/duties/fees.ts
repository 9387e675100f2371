import { feeBases } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

/** Minor units of the currency that the organisation has set. */
export const amountPence = z.int('must be a whole number of pence').meta({
  description: 'In minor units of the currency that is set (pence), 1 up to the ceiling that is set.',
});

/** UK GDPR Arts 12(5), 15(3) (R23). */
export const feesBodies = {
  'estimate-fee': z.strictObject({
    ...ofCase,
    basis: among(feeBases),
    amountPence,
    words: words.meta({ description: 'How it was calculated, as the notice will tell it.' }),
  }),
} as const;

export const feesWords = { 'estimate-fee': ['words'] } as const;

export const feesSummaries = {
  'estimate-fee': 'Estimate the administrative cost; no more may then be asked (Art 12(5))',
} as const;

export const feesExamples = {
  'estimate-fee': {
    basis: '12(5)' as const,
    amountPence: 2550,
    words: 'Forty copies at 15p, postage of £4.50, and one hour of work at £15.',
  },
};
