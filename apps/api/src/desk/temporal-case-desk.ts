import {
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import type { CaseOpening, CaseRight, LetterNews, Verb } from '@duly/case';
import {
  calendarChangeIdOf,
  calendarChangeType,
  calendarQueueOf,
  caseUpdates,
  collectionIdOf,
  collectionQueueOf,
  collectionType,
  lookAgainSignal,
  caseWorkflowType,
  scheduleChangeIdOf,
  scheduleChangeType,
  hearOfLetterUpdate,
  refusalFrom,
  workflowIdOf,
  type CalendarToChange,
  type CollectionPurpose,
  type CollectionToRun,
  type CommandAnswer,
  type ScheduleToChange,
} from '@duly/case-protocol';
import type { ApiSettings } from '@duly/settings';
import { hashOfHistory, historiesOf, openedHistory, openTemporal, startAhead } from '@duly/temporal';
import { Refused } from '../problem/refused.js';
import { CaseEnded, DeskAway, type CaseDesk, type CommandOrder } from './case-desk.js';

/** Milliseconds. */
const startPatience = 5_000;
const readyPatience = 2_000;
const historyPatience = 15_000;

/** The only file that knows Temporal's client. */
export class TemporalCaseDesk implements CaseDesk {
  private constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    /** Milliseconds a caller waits for Temporal and a worker before the answer is "try again": the case may still take the command. */
    private readonly patience: number,
  ) {}

  /** Connects when first asked, so that the API runs, and accepts requests, while Temporal is down. */
  static open(settings: ApiSettings): TemporalCaseDesk {
    const { temporalTaskQueue, commandPatience } = settings;
    return new TemporalCaseDesk(openTemporal(settings), temporalTaskQueue, commandPatience * 1_000);
  }

  async start(opening: CaseOpening, millisecondsAhead: number): Promise<void> {
    try {
      await this.within(startPatience, () =>
        millisecondsAhead > 0 ? this.startAhead(opening, millisecondsAhead) : this.startNow(opening),
      );
    } catch (error) {
      const cause = away(error);
      if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
    }
  }

  command<Name extends Verb>({
    caseId,
    verb,
    message,
    updateId,
  }: CommandOrder<Name>): Promise<CommandAnswer> {
    return this.update(caseId, caseUpdates[verb].name, message, updateId);
  }

  hear(caseId: string, news: LetterNews, updateId: string): Promise<CommandAnswer> {
    return this.update(caseId, hearOfLetterUpdate.name, news, updateId);
  }

  private async update(
    caseId: string,
    name: string,
    message: object,
    updateId: string,
  ): Promise<CommandAnswer> {
    const handle = this.client.workflow.getHandle(workflowIdOf(caseId));
    try {
      return await this.within(this.patience, () =>
        handle.executeUpdate<CommandAnswer, [object]>(name, { updateId, args: [message] }),
      );
    } catch (error) {
      const refusal = refusalFrom(error);
      if (refusal) throw new Refused(refusal);
      throw away(error);
    }
  }

  async hashOfHistory(caseId: string): Promise<string> {
    const handle = this.client.workflow.getHandle(workflowIdOf(caseId));
    try {
      const history = await this.within(this.patience, () => handle.fetchHistory());
      // Of what it says, not of how it is sealed: the archive and a bundle prove the same.
      return hashOfHistory(await openedHistory(this.client, history));
    } catch (error) {
      throw away(error);
    }
  }

  async histories(caseId: string): Promise<readonly unknown[]> {
    try {
      return await this.within(historyPatience, () => historiesOf(this.client, workflowIdOf(caseId)));
    } catch (error) {
      throw away(error);
    }
  }

  startCalendarChange(calendar: string): Promise<void> {
    const change: CalendarToChange = { calendar };
    return this.startBeside(calendarChangeType, calendarChangeIdOf(calendar), change);
  }

  startScheduleChange(right: CaseRight): Promise<void> {
    const change: ScheduleToChange = { right };
    return this.startBeside(scheduleChangeType, scheduleChangeIdOf(right), change);
  }

  async tendCollection(caseId: string, purpose: CollectionPurpose, milliseconds: number): Promise<void> {
    const workflowId = collectionIdOf(caseId, purpose);
    const input: CollectionToRun = { caseId, purpose };
    const taskQueue = collectionQueueOf(this.taskQueue);
    try {
      await this.within(startPatience, async () => {
        const isAhead = milliseconds > 0;
        if (isAhead)
          await startAhead(this.client, {
            workflowId,
            workflowType: collectionType,
            taskQueue,
            input,
            milliseconds,
            followsClosedRun: true,
          });
        const handle = this.client.workflow.getHandle(workflowId);
        if (isAhead) await handle.signal(lookAgainSignal);
        else
          await this.client.workflow.signalWithStart(collectionType, {
            workflowId,
            taskQueue,
            args: [input],
            signal: lookAgainSignal,
            signalArgs: [],
          });
      });
    } catch (error) {
      const cause = away(error);
      // It ended between the two: what it was to be told, it had seen.
      if (!(cause instanceof CaseEnded)) throw cause;
    }
  }

  /** Work beside the cases, of which one of a name is under way at most. */
  private async startBeside(type: string, workflowId: string, change: object): Promise<void> {
    try {
      await this.within(startPatience, () =>
        this.client.workflow.start(type, {
          workflowId,
          taskQueue: calendarQueueOf(this.taskQueue),
          args: [change],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        }),
      );
    } catch (error) {
      throw away(error);
    }
  }

  async isReady(): Promise<boolean> {
    const { namespace } = this.client.options;
    try {
      await this.within(readyPatience, () => this.client.workflowService.describeNamespace({ namespace }));
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private within<Answer>(milliseconds: number, ask: () => Promise<Answer>): Promise<Answer> {
    return this.client.withDeadline(Date.now() + milliseconds, ask);
  }

  private async startNow(opening: CaseOpening): Promise<void> {
    await this.client.workflow.start(caseWorkflowType, {
      workflowId: workflowIdOf(opening.caseId),
      taskQueue: this.taskQueue,
      args: [opening],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: opening.run === 1 ? 'REJECT_DUPLICATE' : 'ALLOW_DUPLICATE',
    });
  }

  /** With a moved clock the case begins at the moved time too. */
  private startAhead(opening: CaseOpening, milliseconds: number): Promise<void> {
    return startAhead(this.client, {
      workflowId: workflowIdOf(opening.caseId),
      workflowType: caseWorkflowType,
      taskQueue: this.taskQueue,
      input: opening,
      milliseconds,
      followsClosedRun: opening.run > 1,
    });
  }
}

/** gRPC's ALREADY_EXISTS, as the raw call for a moved clock answers it. */
const alreadyExists = 6;
const notFound = 5;

/** What an error of the client means to us. Anything else is a fault of ours, and stays one. */
function away(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new CaseEnded('The case’s workflow is not running.');
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  // Once retention has taken it: reading its history says so by the bare code.
  if (isGrpcServiceError(cause) && grpcCode(cause) === notFound && !/namespace/i.test(cause.message))
    return new CaseEnded('Temporal keeps nothing of the case any more.');
  if (isGrpcServiceError(cause) && grpcCode(cause) === alreadyExists)
    return new WorkflowExecutionAlreadyStartedError('already started', '', caseWorkflowType);
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(cause)
  )
    return new DeskAway('Temporal, or the worker of the cases, does not answer.');
  return error;
}

const grpcCode = ({ code }: { readonly code: number }): number => code;
