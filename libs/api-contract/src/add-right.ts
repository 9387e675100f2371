import { caseRights, type CaseRight } from '@duly/case';
import { z } from 'zod';
import { among } from './command-parts.js';
import { words } from './fields.js';
import {
  aboutCase,
  aboutComplaint,
  limitsMarketing,
  ofComplaint,
  ofMarketing,
  stopFor,
  type SaysMore,
} from './open-request.js';

const asOpened = ({
  right,
  ...more
}: Omit<SaysMore, 'rights'> & { readonly right: CaseRight }): SaysMore => ({
  ...more,
  rights: [right],
});

/** A right that the letter used from the first, and that was not seen in it (R34, R46). A new ask is a new request. */
export const addRight = z
  .strictObject({
    right: among(caseRights),
    reasons: words.meta({ description: 'How it came to be overlooked.' }),
    aboutCase,
    stopFor,
  })
  .refine(body => aboutComplaint(asOpened(body)), ofComplaint)
  .refine(body => limitsMarketing(asOpened(body)), ofMarketing)
  .meta({ id: 'AddRight' });
export type AddRightBody = z.infer<typeof addRight>;

export const addRightExample: AddRightBody = {
  right: 'erasure',
  reasons: 'The last line of the letter asks us to delete it all afterwards.',
};
