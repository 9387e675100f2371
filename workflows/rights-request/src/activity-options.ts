import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** The register is tried at once, inside the workflow task, so that a row is there when its command is answered. */
export const registerAtOnce: LocalActivityOptions = {
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumAttempts: 3 },
};

/** While the register cannot be reached, the server waits for it: for ever, and without a trace in the history. */
export const registerForEver: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** A letter that is deferred is tried again with growing gaps; one attempt is bounded, and longer than the socket's own limit. */
export const postOptions: ActivityOptions = {
  startToCloseTimeout: '3 minutes',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '1 hour' },
};
