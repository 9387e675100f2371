import { recipientOutcomes } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, eventNumber, words } from '../fields.js';

/** UK GDPR Art 19 (R45). */
export const recipientBodies = {
  'name-recipient': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'Who has the data, as the person will read it where they ask.' }),
  }),
  'record-no-recipients': z.strictObject({
    ...ofCase,
    reasons: words.meta({ description: 'How it is known that nobody has the data.' }),
  }),
  'record-recipient-outcome': z.strictObject({
    ...ofCase,
    recipient: eventNumber.meta({ description: 'The number of the event RecipientNamed.' }),
    outcome: among(recipientOutcomes),
    on: civilDate,
    reasons: words
      .meta({ description: 'Why it is impossible or disproportionate; needed wherever it was not told.' })
      .exactOptional(),
  }),
  'disclose-recipients': z.strictObject({
    ...ofCase,
    on: civilDate.meta({ description: 'The day on which the person asked.' }),
  }),
} as const;

export const recipientWords = {
  'name-recipient': ['words'],
  'record-no-recipients': ['reasons'],
  'record-recipient-outcome': ['reasons'],
  'disclose-recipients': [],
} as const;

export const recipientSummaries = {
  'name-recipient': 'Name somebody to whom the data was disclosed; telling them becomes a task (Art 19)',
  'record-no-recipients': 'Record that the data was disclosed to nobody (Art 19)',
  'record-recipient-outcome': 'Record that a recipient was told, or why not (Art 19)',
  'disclose-recipients': 'Tell the person who asks who the recipients are (Art 19)',
} as const;

const on = toCivilDate('2026-07-14');

export const recipientExamples = {
  'name-recipient': { words: 'Example Credit Agency Ltd' },
  'record-no-recipients': { reasons: 'It is in one of our own systems, which nobody else reads.' },
  'record-recipient-outcome': {
    recipient: 6,
    outcome: 'disproportionate',
    on,
    reasons: 'It was read out at a meeting of 2019; nobody noted who was there.',
  },
  'disclose-recipients': { on },
} as const;
