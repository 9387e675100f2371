import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  changeCalendarUpdate,
  changeScheduleUpdate,
  refusalFrom,
  workflowIdOf,
  type CalendarMessage,
  type CommandAnswer,
} from '@duly/case-protocol';
import type { NewSchedule } from '@duly/case';

interface ToTell<Message> {
  readonly caseId: string;
  readonly message: Message;
  /** The same for the same change, so that a case takes it once. */
  readonly updateId: string;
  /** Milliseconds. */
  readonly patience: number;
}
export type CalendarToTell = ToTell<CalendarMessage>;
export type ScheduleToTell = ToTell<NewSchedule>;

/** What a case made of it; `silent`: it did not answer, and may be asked again. */
export type ChangeTold =
  /** `isNew`: it did not have it already. */
  | { readonly outcome: 'moved'; readonly version: number; readonly isNew: boolean }
  | { readonly outcome: 'unmoved' | 'closed' | 'silent' };

const refused: Readonly<Record<string, ChangeTold>> = {
  'calendar-moves-nothing': { outcome: 'unmoved' },
  'case-closed': { outcome: 'closed' },
};

async function tell<Message>(
  client: Client,
  update: string,
  { caseId, message, updateId, patience }: ToTell<Message>,
): Promise<ChangeTold> {
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  try {
    const { version, events } = await client.withDeadline(Date.now() + patience, () =>
      handle.executeUpdate<CommandAnswer, [Message]>(update, { updateId, args: [message] }),
    );
    return { outcome: 'moved', version, isNew: events.length > 0 };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { outcome: 'closed' };
    const refusal = refusalFrom(error);
    if (!refusal) return { outcome: 'silent' };
    const answer = refused[refusal.code];
    if (!answer) throw error;
    return answer;
  }
}

/** Tells one case of a changed calendar (R20). @throws what is no answer of a case and no silence: a fault of ours */
export function tellCalendar(client: Client, told: CalendarToTell): Promise<ChangeTold> {
  return tell(client, changeCalendarUpdate.name, told);
}

/** Tells one case of a new schedule of reminders. @throws as above */
export function tellSchedule(client: Client, told: ScheduleToTell): Promise<ChangeTold> {
  return tell(client, changeScheduleUpdate.name, told);
}
