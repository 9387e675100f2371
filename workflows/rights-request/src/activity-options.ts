import type { ActivityOptions } from '@temporalio/workflow';

/** The register is waited for, for ever: while it cannot be reached the server tries again, without a trace in the history. */
export const registerOptions: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** A letter that is deferred is tried again with growing gaps, which the worker chooses; one attempt is bounded, and longer than the socket's own limit. */
export const postOptions: ActivityOptions = {
  startToCloseTimeout: '3 minutes',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '1 hour' },
};
