import { londonDayAt, readDay, writeDay, addDays, type Instant } from '@duly/law';

/** A fact that is only supposed, as it would stand among the events of a case. */
export type Hypothesis = Readonly<Record<string, string | boolean>> & {
  readonly type: string;
  readonly date: string;
};

const form = /^([a-z_0-9]+)@([^,]+)((?:,[^,=]+=[^,]*)*)$/;

const yesOrNo = (text: string): string | boolean =>
  text === 'true' ? true : text === 'false' ? false : text;

/** `today` and `tomorrow` are days in London by this computer's clock. */
function dateFrom(text: string, now: Instant): string | undefined {
  const today = londonDayAt(now);
  if (text === 'today') return writeDay(today);
  if (text === 'tomorrow') return writeDay(addDays(today, 1));
  return readDay(text) === undefined ? undefined : text;
}

/** Reads `type@date` with further fields after commas; a sentence saying what is wrong where it is none. */
export function readHypothesis(text: string, now: Instant): Hypothesis | string {
  const match = form.exec(text);
  const date = match && dateFrom(match[2] ?? '', now);
  if (!match || date === undefined || date === null) {
    return `--what-if "${text}" is no fact. Write it as 'extension_notified@2026-04-20'.`;
  }
  const fields = (match[3] ?? '')
    .split(',')
    .slice(1)
    .map(field => field.split('=', 2) as [string, string]);
  return {
    type: match[1] ?? '',
    date,
    ...Object.fromEntries(fields.map(([name, value]) => [name, yesOrNo(value)])),
  };
}
