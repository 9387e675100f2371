import { mayDo, type Route } from '@duly/api-contract';
import type { Session } from './session.js';
import { NotForRole } from './sign-in-errors.js';

/** Nobody fills in a form that the API would then refuse them. @throws NotForRole */
export function mustPermit({ roles }: Session, { permission }: Route): void {
  if (permission !== 'nothing' && !mayDo(roles, permission)) throw new NotForRole();
}
