import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { LetterNotComplete } from '@duly/notices';
import { LeaseLost, StepOutOfOrder } from '@duly/register';
import { DoesNotOpen, KeyMissing } from '@duly/vault';
import { NotOneAddress, TryAgain, WrongBytes } from '@duly/mail';
import { gapAfter } from './gaps.js';

/** Errors whose words we wrote ourselves, with ids and codes alone. */
const ownWords = [
  DoesNotOpen,
  KeyMissing,
  LeaseLost,
  LetterNotComplete,
  NotOneAddress,
  StepOutOfOrder,
  TryAgain,
  WrongBytes,
];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

function wordsOf(error: unknown): string {
  if (error instanceof Error && ownWords.some(kind => error instanceof kind)) return error.message;
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return `${nameOf(error)}${typeof code === 'string' ? ` (${code})` : ''}: the worker's log says more.`;
}

/** Seconds; undefined where Temporal's own gaps will do. */
function waitBefore(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof TryAgain)) return undefined;
  return error.after ?? gapAfter(attempt);
}

/**
 * What Temporal keeps of a failure: never the words of a driver or a server, which may repeat a person's. Always tried again.
 * @param attempt the try that has failed, from 1
 */
export function safeFailure(error: unknown, attempt: number): Error {
  if (error instanceof TemporalFailure) return error;
  const after = waitBefore(error, attempt);
  return ApplicationFailure.create({
    message: wordsOf(error),
    type: nameOf(error),
    nonRetryable: false,
    ...(after !== undefined && { nextRetryDelay: Math.round(after * 1_000) }),
  });
}

/** Stands between our activities and Temporal. */
export class SafeFailures implements ActivityInboundCallsInterceptor {
  constructor(private readonly failed: (error: unknown) => void) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    try {
      return await next(input);
    } catch (error) {
      this.failed(error);
      throw safeFailure(error, activityInfo().attempt);
    }
  }
}
