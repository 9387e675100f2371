import { parseArgs } from 'node:util';
import { keepingIdOf, keepingQueueOf, keepingTypes, type HeldSummary } from '@duly/case-protocol';
import { readSettings, SettingsError } from '@duly/settings';
import { openTemporal } from '@duly/temporal';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { complain } from '../complain.js';
import { exitCodes } from '../replay/verdict.js';
import { rebuildUsage } from './usage.js';

interface Rebuilt extends HeldSummary {
  readonly named: readonly { readonly caseId: string; readonly rows: readonly string[] }[];
  readonly withoutHistory: readonly string[];
}

/** Milliseconds. */
const patienceToConnect = 4_000;

async function rebuild(client: Client, taskQueue: string, isRebuilt: boolean): Promise<Rebuilt> {
  const handle = await client.workflow.start(keepingTypes.registerRebuild, {
    workflowId: keepingIdOf('registerRebuild', taskQueue),
    taskQueue: keepingQueueOf(taskQueue),
    args: [{ isRebuilt }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return (await handle.result()) as Rebuilt;
}

function told({ isRebuilt, held, drifted, unknown, named, withoutHistory }: Rebuilt): string {
  const how = isRebuilt ? 'rebuilt from their histories' : 'held against their histories';
  const found = isRebuilt
    ? 'was other than its histories say, and is mended'
    : 'is other than its histories say';
  return [
    `${held} cases ${how}; ${drifted} differed, ${unknown} had no history.`,
    ...named.flatMap(({ caseId, rows }) => [`✗ case ${caseId} ${found}`, ...rows.map(row => `    ${row}`)]),
    ...withoutHistory.map(caseId => `? case ${caseId} has no history in Temporal or in the archive`),
    ...(drifted + unknown === 0 ? ['Good: the register is what the histories say.'] : []),
    '',
  ].join('\n');
}

async function run(isRebuilt: boolean): Promise<number> {
  const settings = readSettings('cli');
  const client = openTemporal(settings);
  try {
    await client.withDeadline(Date.now() + patienceToConnect, () => client.connection.ensureConnected());
    const result = await rebuild(client, settings.temporalTaskQueue, isRebuilt);
    process.stdout.write(told(result));
    if (result.drifted > 0) return exitCodes.bad;
    return result.unknown > 0 ? exitCodes['cannot tell'] : exitCodes.good;
  } finally {
    await client.connection.close();
  }
}

/** `duly rebuild`: 0 equal, 1 differed, 2 cannot tell. */
export async function rebuildCommand(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(rebuildUsage);
      return 0;
    }
    return await run(!values.check);
  } catch (error) {
    const isAway = isGrpcServiceError(error) || (error instanceof Error && /connect/i.test(error.message));
    if (error instanceof SettingsError) complain('rebuild', error.message);
    else if (error instanceof TypeError) complain('rebuild', `${error.message}\n\n${rebuildUsage}`);
    else if (isAway)
      complain('rebuild', 'Temporal does not answer. Start it, or set TEMPORAL_ADDRESS to where it is.');
    else throw error;
    return exitCodes['cannot tell'];
  }
}
