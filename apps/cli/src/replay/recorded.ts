import type { CaseOpening } from '@duly/case';
import { caseWorkflowType } from '@duly/case-protocol';
import type { historyFromJson } from '@duly/temporal';
import { defaultPayloadConverter } from '@temporalio/common';
import { CannotTell } from './verdict.js';

export type History = ReturnType<typeof historyFromJson>;
type HistoryEvent = NonNullable<History['events']>[number];
type Payload = Parameters<typeof defaultPayloadConverter.fromPayload>[0];

/** An activity that the history holds. */
export interface Asked {
  /** The number of the history's event. */
  readonly at: number;
  readonly activity: string;
  readonly args: readonly unknown[];
}

export interface Answered {
  readonly at: number;
  readonly verb: string;
  readonly updateId: string;
  readonly answer: unknown;
}

/** What the history itself says was asked for, answered and ended with. */
export interface Recorded {
  readonly workflowId: string;
  readonly opening: CaseOpening;
  readonly asked: readonly Asked[];
  readonly answered: readonly Answered[];
  /** Undefined while the run goes on. */
  readonly ended?: { readonly at: number; readonly result: unknown };
}

const contents = (payloads: readonly Payload[] | null | undefined): readonly unknown[] =>
  (payloads ?? []).map(payload => defaultPayloadConverter.fromPayload<unknown>(payload));

const numberOf = ({ eventId }: HistoryEvent): number => Number(String(eventId));

function askedBy(event: HistoryEvent): Asked[] {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (!scheduled) return [];
  const activity = scheduled.activityType?.name ?? '';
  return [{ at: numberOf(event), activity, args: contents(scheduled.input?.payloads) }];
}

function answeredBy(event: HistoryEvent, verbs: ReadonlyMap<string, string>): Answered[] {
  const completed = event.workflowExecutionUpdateCompletedEventAttributes;
  const success = completed?.outcome?.success;
  if (!success) return [];
  const updateId = completed.meta?.updateId ?? '';
  const [answer] = contents(success.payloads);
  return [{ at: numberOf(event), verb: verbs.get(updateId) ?? 'an update', updateId, answer }];
}

function verbsOf(events: readonly HistoryEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => {
      const { meta, input } = accepted?.acceptedRequest ?? {};
      return meta?.updateId && input?.name ? [[meta.updateId, input.name] as const] : [];
    }),
  );
}

/** @throws CannotTell where it is the history of something else */
function startOf(events: readonly HistoryEvent[]): {
  readonly workflowId: string;
  readonly opening: CaseOpening;
} {
  const started = events[0]?.workflowExecutionStartedEventAttributes;
  const type = started?.workflowType?.name;
  if (type !== caseWorkflowType) {
    const what = type ? `of a workflow "${type}"` : 'without its start';
    throw new CannotTell(`It is a history ${what}; only one of "${caseWorkflowType}" can be judged.`);
  }
  const [opening] = contents(started?.input?.payloads);
  if (typeof opening !== 'object' || opening === null || !('caseId' in opening) || !('events' in opening))
    throw new CannotTell('The history does not say what its case was opened with.');
  return { workflowId: started?.workflowId ?? '', opening: opening as CaseOpening };
}

/** @throws CannotTell where it is no history of a case */
export function recordedIn({ events }: History): Recorded {
  const all = events ?? [];
  const start = startOf(all);
  const verbs = verbsOf(all);
  const end = all.find(event => event.workflowExecutionCompletedEventAttributes);
  const [result] = contents(end?.workflowExecutionCompletedEventAttributes?.result?.payloads);
  return {
    ...start,
    asked: all.flatMap(askedBy),
    answered: all.flatMap(event => answeredBy(event, verbs)),
    ...(end && { ended: { at: numberOf(end), result } }),
  };
}
