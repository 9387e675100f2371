import { createHash, randomUUID } from 'node:crypto';
import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { CaseOpening, Verb } from '@duly/case';
import {
  caseUpdates,
  caseWorkflowType,
  refusalFrom,
  workflowIdOf,
  type CommandAnswer,
} from '@duly/case-protocol';
import type { ApiSettings } from '@duly/settings';
import { Refused } from '../problem/refused.js';
import { CaseEnded, DeskAway, type CaseDesk, type CommandOrder } from './case-desk.js';

/** Milliseconds a caller waits for a worker before the answer is "try again": the case may still take the command. */
const patience = 15_000;
const startPatience = 5_000;
const readyPatience = 2_000;

/** The only file that knows Temporal's client. */
export class TemporalCaseDesk implements CaseDesk {
  private constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    private readonly aheadSeconds: number,
  ) {}

  /** Connects when first asked, so that the API runs, and accepts requests, while Temporal is down. */
  static open(settings: ApiSettings): TemporalCaseDesk {
    const { temporalAddress: address, temporalApiKey: apiKey, temporalNamespace: namespace } = settings;
    const connection = Connection.lazy({
      address,
      connectTimeout: readyPatience,
      ...((settings.temporalTls || apiKey) && { tls: true }),
      ...(apiKey && { apiKey }),
    });
    const client = new Client({ connection, namespace });
    return new TemporalCaseDesk(client, settings.temporalTaskQueue, settings.clockOffset);
  }

  async start(opening: CaseOpening): Promise<void> {
    try {
      await this.within(startPatience, () =>
        this.aheadSeconds > 0 ? this.startAhead(opening) : this.startNow(opening),
      );
    } catch (error) {
      const cause = away(error);
      if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
    }
  }

  async command<Name extends Verb>(order: CommandOrder<Name>): Promise<CommandAnswer> {
    const { caseId, verb, message, updateId } = order;
    const handle = this.client.workflow.getHandle(workflowIdOf(caseId));
    try {
      return await this.within(patience, () =>
        handle.executeUpdate<CommandAnswer, [typeof message]>(caseUpdates[verb].name, {
          updateId,
          args: [message],
        }),
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
      const history = await this.within(patience, () => handle.fetchHistory());
      return createHash('sha256').update(historyToJSON(history)).digest('hex');
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

  /** With a moved clock the case begins at the moved time too, skipping there. The SDK has no call for it yet. */
  private async startAhead(opening: CaseOpening): Promise<void> {
    const { namespace, loadedDataConverter } = this.client.options;
    const ahead = msToTs(this.aheadSeconds * 1_000);
    await this.client.workflowService.startWorkflowExecution({
      namespace,
      workflowId: workflowIdOf(opening.caseId),
      requestId: randomUUID(),
      workflowType: { name: caseWorkflowType },
      taskQueue: { name: this.taskQueue },
      input: { payloads: [loadedDataConverter.payloadConverter.toPayload(opening)] },
      workflowIdConflictPolicy: 2, // USE_EXISTING
      workflowIdReusePolicy: opening.run === 1 ? 3 : 1, // REJECT_DUPLICATE, ALLOW_DUPLICATE
      workflowStartDelay: ahead,
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: 10_000,
        fastForwardConfig: { id: randomUUID(), duration: ahead },
      },
    });
  }
}

const alreadyExists = 6;

/** What an error of the client means to us. Anything else is a fault of ours, and stays one. */
function away(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new CaseEnded('The case’s workflow is not running.');
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  if (isGrpcServiceError(cause) && Number(cause.code) === alreadyExists)
    return new WorkflowExecutionAlreadyStartedError('already started', '', caseWorkflowType);
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(cause)
  )
    return new DeskAway('Temporal, or the worker of the cases, does not answer.');
  return error;
}
