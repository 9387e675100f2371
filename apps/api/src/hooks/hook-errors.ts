import { ApiError } from '../problem/api-error.js';

export const noSuchHook = new ApiError('no-such-hook', {
  detail: 'There is no endpoint with this id, or it was removed.',
  remedy: 'Take the id from GET /v1/hooks, or register the endpoint anew.',
});

export const noSuchDelivery = new ApiError('no-such-delivery', {
  detail: 'This endpoint has no message with this id; messages leave the log after some weeks.',
  remedy: 'Take the id from GET /v1/hooks/ENDPOINT/deliveries.',
});

export const hookDisabled = new ApiError('hook-disabled', {
  detail: 'The endpoint is disabled, and nothing is sent to an endpoint that is disabled.',
  remedy: 'See why at GET /v1/hooks/ENDPOINT and put it right there, enable it, and do this again.',
});

/** @param most how many there may be */
export const tooManyHooks = (most: number): ApiError =>
  new ApiError('too-many-hooks', {
    detail: `There are ${most} endpoints already, and each is told of every event.`,
    remedy: 'Remove one that is not needed any more.',
  });

/** @param wrong what is wrong, in words that follow the field’s name */
export const wrongUrl = (wrong: string): ApiError =>
  new ApiError('not-valid', {
    detail: `url: ${wrong}.`,
    remedy: 'Give the public https address at which the other system takes messages.',
    errors: [{ field: 'url', message: wrong }],
  });
