import { caseRights } from '@duly/case';
import { clockStates } from '@duly/law';
import { z } from 'zod';
import { civilDate, eventNumber, id, reference } from './fields.js';

/** A case in a few words, wherever one is named. */
export const caseItem = z
  .strictObject({
    id,
    reference,
    right: z.enum(caseRights),
    state: z.enum(clockStates),
    dueDate: civilDate
      .nullable()
      .meta({ description: 'The legal date that binds now; null while there is none.' }),
    planBy: civilDate.nullable().meta({ description: 'The date to work to.' }),
    isProvisional: z
      .boolean()
      .meta({ description: 'The calendar ends before a date the case needs: weekends only were counted.' }),
    version: eventNumber,
  })
  .meta({ id: 'CaseItem' });
export type CaseItem = z.infer<typeof caseItem>;
