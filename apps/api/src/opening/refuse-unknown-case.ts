import type { Register } from '@duly/register';
import { ApiError } from '../problem/api-error.js';

/** A complaint needs no case (R54); one that is named must be there. @throws ApiError `no-such-case` */
export async function refuseUnknownCase(register: Register, aboutCase: string): Promise<void> {
  const { kind } = await register.cases.byId(aboutCase);
  if (kind === 'found') return;
  throw new ApiError('no-such-case', {
    detail: 'There is no case with the id given in aboutCase.',
    remedy:
      'Take the id from GET /v1/cases, or leave aboutCase out: a complaint needs no case (DPA 2018 s.164A).',
  });
}
