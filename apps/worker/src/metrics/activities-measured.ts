import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { WorkerMetrics } from './worker-metrics.js';

/** Measures each try of an activity. */
export class ActivitiesMeasured implements ActivityInboundCallsInterceptor {
  /** @param activity its name, of which there are as many as functions */
  constructor(
    private readonly metrics: WorkerMetrics,
    private readonly activity: string,
  ) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const began = performance.now();
    const tell = (outcome: 'done' | 'failed') =>
      this.metrics.activityTried(this.activity, outcome, (performance.now() - began) / 1_000);
    try {
      const answer = await next(input);
      tell('done');
      return answer;
    } catch (error) {
      tell('failed');
      throw error;
    }
  }
}
