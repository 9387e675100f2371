import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { LetterKind, LetterOutcome } from '@duly/case';
import type { DigestOutcome, HookOutcome } from '@duly/register';

/** Seconds. */
const buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** What Prometheus reads from this process. A label is a word of the code, never an id, a reference or a person's word. */
export class WorkerMetrics {
  private readonly registry = new Registry();
  private readonly letters: Counter<'kind' | 'outcome'>;
  private readonly activities: Histogram<'activity' | 'outcome'>;
  private readonly lag: Histogram;
  private readonly digests: Counter<'outcome'>;
  private readonly hooks: Counter<'outcome'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.letters = new Counter({
      name: 'duly_letters_total',
      help: 'Letters that have their outcome, once each, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      registers,
    });
    this.activities = new Histogram({
      name: 'duly_activity_duration_seconds',
      help: 'Tries of activities by their name and whether they were done or failed; one that failed is tried again.',
      labelNames: ['activity', 'outcome'],
      buckets,
      registers,
    });
    this.digests = new Counter({
      name: 'duly_digests_total',
      help: 'Digests for staff that have their outcome.',
      labelNames: ['outcome'],
      registers,
    });
    this.hooks = new Counter({
      name: 'duly_hook_tries_total',
      help: 'Tries to tell other systems, by what came of them; one to be tried again is told once a try.',
      labelNames: ['outcome'],
      registers,
    });
    this.lag = new Histogram({
      name: 'duly_register_lag_seconds',
      help: "From what a case decided to its rows in the register, by the case's own clock.",
      buckets,
      registers,
    });
  }

  letterSettled(kind: LetterKind, outcome: LetterOutcome['outcome'] | 'not-needed'): void {
    this.letters.inc({ kind, outcome });
  }

  digestSettled(outcome: DigestOutcome): void {
    this.digests.inc({ outcome });
  }

  hookTried(outcome: HookOutcome['kind']): void {
    this.hooks.inc({ outcome });
  }

  /** @param seconds of one try */
  activityTried(activity: string, outcome: 'done' | 'failed', seconds: number): void {
    this.activities.observe({ activity, outcome }, seconds);
  }

  /** @param seconds since the case decided it; clocks that differ a little make it no less than 0 */
  stepRecorded(seconds: number): void {
    this.lag.observe(Math.max(0, seconds));
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
