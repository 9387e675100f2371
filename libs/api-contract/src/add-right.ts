import { caseRights } from '@duly/case';
import { z } from 'zod';
import { among } from './command-parts.js';
import { words } from './fields.js';

/** A right that the letter used from the first, and that was not seen in it (R34, R46). A new ask is a new request. */
export const addRight = z
  .strictObject({
    right: among(caseRights),
    reasons: words.meta({ description: 'How it came to be overlooked.' }),
  })
  .meta({ id: 'AddRight' });
export type AddRightBody = z.infer<typeof addRight>;

export const addRightExample: AddRightBody = {
  right: 'erasure',
  reasons: 'The last line of the letter asks us to delete it all afterwards.',
};
