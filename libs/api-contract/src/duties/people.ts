import { actingAs } from '@duly/case';
import { z } from 'zod';
import { among, commanded } from '../command-parts.js';
import { words } from '../fields.js';
import { person } from '../open-request.js';
import { child } from './competence.js';

/** Who takes part, named later or named anew: the whole person takes the place of the one before. */
export const peopleBodies = {
  'name-people': z.strictObject({
    ...commanded,
    subject: person.exactOptional(),
    requester: person.exactOptional(),
    recipient: person.exactOptional(),
    isSamePerson: z
      .boolean()
      .meta({
        description:
          'The requester is who it was before, with other particulars. Without it what the one before has shown no longer counts (R22).',
      })
      .exactOptional(),
    actsAs: among(actingAs).meta({ description: 'As what the requester asks.' }).exactOptional(),
    child: z.strictObject(child).meta({ description: 'The subject is a child (R48).' }).exactOptional(),
    reasons: words.meta({ description: 'How we know: by whose word, and how it was checked.' }),
  }),
} as const;

export const peopleWords = { 'name-people': ['reasons'] } as const;

export const peopleSummaries = {
  'name-people': 'Name who takes part, later or anew: an address, a need, a requester, a recipient',
} as const;

export const peopleExamples = {
  'name-people': {
    subject: {
      name: 'Ann Example',
      email: 'ann@example.org',
      format: 'large-print',
      adjustments: 'Please call before you write.',
    },
    reasons: 'She called; we called back on the number that we hold.',
  },
} as const;
