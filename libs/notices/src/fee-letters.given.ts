import { toCivilDate } from '@duly/law';
import type { LetterData } from './index.js';
import { ofCase } from './people.given.js';

const day = toCivilDate;

/** Letters about fees. */
export const feeLetters = {
  fee: {
    'manifestly-excessive': {
      ...ofCase,
      basis: '12(5)',
      assessment: 'manifestly-excessive',
      amount: { minorUnits: 2550, currency: 'GBP' },
      reasons:
        'This is the tenth time this year that you ask for the same files. Nothing in them has changed.',
      calculation: 'Forty copies at 15p, the post at £4.50, and one hour of work at £15.',
      howToPay: 'Pay by bank transfer. Use our reference.',
      waitUntil: day('2026-08-06'),
    },
    'below-its-estimate': {
      ...ofCase,
      basis: '12(5)',
      assessment: 'manifestly-excessive',
      amount: { minorUnits: 1000, currency: 'GBP' },
      estimated: { minorUnits: 2550, currency: 'GBP' },
      reasons: 'This is the tenth time this year that you ask for the same files.',
      calculation: 'Forty copies at 15p, the post at £4.50, and one hour of work at £15.',
    },
    'manifestly-unfounded': {
      ...ofCase,
      basis: '12(5)',
      assessment: 'manifestly-unfounded',
      amount: { minorUnits: 1000, currency: 'GBP' },
      reasons: 'You told us that you would drop the request if we paid you.',
    },
    'further-copies': {
      ...ofCase,
      basis: '15(3)',
      amount: { minorUnits: 1205, currency: 'GBP' },
      reasons: 'You asked for three more paper copies. This is what the paper and the post cost us.',
      howToPay: 'Pay by bank transfer. Use our reference.',
      dueDate: day('2026-08-03'),
    },
  },
  'fee-refund': {
    'paid-back': {
      ...ofCase,
      amount: { minorUnits: 2550, currency: 'GBP' },
      reasons: 'We looked at your request again. We should not have asked for a fee.',
    },
    'without-amount': { ...ofCase, reasons: 'You paid twice.' },
    'not-to-be-paid': {
      ...ofCase,
      amount: { minorUnits: 2550, currency: 'GBP' },
      isUnpaid: true,
      reasons: 'We looked at your request again. We should not have asked for a fee.',
    },
  },
} satisfies {
  readonly [Kind in 'fee' | 'fee-refund']: Readonly<Record<string, LetterData[Kind]>>;
};
