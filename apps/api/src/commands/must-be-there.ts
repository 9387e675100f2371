import type { CaseVerb } from '@duly/api-contract';
import type { Register } from '@duly/register';
import { mustWorkHere } from '../staff/staff-errors.js';
import { noSuchCase } from './command-errors.js';

/** A case knows nothing of the others: whether the one that it is to be linked with exists is looked up here. */
async function mustBeCase(id: unknown, { links }: Register): Promise<void> {
  if (typeof id === 'string' && !(await links.isCase(id))) throw noSuchCase;
}

/** Art 22C(2)(c): the letter names a person who looked; whether there is one, no case can know. */
async function mustBeReviewer(id: unknown, { staff }: Register): Promise<void> {
  if (typeof id === 'string') mustWorkHere('reviewer', await staff.byId(id));
}

/** Whom and what a command names must be there. @throws ApiError `no-such-case` · `not-valid` with the field */
export async function mustBeThere(verb: CaseVerb, body: object, register: Register): Promise<void> {
  if (verb === 'link-case') await mustBeCase(Reflect.get(body, 'other'), register);
  if (verb === 'record-intervention') await mustBeReviewer(Reflect.get(body, 'reviewer'), register);
}
