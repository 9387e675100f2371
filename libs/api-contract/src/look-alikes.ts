import { linkReasons } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import { caseReference, civilDate, id, reference } from './fields.js';

/** By what two requests may be found alike. */
export const likenesses = ['name', 'email', 'phone', 'name-and-address'] as const;

/** Another case that a handler has linked with this one. */
export const caseLink = z
  .strictObject({
    reference: caseReference,
    because: z.enum(linkReasons),
    linkedOn: civilDate,
    isHeldHere: z.boolean().meta({ description: 'The link was made on this case, and is undone here.' }),
  })
  .meta({ id: 'CaseLink' });

/** Another request that may be from the same person, or the same request again. */
export const lookAlike = z.strictObject({
  request: id,
  reference,
  receivedOn: civilDate,
  same: z.array(z.enum(likenesses)).meta({ description: 'In what the subjects look alike.' }),
  cases: z.array(caseItem),
});

/** Requests that may be from the same person. Only a handler says whether they are, by linking cases. */
export const lookAlikes = z
  .strictObject({
    id,
    reference,
    lookAlikes: z.array(
      lookAlike.extend({
        isLinked: z.boolean().meta({ description: 'A handler has said that it is the same person.' }),
      }),
    ),
  })
  .meta({ id: 'LookAlikes' });
export type LookAlikesView = z.infer<typeof lookAlikes>;
