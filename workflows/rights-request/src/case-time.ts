import type { Instant } from '@duly/law';

/** The case's own now: the time of the present workflow task, the same in every replay, and wound with the case's clock. */
export function caseNow(): Instant {
  // The SDK replaces this one function by the history's time and offers no other door to it (interfaces.d.ts, `unsafe.now`).
  // eslint-disable-next-line no-restricted-globals -- deterministic inside the sandbox; the only place that reads it
  return Date.now() as Instant;
}
