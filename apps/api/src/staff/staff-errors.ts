import { mayDo, roles } from '@duly/api-contract';
import type { StaffMember } from '@duly/register';
import { ApiError } from '../problem/api-error.js';

type StaffField = 'handler' | 'manager' | 'cover' | 'to' | 'reviewer';

/** @param field of the body */
export const noSuchStaff = (field: StaffField): ApiError =>
  new ApiError('not-valid', {
    detail: `${field}: nobody with this id works here and may do this, or it is the very person.`,
    remedy:
      'Take the id from GET /v1/staff; an administrator can add a person there before they first sign in.',
    errors: [{ field, message: 'is not the id of another member of staff' }],
  });

export const noStaffWithId = new ApiError('no-such-staff', {
  detail: 'There is no member of staff with this id.',
  remedy: 'Take the id from GET /v1/staff.',
});

/** Work is for those who may do it; of somebody who has not signed in yet, nobody knows what they may do. @throws ApiError */
export function mustTakeWork(field: StaffField, member: StaffMember | undefined): void {
  const held = roles.filter(role => member?.roles.includes(role));
  const mayWork = member?.hasSignedIn === false || mayDo(held, 'work tasks');
  if (!member || member.hasLeft || !mayWork) throw noSuchStaff(field);
}

/** @throws ApiError where nobody with this id is among the staff, or they have left */
export function mustWorkHere(field: StaffField, member: StaffMember | undefined): void {
  if (!member || member.hasLeft) throw noSuchStaff(field);
}

/** @param names of those for whom nobody would act */
export const nobodyStandsIn = (names: readonly string[]): ApiError =>
  new ApiError('nobody-stands-in', {
    detail: `Nobody would do the work of ${names.join(', ')} on some day of their absence: there is no cover and no manager at work then.`,
    remedy: 'Name a cover who is at work then; an administrator can name a manager.',
  });

export const ownLeaving = new ApiError('not-permitted', {
  detail:
    'Nobody records their own leaving: if you were the only administrator, nobody could be kept any more.',
  remedy: 'Ask another administrator.',
});

export const hasLeft = new ApiError('has-left', {
  detail: 'An administrator has recorded that you have left.',
  remedy: 'If that is a mistake, ask an administrator to keep you as a member of staff again.',
});
