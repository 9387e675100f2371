import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { ofCase } from '../command-parts.js';
import { civilDate, words } from '../fields.js';

/** UK GDPR Art 21(2)–(3) (R61). */
export const marketingBodies = {
  'ask-which-record': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'The question, as the letter asks it.' }),
  }),
  'pass-on-objection': z.strictObject({
    ...ofCase,
    on: civilDate,
    words: words.meta({ description: 'Who was told, and what was pulled; or that there was nobody.' }),
  }),
  'list-objector': z.strictObject(ofCase),
} as const;

export const marketingWords = {
  'ask-which-record': ['words'],
  'pass-on-objection': ['words'],
  'list-objector': [],
} as const;

export const marketingSummaries = {
  'ask-which-record': 'Ask what helps to find the right record; nothing waits for the reply (Art 21(3))',
  'pass-on-objection': 'Record that those who send marketing for us know of the objection (Art 21(3))',
  'list-objector': 'Say that the list knows the person now; done by adding a way to reach them (Art 21(3))',
} as const;

export const marketingExamples = {
  'list-objector': {},
  'ask-which-record': { words: 'At which address or number does our marketing reach you?' },
  'pass-on-objection': {
    on: toCivilDate('2026-07-02'),
    words: 'Told the mailing house and both charities we swap lists with; the July mailing is pulled.',
  },
} as const;
