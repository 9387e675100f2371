import { rolesWith, type Permission } from '@duly/api-contract';
import { ApiError } from '../problem/api-error.js';

export const notPermitted = (needed: Permission): ApiError =>
  new ApiError('not-permitted', {
    detail: `Your roles do not permit you to ${needed}.`,
    remedy: `Ask somebody with the role ${rolesWith(needed).join(' or ')}, or ask an administrator for it.`,
  });
