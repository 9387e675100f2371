import { activityInfo } from '@temporalio/activity';
import type { CaseId, LetterKind, LetterOrder, LetterReport } from '@duly/case';
import { londonDateAt, writeInstant } from '@duly/case';
import type { CaseActivities, RegisterStep } from '@duly/case-protocol';
import type { Instant } from '@duly/law';

/** What the mail server does with a letter: an outcome, or `deferred`, which is tried again and, from some moment on, said. */
export type Delivery = LetterReport['outcome'];

/** The world outside the workflow, in memory: it keeps what it was told, and answers as it was asked to. */
export class FakeWorld implements CaseActivities {
  readonly steps = new Map<CaseId, RegisterStep[]>();
  readonly letters = new Map<CaseId, LetterOrder[]>();
  private readonly deliveries = new Map<CaseId, Partial<Record<LetterKind, Delivery>>>();
  private readonly registerDown = new Map<CaseId, number>();

  delivers(caseId: CaseId, kinds: Partial<Record<LetterKind, Delivery>>): void {
    this.deliveries.set(caseId, { ...this.deliveries.get(caseId), ...kinds });
  }

  isDeferred(caseId: CaseId, kind: LetterKind): boolean {
    return this.deliveries.get(caseId)?.[kind] === 'deferred';
  }

  /** The register fails so many times before it answers again. */
  registerFails(caseId: CaseId, times: number): void {
    this.registerDown.set(caseId, times);
  }

  readonly recordStep = (step: RegisterStep): Promise<void> => {
    const failures = this.registerDown.get(step.caseId) ?? 0;
    this.registerDown.set(step.caseId, failures - 1);
    if (failures > 0) return Promise.reject(new Error('The register cannot be reached.'));
    this.steps.set(step.caseId, [...(this.steps.get(step.caseId) ?? []), step]);
    this.letters.set(step.caseId, [...(this.letters.get(step.caseId) ?? []), ...step.toStaff]);
    return Promise.resolve();
  };

  readonly sendLetter = (order: LetterOrder): Promise<LetterReport> => {
    const { caseId, kind, letterId, otherMeansFrom } = order;
    const delivery = this.deliveries.get(caseId)?.[kind] ?? 'accepted';
    this.letters.set(caseId, [...(this.letters.get(caseId) ?? []), order]);
    const now = activityInfo().currentAttemptScheduledTimestampMs as Instant;
    const [on, at] = [londonDateAt(now), writeInstant(now)];
    if (delivery === 'deferred' && (otherMeansFrom === undefined || at < otherMeansFrom))
      return Promise.reject(new Error('Deferred: 450 try again later.'));
    return Promise.resolve({ letterId, outcome: delivery, on, at });
  };
}
