import { bundlesNamedIn } from '@duly/temporal';
import type { CaseRecord, HistoryJson } from '../replay/case-record.js';
import { judge } from '../replay/judge.js';
import { CannotTell, verdictOf, type Check, type Verdict } from '../replay/verdict.js';

/** By which code a case was replayed. */
export type By = 'its own code' | 'today’s code';

/** What came of one case, replayed by one code. */
export interface Judged {
  readonly caseId: string;
  readonly reference: string;
  /** Of the case when it was judged: a case that has gone on is judged again. */
  readonly version: number;
  readonly by: By;
  readonly verdict: Verdict;
  /** Findings only; what is good needs no words. */
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** The workflow code of a hash; undefined where none was kept. */
export type CodeOf = (hash: string) => Promise<string | undefined>;

const historiesIn = ({ history, earlier = [] }: CaseRecord): readonly HistoryJson[] => [...earlier, history];

/** The code that made each run, oldest first. @throws CannotTell where it was not kept */
async function codesOf(record: CaseRecord, codeOf: CodeOf): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const history of historiesIn(record)) {
    const hash = bundlesNamedIn(history).at(-1);
    const code = hash === undefined ? undefined : await codeOf(hash);
    if (code === undefined)
      throw new CannotTell('The code that made it was not kept: it ran before code was kept by its hash.');
    codes.push(code);
  }
  return codes;
}

const findingsOf = (checks: readonly Check[]): readonly string[] =>
  checks.flatMap(({ verdict, says, findings }) =>
    verdict === 'good' ? [] : [`${says} ${findings.join(' · ')}`],
  );

async function checksOf(record: CaseRecord, by: By, codeOf: CodeOf): Promise<readonly Check[]> {
  return judge(record, by === 'its own code' ? await codesOf(record, codeOf) : []);
}

/** Judges one case by one code. What cannot be told is a verdict, and holds up no other case. */
export async function judgeCase(record: CaseRecord, by: By, codeOf: CodeOf): Promise<Judged> {
  const begun = performance.now();
  const { row } = record;
  const named = {
    caseId: String(row?.['caseId']),
    reference: String(row?.['reference']),
    version: Number(row?.['version']),
    by,
  };
  const seconds = () => Math.round(performance.now() - begun) / 1_000;
  try {
    const checks = await checksOf(record, by, codeOf);
    return { ...named, verdict: verdictOf(checks), findings: findingsOf(checks), seconds: seconds() };
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    return { ...named, verdict: 'cannot tell', findings: [error.message], seconds: seconds() };
  }
}
