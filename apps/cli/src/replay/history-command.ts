import { writeFile } from 'node:fs/promises';
import { SettingsError } from '@duly/settings';
import { complain } from '../complain.js';
import { NoToken } from '../token/issuer.js';
import { fetchRecords } from './fetch-record.js';
import { readOptions, subjectOf } from './options.js';
import { historyUsage } from './usage.js';
import { CannotTell } from './verdict.js';

async function textOf(given: string): Promise<string> {
  const subject = subjectOf(given);
  if ('file' in subject)
    throw new CannotTell(`"${given}" is no reference such as DR-2026-000123-1, and no case id.`);
  const [record, ...others] = await fetchRecords(subject);
  if (others.length > 0)
    throw new CannotTell(`${given} has several cases: name one of them, such as ${given}-1.`);
  return `${JSON.stringify(record, undefined, 1)}\n`;
}

/** `duly history`: writes what `duly replay` judges. 0: written; 2: not. */
export async function historyCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string' || options.all) {
    complain('history', `${typeof options === 'string' ? options : 'name one case'}\n\n${historyUsage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(historyUsage);
    return 0;
  }
  try {
    const text = await textOf(options.subject);
    if (options.out === undefined) process.stdout.write(text);
    else await writeFile(options.out, text);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotTell || error instanceof NoToken || error instanceof SettingsError))
      throw error;
    complain('history', error.message);
    return 2;
  }
}
