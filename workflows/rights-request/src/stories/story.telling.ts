import {
  isToStaff,
  verbs,
  type CaseEvent,
  type CaseOpening,
  type CaseRefusal,
  type CaseSummary,
  type CommandOf,
  type EventType,
  type LetterKind,
  type Verb,
} from '@duly/case';
import {
  caseWorkflowType,
  eventsQuery,
  refusalFrom,
  summaryQuery,
  workflowIdOf,
  type CommandAnswer,
} from '@duly/case-protocol';
import { type CivilDate, type Instant } from '@duly/law';
import {
  caseTime,
  startCaseAt,
  testTemporal,
  testWorker,
  until,
  type TestTemporal,
  type TestWorker,
} from '@duly/testing';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import { shippedWorkflow } from '../../../../infra/build/bundle-workflow.mjs';
import { FakeWorld, type Delivery } from './fake-activities.telling.js';
import { colleague, handler, requestReceived, tenOn, words } from './request.telling.js';

export { colleague, handler, requestReceived, tenOn, words };

const written = (instant: number): string => new Date(instant).toISOString();

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;
type Given<Name extends Verb> = Omit<CommandOf<Name>, 'verb' | 'by'> & { readonly by?: string };
type Acts = {
  readonly [Name in Verb as Camel<Name>]: (given: Given<Name>) => Promise<CommandAnswer>;
};

const camel = (verb: Verb): string => verb.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

/** One real Temporal server with a worker of the real workflow; only the activities are made up. */
export class House {
  private constructor(
    readonly temporal: TestTemporal,
    readonly world: FakeWorld,
    private worker: TestWorker,
    private readonly more: Partial<WorkerOptions>,
  ) {}

  static async open(more: Partial<WorkerOptions> = {}): Promise<House> {
    const temporal = await testTemporal();
    const world = new FakeWorld();
    const workflowBundle = await theBundle();
    const worker = await testWorker(temporal.address, { workflowBundle, activities: world, more });
    return new House(temporal, world, worker, more);
  }

  /** The worker ends, and another takes its place that knows nothing but the histories. */
  async restartWorker(): Promise<void> {
    const { taskQueue } = this.worker;
    await this.worker.stop();
    const { temporal, world: activities, more } = this;
    const workflowBundle = await theBundle();
    this.worker = await testWorker(temporal.address, { workflowBundle, activities, taskQueue, more });
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.temporal.stop();
  }

  async tell(opening: CaseOpening): Promise<Story> {
    const { client } = this.temporal;
    const workflowId = workflowIdOf(opening.caseId);
    const at = opening.events.at(-1)?.recordedAt ?? '';
    const { taskQueue } = this.worker;
    await startCaseAt(client, { workflowId, workflowType: caseWorkflowType, taskQueue, args: [opening], at });
    const story = new Story(this, opening, client.workflow.getHandle(workflowId));
    await story.settles();
    return story;
  }
}

/** One case on the real server, told in the case's own time. */
export class Story {
  private known: { events: readonly CaseEvent[]; summary: CaseSummary } | undefined;

  constructor(
    private readonly house: House,
    readonly opening: CaseOpening,
    readonly handle: WorkflowHandle,
  ) {}

  /** What the mail server does with this case's letters from now on. */
  thePost(delivers: Partial<Record<LetterKind, Delivery>>): this {
    this.house.world.delivers(this.opening.caseId, delivers);
    return this;
  }

  /** At ten in the morning of a day a handler gives a command; it is answered, and what follows has happened. */
  on(date: string): Acts {
    return this.at(tenOn(date));
  }

  at(instant: Instant): Acts {
    const acts = verbs.map(verb => [
      camel(verb),
      async (given: object): Promise<CommandAnswer> => {
        await this.windTo(instant);
        const command = { verb, by: handler, ...given };
        const answer = await this.handle.executeUpdate<CommandAnswer, [object]>(verb, {
          args: [{ command }],
        });
        await this.settles();
        return answer;
      },
    ]);
    return Object.fromEntries(acts) as Acts;
  }

