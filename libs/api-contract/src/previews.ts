import { eventTypes, letterKinds, letterRecipients } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import type { CivilDate } from '@duly/law';
import { eventNumber, id, reference } from './fields.js';
import { lookAlike } from './look-alikes.js';
import { problem } from './problem.js';

/** How a letter goes. A wrong address is nobody's reply: the letter would not be sent, and a task would say so. */
export const waysOfLetters = ['email', 'post', 'no-usable-address'] as const;

/** A letter that has not been written: what it would say, and to whom, were the command given now. */
export const letterPreview = z
  .strictObject({
    kind: z.enum(letterKinds),
    level: z.enum(['request', 'case']),
    recipient: z.enum(letterRecipients),
    by: z.enum(waysOfLetters).meta({ description: 'By e-mail, or printed and posted by a person.' }),
    to: z.string().nullable().meta({ description: 'Its e-mail address; null of one that goes by post.' }),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable().meta({ description: 'Null of a letter in plain text alone.' }),
    language: z.string().meta({ description: 'BCP 47.' }),
    template: z.string(),
    templateVersion: z.int().min(1),
  })
  .meta({ id: 'LetterPreview' });
export type LetterPreview = z.infer<typeof letterPreview>;

/** What would become of one case. */
const foreseen = {
  events: z.array(z.enum(eventTypes)).meta({ description: 'What the command would cause, in order.' }),
  now: caseItem.meta({ description: 'The case as it stands, with its dates.' }),
  after: caseItem.meta({ description: 'The case with the letters decided, and still on their way.' }),
  onceGiven: caseItem.meta({
    description:
      'The case once its letters were given today: an extension or an ask moves the date only then.',
  }),
};

/** What a command to a case would send, and what would become of its dates. Nothing is done, and nothing kept. */
export const casePreview = z
  .strictObject({ version: eventNumber, letters: z.array(letterPreview), ...foreseen })
  .meta({ id: 'CasePreview' });
export type CasePreview = z.infer<typeof casePreview>;

/** The same of a command to a request: a letter for all its cases is there once. */
export const requestPreview = z
  .strictObject({
    letters: z.array(letterPreview),
    cases: z.array(
      z.discriminatedUnion('outcome', [
        z.strictObject({ case: id, outcome: z.literal('accepted'), ...foreseen }),
        z.strictObject({ case: id, outcome: z.literal('refused'), problem }),
        z.strictObject({ case: id, outcome: z.literal('closed') }),
      ]),
    ),
  })
  .meta({ id: 'RequestPreview' });
export type RequestPreview = z.infer<typeof requestPreview>;

/** Stands for the reference that a request is given when it is opened; the first one given is 1, so this is nobody's. */
export const notYetReferenced = (receivedOn: CivilDate): string => `DR-${receivedOn.slice(0, 4)}-000000`;

const standsFor =
  'Stands in its place until the request is opened, and is never given: `DR-`, the year of receipt, and six zeros.';

/** What opening a request would send, and how its cases would stand. Nothing is opened, and nothing kept. */
export const openingPreview = z
  .strictObject({
    reference: reference.meta({ description: standsFor }),
    letters: z
      .array(letterPreview)
      .meta({ description: 'As they would be sent, but for the reference in them.' }),
    cases: z.array(caseItem.omit({ id: true, version: true })).meta({
      description: 'One for each right, in their order, as it would stand on the day it is opened.',
    }),
    lookAlikes: z.array(lookAlike).meta({
      description:
        'Requests that may be from the same person, or the same again: found by blind indexes, the newest first.',
    }),
  })
  .meta({ id: 'OpeningPreview' });
export type OpeningPreview = z.infer<typeof openingPreview>;
