import { decisionOutcomes } from '@duly/case';
import { toCivilDate } from '@duly/law';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { civilDate, staffId, words } from '../fields.js';

/** UK GDPR Art 22C(2) (R44). */
export const decisionBodies = {
  'explain-decision': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'What was decided, from which data, and what counted.' }),
  }),
  'record-representations': z.strictObject({
    ...ofCase,
    on: civilDate,
    contests: z.boolean().meta({ description: 'Whether the person contests the decision.' }),
    words: words
      .meta({ description: 'What they said; without it they were invited, and said nothing more.' })
      .exactOptional(),
  }),
  'record-intervention': z.strictObject({
    ...ofCase,
    reviewer: staffId.meta({ description: 'Who looked at the decision.' }),
    configuredBy: staffId.meta({
      description: 'Who took the decision, or configured what took it: never the reviewer.',
    }),
    on: civilDate,
    words: words.meta({ description: 'What the reviewer looked at.' }),
    reasons: words.meta({ description: 'Why the reviewer is competent, and free to change the decision.' }),
  }),
  'decide-again': z.strictObject({
    ...ofCase,
    outcome: among(decisionOutcomes),
    reasons: words,
  }),
} as const;

export const decisionWords = {
  'explain-decision': ['words'],
  'record-representations': ['words'],
  'record-intervention': ['words', 'reasons'],
  'decide-again': ['reasons'],
} as const;

export const decisionSummaries = {
  'explain-decision': 'Tell the person about the automated decision and the safeguards (Art 22C(2)(a))',
  'record-representations':
    'Record what the person said about the decision, and whether they contest it (Art 22C(2)(b), (d))',
  'record-intervention': 'Record which competent person looked at the decision (Art 22C(2)(c))',
  'decide-again': 'Record what the person who looked at it decided (Art 22C(2)(d))',
} as const;

const on = toCivilDate('2026-07-14');

export const decisionExamples = {
  'explain-decision': {
    words: 'A computer put you in band 3 of the waiting list, from your form of May and your old address.',
  },
  'record-representations': { on, contests: true, words: 'My doctor’s letter was not read.' },
  'record-intervention': {
    reviewer: 'staff-7',
    configuredBy: 'staff-3',
    on,
    words: 'The form, the doctor’s letter and the points given for each.',
    reasons: 'Ten years in housing, and leave to change any band.',
  },
  'decide-again': { outcome: 'changed', reasons: 'The letter shows that you need a ground floor: band 1.' },
} as const;
