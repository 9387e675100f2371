import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  changeCalendarUpdate,
  refusalFrom,
  workflowIdOf,
  type CalendarMessage,
  type CommandAnswer,
} from '@duly/case-protocol';

export interface CalendarToTell {
  readonly caseId: string;
  readonly message: CalendarMessage;
  /** The same for the same change, so that a case takes it once. */
  readonly updateId: string;
  /** Milliseconds. */
  readonly patience: number;
}

/** What a case made of it; `silent`: it did not answer, and may be asked again. */
export type CalendarTold =
  | { readonly outcome: 'moved'; readonly version: number }
  | { readonly outcome: 'unmoved' | 'closed' | 'silent' };

const refused: Readonly<Record<string, CalendarTold>> = {
  'calendar-moves-nothing': { outcome: 'unmoved' },
  'case-closed': { outcome: 'closed' },
};

/** Tells one case of a changed calendar (R20). @throws what is no answer of a case and no silence: a fault of ours */
export async function tellCalendar(client: Client, told: CalendarToTell): Promise<CalendarTold> {
  const { caseId, message, updateId, patience } = told;
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  try {
    const { version } = await client.withDeadline(Date.now() + patience, () =>
      handle.executeUpdate<CommandAnswer, [CalendarMessage]>(changeCalendarUpdate.name, {
        updateId,
        args: [message],
      }),
    );
    return { outcome: 'moved', version };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { outcome: 'closed' };
    const refusal = refusalFrom(error);
    if (!refusal) return { outcome: 'silent' };
    const answer = refused[refusal.code];
    if (!answer) throw error;
    return answer;
  }
}
