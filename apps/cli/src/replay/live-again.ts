import { auditName, type AuditSinks } from '@duly/case-protocol';
import { DefaultLogger, type InjectedSinks, Runtime, Worker } from '@temporalio/worker';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { History } from './recorded.js';
import { CannotTell } from './verdict.js';

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

const bundle = join('workflows', 'rights-request', 'bundle.js');

/** The bundle that the worker runs, beside our own in `dist`. @throws CannotTell where it is not built */
function shippedBundle(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    for (const place of [join(folder, bundle), join(folder, 'dist', bundle)]) {
      if (existsSync(place)) return place;
    }
  }
  throw new CannotTell('The workflow bundle is not built. Run: npx nx build @duly/rights-request');
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

function sinksInto(heard: Heard): InjectedSinks<AuditSinks> {
  return {
    audit: {
      answered: {
        callDuringReplay: true,
        fn: (_info, updateId, answer) => void heard.answers.set(updateId, answer),
      },
      asked: {
        callDuringReplay: true,
        fn: (_info, activity, args, isLocal) => void heard.asked.push({ activity, args, isLocal }),
      },
      ended: {
        callDuringReplay: true,
        fn: (_info, result) => void (heard.ended = { result }),
      },
    },
  };
}

/** Runs workflow code over a history, offline, and listens: the code given, or that which is shipped. @throws CannotTell where that is not built */
export async function liveAgain(history: History, workflowId: string, code?: string): Promise<Heard> {
  quietly();
  const heard: Heard = { asked: [], answers: new Map() };
  try {
    await Worker.runReplayHistory(
      {
        replayName: auditName,
        workflowBundle: code === undefined ? { codePath: shippedBundle() } : { code },
        sinks: sinksInto(heard),
      },
      history,
      workflowId,
    );
  } catch (error) {
    if (error instanceof CannotTell) throw error;
    heard.failure = error instanceof Error ? error.message : String(error);
  }
  return heard;
}
