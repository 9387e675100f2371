/** One thing that was checked, in words. */
export interface Check {
  readonly verdict: Verdict;
  /** What was checked, as a sentence that is true where the verdict is good. */
  readonly says: string;
  /** What stands against it, each naming its event. */
  readonly findings: readonly string[];
}

export type Verdict = 'good' | 'bad' | 'cannot tell';

/** 0 good, 1 bad, 2 cannot tell; one bad check outweighs all others. */
export const exitCodes: Readonly<Record<Verdict, number>> = { good: 0, bad: 1, 'cannot tell': 2 };

export function check(says: string, findings: readonly string[]): Check {
  return { verdict: findings.length === 0 ? 'good' : 'bad', says, findings };
}

export function cannotTell(says: string, why: string): Check {
  return { verdict: 'cannot tell', says, findings: [why] };
}

export function verdictOf(checks: readonly Check[]): Verdict {
  const all = checks.map(({ verdict }) => verdict);
  return all.find(one => one === 'bad') ?? all.find(one => one === 'cannot tell') ?? 'good';
}

const marks: Readonly<Record<Verdict, string>> = { good: '✓', bad: '✗', 'cannot tell': '?' };

/** One line for each check, its findings beneath it. */
export function inWords(checks: readonly Check[]): string {
  return checks
    .flatMap(({ verdict, says, findings }) => [
      `${marks[verdict]} ${says}`,
      ...findings.map(finding => `    ${finding}`),
    ])
    .join('\n');
}

/** There is nothing to judge: no history, no row, a file that cannot be read. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';
}
