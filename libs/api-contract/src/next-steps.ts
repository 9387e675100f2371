import { letterKinds, refusalCodes, verbs } from '@duly/case';
import { clockStates } from '@duly/law';
import { z } from 'zod';
import { civilDate, eventNumber, id, reference } from './fields.js';

/** `takes`: as things stand · `depends`: on what it names or says · `refuses`: not as things stand, and why. */
export const stepAnswers = ['takes', 'depends', 'refuses'] as const;

const nextStep = z
  .strictObject({
    verb: z.enum(verbs as readonly [(typeof verbs)[number], ...typeof verbs]),
    answer: z.enum(stepAnswers),
    dueDate: civilDate.nullable().meta({
      description:
        'The legal date, were it taken today and its letters given today; null while there would be none.',
    }),
    state: z.enum(clockStates).meta({ description: 'As the case would then stand.' }),
    movesDate: z.boolean(),
    makesLate: z.boolean().meta({ description: 'It would have to be given with `confirmLate`.' }),
    needsApproval: z.boolean().meta({ description: 'A second person has to agree before it is taken.' }),
    letters: z.array(z.enum(letterKinds)).meta({ description: 'What it would send to people.' }),
    refusal: z
      .strictObject({
        code: z.enum(refusalCodes),
        cite: z.string(),
        detail: z.string(),
        remedy: z.string(),
      })
      .nullable()
      .meta({ description: 'Null of a step that the case takes.' }),
  })
  .meta({ id: 'NextStep' });
export type NextStep = z.infer<typeof nextStep>;

/** What can be done next, and what each step would do to the date before it is taken. Steps that this right never has are left out. */
export const nextSteps = z
  .strictObject({
    id,
    reference,
    version: eventNumber,
    dueDate: civilDate.nullable(),
    steps: z.array(nextStep),
  })
  .meta({ id: 'NextSteps' });
export type NextSteps = z.infer<typeof nextSteps>;
