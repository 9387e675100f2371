import { ApiError } from '../problem/api-error.js';

/** @param field of the body */
export const noSuchStaff = (field: 'handler' | 'manager' | 'cover' | 'to'): ApiError =>
  new ApiError('not-valid', {
    detail: `${field}: nobody with this id works here, or it is the very person.`,
    remedy:
      'Take the id from GET /v1/staff; an administrator can add a person there before they first sign in.',
    errors: [{ field, message: 'is not the id of another member of staff' }],
  });

export const noStaffWithId = new ApiError('no-such-staff', {
  detail: 'There is no member of staff with this id.',
  remedy: 'Take the id from GET /v1/staff.',
});

export const nobodyStandsIn = new ApiError('nobody-stands-in', {
  detail: 'Nobody would do the work meanwhile: there is no cover and no manager who is at work that day.',
  remedy: 'Name a cover who is at work then; an administrator can name a manager.',
});

export const hasLeft = new ApiError('has-left', {
  detail: 'An administrator has recorded that you have left.',
  remedy: 'If that is a mistake, ask an administrator to keep you as a member of staff again.',
});
