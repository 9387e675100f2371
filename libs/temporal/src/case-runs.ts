import type { Client } from '@temporalio/client';
import type { HistoryArchive } from './history-archive.js';
import { historiesOf } from './histories.js';

/** One run of a case's workflow, and where its history came from. */
export interface CaseRun {
  readonly run: number;
  readonly source: 'temporal' | 'archive';
  readonly history: unknown;
}

/** A run that the register knows to be archived. */
export interface ArchivedRun {
  readonly run: number;
  readonly file: string;
}

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const part = (value: unknown, name: string): unknown => (isPart(value) ? value[name] : undefined);

/** Which run of its case a history is, as its start says; undefined where it is no case's. */
export function runOfHistory(history: unknown): number | undefined {
  const events = part(history, 'events');
  const [first] = Array.isArray(events) ? (events as readonly unknown[]) : [];
  const payloads = part(part(part(first, 'workflowExecutionStartedEventAttributes'), 'input'), 'payloads');
  const data = part(Array.isArray(payloads) ? payloads[0] : undefined, 'data');
  if (typeof data !== 'string') return undefined;
  try {
    const run = part(JSON.parse(Buffer.from(data, 'base64').toString('utf8')), 'run');
    return typeof run === 'number' ? run : undefined;
  } catch {
    return undefined;
  }
}

const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'WorkflowNotFoundError';

/**
 * Every run of a case, oldest first: from Temporal while it keeps them, and otherwise from the archive.
 * @throws ArchiveDamaged · what Temporal throws where it does not answer
 */
export async function caseRuns(
  histories: () => Promise<readonly unknown[]>,
  archived: readonly ArchivedRun[],
  archive: HistoryArchive | undefined,
): Promise<readonly CaseRun[]> {
  const found = (await histories()).map((history, place): CaseRun => ({
    run: runOfHistory(history) ?? place + 1,
    source: 'temporal',
    history,
  }));
  const present = new Set(found.map(({ run }) => run));
  for (const { run, file } of archived) {
    if (present.has(run) || !archive) continue;
    found.push({ run, source: 'archive', history: await archive.read(file) });
  }
  return found.sort((one, other) => one.run - other.run);
}

/** The histories that Temporal still keeps; none where it keeps none. */
export async function historiesStillKept(client: Client, workflowId: string): Promise<readonly unknown[]> {
  try {
    return await historiesOf(client, workflowId);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
