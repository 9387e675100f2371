import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Puts a failure's message and stack into a payload, where a payload codec can lock them. Without a codec it hides them from
 * nobody; no message of ours holds personal data in any case. Client, worker and workflow bundle must name it alike.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
