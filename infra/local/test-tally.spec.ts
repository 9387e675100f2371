import { type JestNumbers, type RanTask, summary, tally } from './test-tally.js';

const jest = (numbers: Partial<JestNumbers>): JestNumbers => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...numbers,
});

const ran = (projectName: string, target: string, status = 0, cacheStatus = 'cache-miss'): RanTask => ({
  projectName,
  target,
  status,
  cacheStatus,
});
const wanted = (projectName: string, ...targets: string[]) =>
  targets.map(target => ({ projectName, target }));
const lastLine = (text: string) => text.split('\n').at(-1);

describe('the count at the end of a test run', () => {
  it('counts one for each check and each spec', () => {
    const tallies = tally(
      wanted('law', 'lint', 'types', 'spec'),
      [ran('law', 'lint'), ran('law', 'types', 1), ran('law', 'spec')],
      () => jest({ numPassedTests: 40 }),
    );
    expect(tallies[0]).toMatchObject({ passed: 41, failed: 1, failures: ['types failed'] });
    expect(lastLine(summary(tallies))).toBe('41 passed, 1 failed');
  });

  it('counts a check that was asked for and did not run as failed', () => {
    expect(tally(wanted('law', 'lint'), [], () => undefined)[0]).toMatchObject({
      passed: 0,
      failed: 1,
      failures: ['lint did not run'],
    });
  });

  it('counts specs without results as failed, even when their exit code was 0', () => {
    expect(tally(wanted('law', 'spec'), [ran('law', 'spec')], () => undefined)[0]).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a file that could not be run, and a crash after good results', () => {
    const broken = tally(wanted('law', 'spec'), [ran('law', 'spec', 1)], () =>
      jest({ numPassedTests: 3, numRuntimeErrorTestSuites: 2 }),
    );
    expect(broken[0]).toMatchObject({ passed: 3, failed: 2 });
    const crashed = tally(wanted('law', 'spec'), [ran('law', 'spec', 1)], () => jest({ numPassedTests: 3 }));
    expect(crashed[0]).toMatchObject({ passed: 3, failed: 1, failures: ['its specs crashed'] });
  });

  it('does not take no specs at all for success', () => {
    expect(tally(wanted('law', 'spec'), [ran('law', 'spec')], () => jest({}))[0]).toMatchObject({
      failed: 1,
    });
  });

  it('shows what was skipped, and what came from the cache', () => {
    const tallies = tally(wanted('law', 'spec'), [ran('law', 'spec', 0, 'local-cache-hit')], () =>
      jest({ numPassedTests: 2, numPendingTests: 1 }),
    );
    expect(summary(tallies)).toContain('(unchanged)');
    expect(lastLine(summary(tallies))).toBe('2 passed, 0 failed, 1 skipped');
  });
});
