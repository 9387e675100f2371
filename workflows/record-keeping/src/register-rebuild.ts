import type { CasesHeld, HeldSummary, KeepingActivities, RebuildToDo } from '@duly/case-protocol';
import { defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';

const { holdCases, recordHeld } = proxyActivities<KeepingActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
});

/** As many as are named; the rest is counted. */
const mostNamed = 100;

interface Rebuilt extends HeldSummary {
  readonly named: CasesHeld['drifted'];
  readonly withoutHistory: readonly string[];
}

/** How far it is. */
export const rebuildProgress = defineQuery<Rebuilt>('progress');

/** Compares every case's rows with what its histories say and, where asked, drops them and writes them anew. */
export async function registerRebuild({ isRebuilt }: RebuildToDo): Promise<Rebuilt> {
  let all: Rebuilt = {
    ...{ isRebuilt, isSample: false, held: 0, drifted: 0, unknown: 0 },
    ...{ named: [], withoutHistory: [] },
  };
  setHandler(rebuildProgress, () => all);
  for (let after: string | undefined; ;) {
    const { held, drifted, unknown, last } = await holdCases({
      isRebuilt,
      ...(after !== undefined && { after }),
    });
    all = {
      ...all,
      held: all.held + held,
      drifted: all.drifted + drifted.length,
      unknown: all.unknown + unknown.length,
      named: [...all.named, ...drifted].slice(0, mostNamed),
      withoutHistory: [...all.withoutHistory, ...unknown].slice(0, mostNamed),
    };
    if (last === undefined) break;
    after = last;
  }
  const { named: _named, withoutHistory: _withoutHistory, ...summary } = all;
  await recordHeld(summary);
  return all;
}
