import type { ApiErrorCode, WrongField } from '@duly/api-contract';

interface Particulars {
  /** What was wrong, in words, without personal data. */
  readonly detail: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly cite?: string;
  /** Seconds after which the same may succeed. */
  readonly retryAfter?: number;
  readonly errors?: readonly WrongField[];
  /** Who holds the task. */
  readonly heldBy?: string;
}

/** Thrown anywhere in the API, turned into problem+json in one place. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ApiErrorCode,
    readonly particulars: Particulars,
  ) {
    super(particulars.detail);
  }
}
