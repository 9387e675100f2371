/** One task of Nx as its own record of a run tells it. */
export interface RanTask {
  readonly projectName: string;
  readonly target: string;
  /** The exit code; 0 also for what came from the cache. */
  readonly status: number;
  readonly cacheStatus: string;
}

/** What Jest writes about one project. */
export interface JestNumbers {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that could not be run at all: nothing in them was counted as a test. */
  readonly numRuntimeErrorTestSuites: number;
}

export interface WantedTask {
  readonly projectName: string;
  readonly target: string;
}

export interface Tally {
  readonly projectName: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, in words. */
  readonly failures: readonly string[];
  readonly fromCache: boolean;
}

type Count = Pick<Tally, 'passed' | 'failed' | 'skipped'> & { readonly failure?: string };

function countSpecs(task: RanTask, jest: JestNumbers | undefined): Count {
  if (!jest) return { passed: 0, failed: 1, skipped: 0, failure: 'its specs left no results' };
  const counted = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  const passed = jest.numPassedTests;
  const crashed = (task.status !== 0 && counted === 0) || passed + counted + jest.numPendingTests === 0;
  const failed = counted + (crashed ? 1 : 0);
  const failure = crashed ? 'its specs crashed' : `${counted} of its specs failed`;
  return { passed, failed, skipped: jest.numPendingTests, ...(failed > 0 && { failure }) };
}

function count(wanted: WantedTask, task: RanTask | undefined, jest: JestNumbers | undefined): Count {
  if (!task) return { passed: 0, failed: 1, skipped: 0, failure: `${wanted.target} did not run` };
  if (wanted.target === 'spec') return countSpecs(task, jest);
  if (task.status === 0) return { passed: 1, failed: 0, skipped: 0 };
  return { passed: 0, failed: 1, skipped: 0, failure: `${wanted.target} failed` };
}

/** Counts each project: one for each check, and Jest's numbers for its specs. What was asked for and did not run has failed. */
export function tally(
  wanted: readonly WantedTask[],
  ran: readonly RanTask[],
  jestOf: (projectName: string) => JestNumbers | undefined,
): readonly Tally[] {
  const names = [...new Set(wanted.map(one => one.projectName))].sort();
  return names.map(projectName => {
    const pairs = wanted
      .filter(one => one.projectName === projectName)
      .map(one => ({
        one,
        task: ran.find(task => task.projectName === projectName && task.target === one.target),
      }));
    const counts = pairs.map(({ one, task }) => count(one, task, jestOf(projectName)));
    const sum = (of: (one: Count) => number) => counts.reduce((total, one) => total + of(one), 0);
    return {
      projectName,
      passed: sum(one => one.passed),
      failed: sum(one => one.failed),
      skipped: sum(one => one.skipped),
      failures: counts.flatMap(one => one.failure ?? []),
      fromCache: pairs.every(({ task }) => task !== undefined && task.cacheStatus !== 'cache-miss'),
    };
  });
}

/** The summary, one line for each project, and as the last line `N passed, N failed`. */
export function summary(tallies: readonly Tally[]): string {
  const sum = (of: (one: Tally) => number) => tallies.reduce((total, one) => total + of(one), 0);
  const width = Math.max(...tallies.map(one => one.projectName.length), 0);
  const skipped = sum(one => one.skipped);
  return [
    ...tallies.map(one => {
      const mark = one.failed > 0 ? '✗' : '✓';
      const remark = one.failed > 0 ? `: ${one.failures.join(', ')}` : one.fromCache ? ' (unchanged)' : '';
      return `${mark} ${one.projectName.padEnd(width)}  ${one.passed} passed, ${one.failed} failed${remark}`;
    }),
    '',
    `${sum(one => one.passed)} passed, ${sum(one => one.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');
}
