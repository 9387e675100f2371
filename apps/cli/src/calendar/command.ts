import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { CalendarImported, CalendarView } from '@duly/api-contract';
import { ukNations } from '@duly/law';
import { readSettings, SettingsError } from '@duly/settings';
import { apiIsSilent, callApi, problemInWords, type ApiAnswer, type ApiPlace } from '../api-caller.js';
import { whyUnreadable } from '../clock/unreadable.js';
import { complain } from '../complain.js';
import { NoToken, tokenFor } from '../token/issuer.js';
import { importsOf, type Import } from './imports.js';
import { calendarInWords, importedInWords } from './in-words.js';
import { readCalendarOptions, type CalendarOptions } from './options.js';
import { calendarUsage } from './usage.js';

const exit = { done: 0, refused: 1, wrong: 2 } as const;

/** Something given was wrong, or nobody answers; the message is for people. */
class Wrong extends Error {
  override readonly name = 'Wrong';
}

type Asked<Does> = Extract<CalendarOptions, { readonly does: Does }>;

async function placeOf({ as, api }: Asked<'import' | 'show'>): Promise<ApiPlace> {
  const { apiUrl, apiToken, oidcIssuer } = readSettings('cli');
  return { url: api ?? apiUrl, token: apiToken ?? (await tokenFor(as, oidcIssuer)) };
}

async function read(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Wrong(`${file}: ${whyUnreadable(error)}`);
  }
}

const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** Says why; whether to go on is another matter. */
function refused(calendar: string, { status, body }: ApiAnswer): number {
  const here = body['code'] === 'calendar-removes-history' ? ' Here that is the option --keep-missing.' : '';
  complain('calendar', `${calendar} was refused (HTTP ${status}). ${problemInWords(body)}${here}`);
  return exit.refused;
}

/** @throws Wrong where nobody answers */
async function asked(place: ApiPlace, calendar: string, body?: Import['body']): Promise<ApiAnswer> {
  const path = `/v1/calendars/${encodeURIComponent(calendar)}`;
  const answer = await callApi(place, path, body && { body, key: randomUUID() });
  if (!answer) throw new Wrong(apiIsSilent(place.url));
  return answer;
}

async function importAll(options: Asked<'import'>): Promise<number> {
  const imports = importsOf(await read(options.file), options.calendars, options.keepMissing);
  if (typeof imports === 'string') throw new Wrong(imports);
  const place = await placeOf(options);
  let code: number = exit.done;
  for (const { calendar, body } of imports) {
    const answer = await asked(place, calendar, body);
    if (answer.isGood) say(importedInWords(answer.body as CalendarImported));
    else code = refused(calendar, answer);
  }
  return code;
}

async function showAll(options: Asked<'show'>): Promise<number> {
  const place = await placeOf(options);
  let code: number = exit.done;
  for (const calendar of options.calendars.length > 0 ? options.calendars : ukNations) {
    const answer = await asked(place, calendar);
    if (answer.isGood) say(calendarInWords(answer.body as CalendarView));
    else code = refused(calendar, answer);
  }
  return code;
}

function carriedOut(options: CalendarOptions): Promise<number> | number {
  switch (options.does) {
    case 'help':
      process.stdout.write(calendarUsage);
      return exit.done;
    case 'import':
      return importAll(options);
    case 'show':
      return showAll(options);
  }
}

/** `duly calendar`: public holidays for the API. 0: done; 1: refused; 2: something given was wrong, or nobody answers. */
export async function calendarCommand(args: readonly string[]): Promise<number> {
  const options = readCalendarOptions(args);
  if (typeof options === 'string') {
    complain('calendar', `${options}\n\n${calendarUsage}`);
    return exit.wrong;
  }
  try {
    return await carriedOut(options);
  } catch (error) {
    if (!(error instanceof Wrong || error instanceof NoToken || error instanceof SettingsError)) throw error;
    complain('calendar', error.message);
    return exit.wrong;
  }
}
