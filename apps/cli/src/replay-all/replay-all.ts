import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSettings } from '@duly/settings';
import { recordOf } from '../replay/fetch-record.js';
import { shippedBundle } from '../replay/live-again.js';
import { RegisterReader } from '../replay/register-reader.js';
import { CannotTell } from '../replay/verdict.js';
import { KeptResults } from './kept-results.js';
import { judgeCase, type By, type CodeOf, type Judged } from './judged-case.js';
import { Progress } from './progress.js';
import { asText, exitCodeOf, totalsOf } from './reports.js';

export interface AllOptions {
  /** Where results and reports go, and where a run that was killed goes on. */
  readonly out: string | undefined;
  /** Cases fetched and judged at once. */
  readonly jobs: number;
}

const ways: readonly By[] = ['its own code', 'today’s code'];

/** Each code is fetched once. */
function codesFrom(register: RegisterReader): CodeOf {
  const known = new Map<string, Promise<string | undefined>>();
  return hash => {
    const found = known.get(hash) ?? register.code(hash);
    known.set(hash, found);
    return found;
  };
}

interface Replaying {
  readonly register: RegisterReader;
  readonly results: KeptResults;
  readonly codeOf: CodeOf;
}

async function judgeBoth(
  { register, results, codeOf }: Replaying,
  id: string,
  version: number,
): Promise<Judged[]> {
  const kept = ways.flatMap(by => results.find(id, version, by) ?? []);
  if (kept.length === ways.length) return kept;
  const record = await recordOf(register, id).catch((error: unknown) => {
    if (error instanceof CannotTell) return error;
    throw error;
  });
  const judged: Judged[] = [];
  for (const by of ways) {
    const one =
      record instanceof CannotTell
        ? {
            caseId: id,
            reference: id,
            version,
            by,
            verdict: 'cannot tell' as const,
            findings: [record.message],
            seconds: 0,
          }
        : await judgeCase(record, by, codeOf);
    await results.keep(one);
    judged.push(one);
  }
  return judged;
}

async function everyCase(register: RegisterReader) {
  const cases: { readonly id: string; readonly version: number }[] = [];
  for await (const one of register.everyCase()) cases.push(one);
  return cases;
}

/** Replays every case, open and closed, by the code that made it and by today's. @returns the exit code */
export async function replayAll({ out, jobs }: AllOptions): Promise<number> {
  const register = await RegisterReader.open(readSettings('cli'));
  const code = createHash('sha256')
    .update(await readFile(shippedBundle()))
    .digest('hex');
  const results = await KeptResults.open(out, code);
  const replaying = { register, results, codeOf: codesFrom(register) };
  const cases = await everyCase(register);
  const all: Judged[][] = [];
  const progress = new Progress();
  let [next, done, notGood] = [0, 0, 0];
  const work = async (): Promise<void> => {
    for (let place = next++; place < cases.length; place = next++) {
      const one = cases[place];
      const judged = one ? await judgeBoth(replaying, one.id, one.version) : [];
      all[place] = judged;
      done += 1;
      if (judged.some(({ verdict }) => verdict !== 'good')) notGood += 1;
      progress.show(done, cases.length, notGood);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  progress.end();
  const judged = all.flat();
  await results.report(judged);
  process.stdout.write(asText(judged));
  return exitCodeOf(totalsOf(judged));
}
