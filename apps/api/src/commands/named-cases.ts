import type { CaseVerb } from '@duly/api-contract';
import type { Register } from '@duly/register';
import { noSuchCase } from './command-errors.js';

/** A case knows nothing of the others: whether the one that it is to be linked with exists is looked up here. @throws ApiError `no-such-case` */
export async function mustNameCases(verb: CaseVerb, body: object, { links }: Register): Promise<void> {
  const other: unknown = verb === 'link-case' && Reflect.get(body, 'other');
  if (typeof other === 'string' && !(await links.isCase(other))) throw noSuchCase;
}
