import { SettingsError } from '@duly/settings';
import { complain } from '../complain.js';
import { replayAll } from '../replay-all/replay-all.js';
import { NoToken } from '../token/issuer.js';
import { readRecordFile, type CaseRecord } from './case-record.js';
import { fetchRecords } from './fetch-record.js';
import { judge } from './judge.js';
import { endReplays } from './live-again.js';
import { readOptions, subjectOf } from './options.js';
import { replayUsage } from './usage.js';
import { CannotTell, exitCodes, inWords, verdictOf, type Check, type Verdict } from './verdict.js';

const conclusions: Readonly<Record<Verdict, string>> = {
  good: 'Good: history, code and register agree.',
  bad: 'Bad: something was changed, or the code no longer does what it did.',
  'cannot tell': 'Cannot tell.',
};

async function recordsOf(given: string): Promise<readonly CaseRecord[]> {
  const subject = subjectOf(given);
  return 'file' in subject ? [await readRecordFile(subject.file)] : fetchRecords(subject);
}

const nameOf = ({ row }: CaseRecord, given: string): string => {
  const reference = row?.['reference'];
  return typeof reference === 'string' ? `Case ${reference}` : given;
};

/** `duly replay`: 0 good, 1 bad, 2 cannot tell. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string' || (options.out !== undefined && !options.all)) {
    complain(
      'replay',
      `${typeof options === 'string' ? options : '--out belongs to duly replay --all, and to duly history'}\n\n${replayUsage}`,
    );
    return exitCodes['cannot tell'];
  }
  if (options.help) {
    process.stdout.write(replayUsage);
    return 0;
  }
  try {
    if (options.all) return await replayAll({ out: options.out, jobs: options.all.jobs });
    const all: Check[] = [];
    for (const record of await recordsOf(options.subject)) {
      const checks = await judge(record);
      all.push(...checks);
      process.stdout.write(`${nameOf(record, options.subject)}\n${inWords(checks)}\n`);
    }
    const verdict = verdictOf(all);
    process.stdout.write(`${conclusions[verdict]}\n`);
    return exitCodes[verdict];
  } catch (error) {
    if (!(error instanceof CannotTell || error instanceof NoToken || error instanceof SettingsError))
      throw error;
    complain('replay', `${conclusions['cannot tell']} ${error.message}`);
    return exitCodes['cannot tell'];
  } finally {
    await endReplays();
  }
}
