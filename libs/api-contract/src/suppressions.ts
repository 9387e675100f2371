import { stoppableChannels } from '@duly/case';
import { z } from 'zod';
import { civilDate, emailAddress, id, phone, postalAddress } from './fields.js';

/** The ways in which one person is reached; at least one. */
const ways = {
  email: emailAddress.exactOptional(),
  phone: phone.exactOptional(),
  postalAddress: postalAddress.exactOptional(),
};
const hasWay = (given: { readonly [Name in keyof typeof ways]?: unknown }): boolean =>
  given.email !== undefined || given.phone !== undefined || given.postalAddress !== undefined;
const oneWay = 'must name at least one of email, phone, postalAddress';

const channels = z.array(z.enum(stoppableChannels, `must be one of ${stoppableChannels.join(', ')}`));

/** Asked before every mailing, of one person; nothing of it is kept or logged. */
export const checkSuppression = z.strictObject(ways).refine(hasWay, oneWay).meta({ id: 'CheckSuppression' });
export type CheckSuppression = z.infer<typeof checkSuppression>;

export const suppressionChecked = z
  .strictObject({
    stopped: channels.meta({
      description: 'By which channels no marketing may be sent; empty where none is stopped.',
    }),
    since: civilDate.nullable().meta({ description: 'The day of the first objection.' }),
  })
  .meta({ id: 'SuppressionChecked' });
export type SuppressionChecked = z.infer<typeof suppressionChecked>;

/** A way to reach the person that became known after their objection. */
export const addSuppression = z
  .strictObject({ request: id, ...ways })
  .refine(hasWay, oneWay)
  .meta({ id: 'AddSuppression' });
export type AddSuppression = z.infer<typeof addSuppression>;

export const suppressionAdded = z
  .strictObject({ stopped: channels, since: civilDate })
  .meta({ id: 'SuppressionAdded' });
export type SuppressionAdded = z.infer<typeof suppressionAdded>;
