import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures travel as payloads, so that whoever seals payloads seals them too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
