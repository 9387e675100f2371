import type { PackageActivities, PackageStep, PackageToBuild } from '@duly/case-protocol';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';

/** Tried for ever with growing gaps: a store that is full, or a database that is away, is put right by somebody, and nothing is lost meanwhile. */
const retry = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' } as const;

const { planPackage } = proxyActivities<PackageActivities>({ startToCloseTimeout: '5 minutes', retry });
// A worker that dies is noticed by its silence; another writes that one file anew, and no other.
const { writePart, assemblePackage } = proxyActivities<PackageActivities>({
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '30 seconds',
  retry,
});

/** After so many files a fresh history begins: a case may have any number of documents. */
const partsPerRun = 300;

/** Where a run begins; the first run without it. */
export interface PackageUnderWay extends PackageToBuild {
  readonly parts?: number;
  readonly from?: number;
}

/**
 * Builds one package: each file is a step of its own, kept sealed, so that after a crash the work goes on where it was and does not
 * start over.
 */
export async function buildPackage({ packageId, parts, from = 1 }: PackageUnderWay): Promise<PackageStep> {
  const planned = parts === undefined ? await planPackage({ packageId }) : { parts };
  if (planned === 'failed') return 'failed';
  for (let part = from; part <= planned.parts; part += 1) {
    if (part - from >= partsPerRun)
      await continueAsNew<typeof buildPackage>({ packageId, parts: planned.parts, from: part });
    if ((await writePart({ packageId, part })) === 'failed') return 'failed';
  }
  return assemblePackage({ packageId });
}
