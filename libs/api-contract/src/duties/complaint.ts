import { complaintFindings } from '@duly/case';
import { z } from 'zod';
import { among, ofCase } from '../command-parts.js';
import { words } from '../fields.js';

/** DPA 2018 s.164A (R50–R54). */
export const complaintBodies = {
  'tell-progress': z.strictObject({
    ...ofCase,
    words: words.meta({ description: 'How the enquiries stand, as the letter tells it.' }),
  }),
  'give-outcome': z.strictObject({
    ...ofCase,
    finding: among(complaintFindings),
    words: words.meta({ description: 'What was found, and what is done about it.' }),
    reasonForLateness: words
      .meta({ description: 'Needed where nothing was acknowledged within the thirty days.' })
      .exactOptional(),
  }),
} as const;

export const complaintWords = {
  'tell-progress': ['words'],
  'give-outcome': ['words', 'reasonForLateness'],
} as const;

export const complaintSummaries = {
  'tell-progress': 'Tell the person how the enquiries into their complaint stand (DPA 2018 s.164A(5))',
  'give-outcome': 'Give the outcome of a complaint, which ends it (DPA 2018 s.164A(4))',
} as const;

export const complaintExamples = {
  'tell-progress': { words: 'We have asked the team that wrote to you. We expect their answer next week.' },
  'give-outcome': {
    finding: 'upheld',
    words: 'You are right: the letter went to your old address. We have corrected it, and we are sorry.',
  },
} as const;
