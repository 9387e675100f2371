import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { isClockError, ukCalendars, type Calendars, type Instant } from '@duly/law';
import { LineWriter } from '../line-writer.js';
import { answer, notJson, type Answer, type Asking } from './answer.js';
import { readOptions, type ClockOptions } from './options.js';
import { RecordSplitter, type InputRecord } from './record-splitter.js';
import { readSupposedFacts } from './supposed-facts.js';
import { inText } from './text.js';
import { whyUnreadable } from './unreadable.js';
import { clockUsage } from './usage.js';

/** What has been read and answered so far. */
interface Tally {
  records: number;
  wrong: number;
  sawList: boolean;
}

const complain = (message: string): void => void process.stderr.write(`duly clock: ${message}\n`);

async function* recordsOf(input: Readable, tally: Tally): AsyncGenerator<InputRecord[]> {
  const splitter = new RecordSplitter();
  // A TextDecoder drops a byte order mark and joins characters that were cut in two.
  const decoder = new TextDecoder();
  for await (const bytes of input as AsyncIterable<Buffer>)
    yield [...splitter.push(decoder.decode(bytes, { stream: true }))];
  yield [...splitter.push(decoder.decode()), ...splitter.end()];
  tally.sawList ||= splitter.sawList;
}

async function answerAll(
  file: string,
  options: ClockOptions,
  asking: Asking,
  out: LineWriter,
  tally: Tally,
): Promise<void> {
  const written = options.text ? inText : (one: Answer): string => JSON.stringify(one);
  const input = file === '-' ? process.stdin : createReadStream(file);
  const shownFile = options.files.length > 1 ? file : undefined;
  for await (const records of recordsOf(input, tally)) {
    for (const record of records) {
      const one = 'brokenAt' in record ? notJson(record, shownFile) : answer(record.value, asking);
      tally.records += 1;
      if (isClockError(one)) tally.wrong += 1;
      await out.line(written(one));
      if (out.isGone) return;
    }
    await out.flush();
  }
}

/** Reading calendar files needs a hash and more; a run without such files does not pay for loading that. */
async function calendarsOf({ calendarFiles }: ClockOptions, now: Instant): Promise<Calendars | string> {
  if (calendarFiles.length === 0) return ukCalendars;
  const { calendarsWith } = await import('./calendar-files.js');
  return calendarsWith(calendarFiles, now);
}

async function askingOf(options: ClockOptions): Promise<Asking | string> {
  const now = Date.now() as Instant;
  const supposed = readSupposedFacts(options.whatIf, now);
  if (typeof supposed === 'string') return supposed;
  const calendars = await calendarsOf(options, now);
  return typeof calendars === 'string'
    ? calendars
    : { calendars, explain: options.explain || options.text, supposed };
}

async function answerFiles(options: ClockOptions, asking: Asking): Promise<number> {
  const out = new LineWriter(process.stdout);
  const tally: Tally = { records: 0, wrong: 0, sawList: false };
  let unreadable = 0;
  for (const file of options.files) {
    try {
      await answerAll(file, options, asking, out, tally);
    } catch (thrown) {
      complain(`${file} was not read: ${whyUnreadable(thrown)}.`);
      unreadable += 1;
    }
    if (out.isGone) return 0;
  }
  await out.flush();
  if (tally.records > 0 || tally.sawList) return tally.wrong + unreadable > 0 ? 2 : 0;
  if (unreadable === 0)
    complain('the input is empty. Give a case as JSON, on standard input or in a file; --help shows one.');
  return 2;
}

/** `duly clock`: cases in, one line each out. 0: all were answered; 2: something given was wrong. */
export async function clockCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    complain(`${options}\n\n${clockUsage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(clockUsage);
    return 0;
  }
  const asking = await askingOf(options);
  if (typeof asking !== 'string') return answerFiles(options, asking);
  complain(asking);
  return 2;
}
