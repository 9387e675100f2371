import { refusalCodes, type CaseRefusal, type RefusalCode } from '@duly/case';
import { ApplicationFailure } from '@temporalio/common';

/** A refusal as Temporal carries it: its type is the code, its one detail the refusal. Never retried, never subclassed. */
export function toFailure(refusal: CaseRefusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.message, refusal.code, refusal);
}

function isRefusalCode(type: unknown): type is RefusalCode {
  return refusalCodes.some(code => code === type);
}

interface FailureLike {
  readonly type?: unknown;
  readonly details?: unknown;
  readonly cause?: unknown;
}

function isFailureLike(value: unknown): value is FailureLike {
  return typeof value === 'object' && value !== null;
}

/** The refusal inside an error that a client caught, however deep; undefined where it is none. */
export function refusalFrom(error: unknown): CaseRefusal | undefined {
  for (let failure = error; isFailureLike(failure); failure = failure.cause) {
    // instanceof does not hold across the boundary of processes and of the sandbox: compare the type.
    if (!isRefusalCode(failure.type) || !Array.isArray(failure.details)) continue;
    return failure.details[0] as CaseRefusal;
  }
  return undefined;
}