  /** The refusal that a command is answered with. */
  async refusal(answer: Promise<CommandAnswer>): Promise<CaseRefusal> {
    try {
      const { events } = await answer;
      throw new Error(`It was accepted: ${events.join(', ')}.`);
    } catch (error) {
      const refusal = refusalFrom(error);
      if (!refusal) throw error;
      return refusal;
    }
  }

  /** Time passes until ten in the morning of a day. */
  async until(date: string): Promise<void> {
    await this.windTo(tenOn(date));
    await this.settles();
  }

  async windTo(instant: Instant): Promise<void> {
    const time = caseTime(this.house.temporal.client, this.handle.workflowId);
    if ((await time.now()).getTime() < instant) await time.windTo(written(instant));
  }

  /** Every event has reached the register, and every letter has its outcome but those that are tried again. */
  async settles(): Promise<void> {
    this.known = await until('the case to settle', 30, async () => {
      const events = await this.handle.query(eventsQuery);
      const summary = await this.handle.query(summaryQuery);
      const isRecorded = this.recorded.at(-1) === events.at(-1)?.number;
      return isRecorded && this.isPostSettled(events) ? { events, summary } : undefined;
    });
  }

  private isPostSettled(events: readonly CaseEvent[]): boolean {
    const { caseId } = this.opening;
    const { world } = this.house;
    const answered = new Set(events.flatMap(event => ('letter' in event ? [event.letter] : [])));
    const tried = new Set(world.letters.get(caseId)?.map(({ letterId }) => letterId));
    return this.steps
      .flatMap(({ letters }) => letters)
      .every(
        letter =>
          answered.has(letter.letterId) ||
          isToStaff(letter) ||
          (tried.has(letter.letterId) && world.isDeferred(caseId, letter.kind)),
      );
  }

  private get steps() {
    return this.house.world.steps.get(this.opening.caseId) ?? [];
  }

  get events(): readonly CaseEvent[] {
    return this.known?.events ?? [];
  }

  get types(): readonly EventType[] {
    return this.events.map(({ type }) => type);
  }

  get summary(): CaseSummary {
    if (!this.known) throw new Error('The story has not begun.');
    return this.known.summary;
  }

  get dueOn(): CivilDate | null {
    return this.summary.dueDate;
  }

  get noticesGiven(): readonly LetterKind[] {
    return this.events.flatMap(event => (event.type === 'NoticeGiven' ? [event.kind] : []));
  }

  get tasks(): readonly string[] {
    const ended = new Set(this.steps.flatMap(({ tasks }) => tasks.ended.map(({ taskId }) => taskId)));
    const opened = this.steps.flatMap(({ tasks }) => tasks.opened);
    return opened.filter(({ taskId }) => !ended.has(taskId)).map(({ kind }) => kind);
  }

  /** What was given to the register, event by event. */
  get recorded(): readonly number[] {
    return this.steps.flatMap(({ events }) => events.map(({ number }) => number));
  }

  number(type: EventType): number {
    return this.events.findLast(event => event.type === type)?.number ?? 0;
  }

  lastOf<Type extends EventType>(type: Type): Extract<CaseEvent, { readonly type: Type }> | undefined {
    return this.events.findLast(event => event.type === type) as
      Extract<CaseEvent, { readonly type: Type }> | undefined;
  }

  /** The history runs through the workflow's code once more and asks for the same things. @returns its events, without those of winding, and its bytes */
  async replays(): Promise<{ readonly events: number; readonly bytes: number }> {
    const history = await this.handle.fetchHistory();
    const workflowBundle = await theBundle();
    await Worker.runReplayHistory({ workflowBundle }, history, this.handle.workflowId);
    const { raw } = await this.handle.describe();
    const bytes = Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0);
    const lived = history.events?.filter(({ eventType }) => !ofWinding.includes(eventType ?? 0)) ?? [];
    return { events: lived.length, bytes };
  }
}

/** EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED and …_TIME_SKIPPING_TRANSITIONED: what only a wound clock leaves behind. */
const ofWinding = [55, 60];

let bundled: ReturnType<typeof shippedWorkflow> | undefined;
/** The workflow as it ships. */
function theBundle(): ReturnType<typeof shippedWorkflow> {
  bundled ??= shippedWorkflow('rights-request');
  return bundled;
}
