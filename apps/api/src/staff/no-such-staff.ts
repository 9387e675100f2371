import { ApiError } from '../problem/api-error.js';

export const noSuchStaff = (field: 'handler' | 'manager' | 'cover'): ApiError =>
  new ApiError('not-valid', {
    detail: `${field}: there is no member of staff with this id.`,
    remedy:
      'Take the id from GET /v1/staff; an administrator can add a person there before they first sign in.',
    errors: [{ field, message: 'is not the id of a member of staff' }],
  });
