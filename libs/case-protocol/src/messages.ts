import {
  verbs,
  type CaseEvent,
  type CaseOpening,
  type CaseOutcome,
  type CaseSummary,
  type CommandOf,
  type PostedNotice,
  type EventType,
  type NewSchedule,
  type LetterNews,
  type Verb,
} from '@duly/case';
import type { Calendar, CivilDate } from '@duly/law';
import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** What an Update carries. `expectedVersion`: the number of the last event that the caller has seen. */
export interface CommandMessage<Name extends Verb = Verb> {
  readonly command: CommandOf<Name>;
  readonly expectedVersion?: number;
}

/** What the case answers to a command it has accepted. */
export interface CommandAnswer {
  readonly version: number;
  /** The types of the events that the command caused, in their order. */
  readonly events: readonly EventType[];
  readonly summary: CaseSummary;
  /** The notices it recorded that count later than they were posted; absent where there is none (R13). */
  readonly posted?: readonly PostedNotice[];
}

/** One Update per verb, named as the verb. */
export type CaseUpdates = {
  readonly [Name in Verb]: UpdateDefinition<CommandAnswer, [CommandMessage<Name>], Name>;
};

/** A refused command fails with an ApplicationFailure whose type is the refusal's code ({@link refusalFrom}). */
export const caseUpdates = Object.fromEntries(verbs.map(verb => [verb, defineUpdate(verb)])) as CaseUpdates;

/** What the Update of a changed calendar carries: the part of the new version that the case may need (R20). */
export interface CalendarMessage {
  readonly calendar: Calendar;
}

/** No handler's command: `calendar-change` tells the cases whose dates move, and only those. */
export const changeCalendarUpdate = defineUpdate<CommandAnswer, [CalendarMessage], 'change-calendar'>(
  'change-calendar',
);

/** No handler's command either: `schedule-change` tells every open case of the right. */
export const changeScheduleUpdate = defineUpdate<CommandAnswer, [NewSchedule], 'change-schedule'>(
  'change-schedule',
);

/** No handler's command: whoever reads the reports of the mail system tells the case whose letter came back. */
export const hearOfLetterUpdate = defineUpdate<CommandAnswer, [LetterNews], 'hear-of-letter'>(
  'hear-of-letter',
);

/** The register's row as the case itself would write it now. */
export const summaryQuery = defineQuery<CaseSummary>('summary');
/** Every event of the case, over all its runs. */
export const eventsQuery = defineQuery<readonly CaseEvent[]>('events');

/** What a run of a case ends with. */
export interface CaseClosed {
  readonly outcome: CaseOutcome;
  readonly closedOn: CivilDate;
  /** The number of the last event. */
  readonly version: number;
}

/** The workflow's own signature: started with {@link CaseOpening}, it may not refuse. */
export type CaseWorkflow = (opening: CaseOpening) => Promise<CaseClosed>;
