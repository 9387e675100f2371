import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { caseUpdates, refusalFrom, workflowIdOf, type CommandAnswer } from '@duly/case-protocol';
import type { CaseCommand } from '@duly/case';

export interface CommandToGive {
  readonly caseId: string;
  readonly command: CaseCommand;
  /** The same for the same occasion, so that a case takes it once. */
  readonly updateId: string;
  /** Milliseconds. */
  readonly patience: number;
}

/** Gives one case a command that no caller waits for. @returns `taken`, the code of its refusal, or `closed`. @throws what is no answer of a case */
export async function giveCommand(
  client: Client,
  { caseId, command, updateId, patience }: CommandToGive,
): Promise<string> {
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  try {
    await client.withDeadline(Date.now() + patience, () =>
      handle.executeUpdate<CommandAnswer, [object]>(caseUpdates[command.verb].name, {
        updateId,
        args: [{ command }],
      }),
    );
    return 'taken';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'closed';
    const refusal = refusalFrom(error);
    if (!refusal) throw error;
    return refusal.code;
  }
}
