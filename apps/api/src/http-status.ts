/** The statuses of answers that are no failures, beside a plain 200. Those of failures are the contract's `problemStatuses`. */
export const successStatuses = { ok: 200, created: 201, accepted: 202, notReady: 503 } as const;
