import { openCaseFile, summaryOf, type CaseEvent, type CaseOpening } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { historyFromJson } from '@duly/temporal';
import { defaultPayloadConverter } from '@temporalio/common';

const stepActivity = 'recordStep';

interface Lived {
  readonly opening: CaseOpening;
  readonly steps: readonly RegisterStep[];
}

/** What a run was started with, and each step that it asked to be recorded. @throws Error where it is no history of a case */
function livedIn(json: unknown): Lived {
  const events = historyFromJson(json).events ?? [];
  const [start] = events[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (!start) throw new Error('The history does not say what its case was opened with.');
  const steps = events.flatMap(({ activityTaskScheduledEventAttributes: asked }) => {
    const [step] = asked?.activityType?.name === stepActivity ? (asked.input?.payloads ?? []) : [];
    return step ? [defaultPayloadConverter.fromPayload<RegisterStep>(step)] : [];
  });
  return { opening: defaultPayloadConverter.fromPayload<CaseOpening>(start), steps };
}

/**
 * Every step of a case that its histories hold, in order. The summaries are folded anew from the events: so a step that older code
 * took has every field that the register has today, and what the row says is what the law makes of the events.
 */
export function stepsInHistories(histories: readonly unknown[]): readonly RegisterStep[] {
  const events: CaseEvent[] = [];
  return histories.map(livedIn).flatMap(({ opening, steps }) =>
    steps.map(step => {
      events.push(...step.events.filter(({ number }) => number > events.length));
      return { ...step, summary: summaryOf(openCaseFile({ ...opening, events: [...events] })) };
    }),
  );
}
