import { auditName, type AuditSinks } from '@duly/case-protocol';
import { DefaultLogger, type InjectedSinks, Runtime, Worker } from '@temporalio/worker';
import type { History } from './recorded.js';

export interface HeardAsking {
  readonly activity: string;
  readonly args: readonly unknown[];
  /** Run inside the workflow task: the history keeps its outcome, not what it was given. */
  readonly isLocal: boolean;
}

/** What the workflow's code did when it lived through a history again. */
export interface Heard {
  readonly asked: HeardAsking[];
  readonly answers: Map<string, unknown>;
  ended?: { readonly result: unknown };
  /** Why it could not live through it to the end. */
  failure?: string;
}

/** Where workflow code is: a file, or its text. */
export type ReplayCode = { readonly codePath: string } | { readonly code: string };

interface Task {
  readonly history: History;
  readonly workflowId: string;
}

let isQuiet = false;

/** What the SDK would print about a history that does not fit is told as a finding. */
function quietly(): void {
  if (isQuiet) return;
  isQuiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One sandbox with one code in it, through which one history after another passes: loading the code costs more than most lives. */
export class ReplayRoom {
  private heard: Heard = { asked: [], answers: new Map() };
  private next: Task | undefined;
  private wake: () => void = () => undefined;
  private isClosed = false;
  private last: Promise<unknown> = Promise.resolve();
  private readonly results: ReturnType<typeof Worker.runReplayHistories>;

  constructor(code: ReplayCode) {
    quietly();
    this.results = Worker.runReplayHistories(
      { replayName: auditName, workflowBundle: code, sinks: this.sinks() },
      this.tasks(),
    );
  }

  /** Whether it takes more. One that met what is no history at all is done. */
  get isOpen(): boolean {
    return !this.isClosed;
  }

  /** Lives through it once those before it are done. A life that fails is a finding, never an exception. */
  live(history: History, workflowId: string): Promise<Heard> {
    const mine = this.last.then(() => this.liveNow({ history, workflowId }));
    this.last = mine;
    return mine;
  }

  async close(): Promise<void> {
    await this.last;
    this.isClosed = true;
    this.wake();
    await this.results.next().catch(() => undefined);
  }

  private async liveNow(task: Task): Promise<Heard> {
    const heard: Heard = { asked: [], answers: new Map() };
    this.heard = heard;
    this.next = task;
    this.wake();
    try {
      const result = await this.results.next();
      if (result.done) throw new Error('The sandbox has ended.');
      if (result.value.error) heard.failure = sentence(result.value.error);
    } catch (error) {
      this.isClosed = true;
      heard.failure = sentence(error);
    }
    return heard;
  }

  private async *tasks(): AsyncGenerator<Task> {
    for (;;) {
      const task = this.next;
      this.next = undefined;
      if (task) yield task;
      else if (this.isClosed) return;
      else await new Promise<void>(resolve => (this.wake = resolve));
    }
  }

  private sinks(): InjectedSinks<AuditSinks> {
    const callDuringReplay = true;
    return {
      audit: {
        answered: {
          callDuringReplay,
          fn: (_info, updateId, answer) => void this.heard.answers.set(updateId, answer),
        },
        asked: {
          callDuringReplay,
          fn: (_info, activity, args, isLocal) => void this.heard.asked.push({ activity, args, isLocal }),
        },
        ended: { callDuringReplay, fn: (_info, result) => void (this.heard.ended = { result }) },
      },
    };
  }
}
