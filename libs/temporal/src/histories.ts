import type { Client } from '@temporalio/client';
import { historyToJson } from './history-json.js';
import { openedHistory } from './payloads/opened-history.js';

/** The histories of every run that the server still keeps, oldest first, opened, as Temporal's tools write them. @throws WorkflowNotFoundError */
export async function historiesOf(client: Client, workflowId: string): Promise<readonly unknown[]> {
  const runs: { readonly runId: string; readonly startTime: Date }[] = [];
  for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` }))
    runs.push({ runId, startTime });
  runs.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
  // Visibility follows the start by a moment; the latest run is known without it.
  const latest = await client.workflow.getHandle(workflowId).describe();
  const before = runs.filter(({ runId }) => runId !== latest.runId);
  const fetched: unknown[] = [];
  for (const { runId } of [...before, latest]) fetched.push(await historyOfRun(client, workflowId, runId));
  return fetched;
}

/** One run, opened: the latest where none is named. @throws WorkflowNotFoundError · PayloadKeyMissing · PayloadChanged */
export async function historyOfRun(client: Client, workflowId: string, runId?: string): Promise<unknown> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return historyToJson(await openedHistory(client, history));
}

const build = /^@temporalio\/worker@[^+]+\+([0-9a-f]{64})$/;

function buildsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, part] of Object.entries(value)) {
    const [, hash] = name === 'buildId' && typeof part === 'string' ? (build.exec(part) ?? []) : [];
    if (hash !== undefined) {
      // The last one named stands last.
      found.delete(hash);
      found.add(hash);
    } else buildsIn(part, found);
  }
  return found;
}

/** SHA-256 of each workflow bundle that a history says made it, in the order in which they last did. The SDK names builds by it. */
export const bundlesNamedIn = (history: unknown): readonly string[] => [...buildsIn(history, new Set())];
