import {
  londonDayAt,
  readDay,
  readInstant,
  writeDay,
  type CivilDate,
  type ClockResult,
  type Instant,
} from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { CaseCommand } from '../commands.js';
import type { EventData, EventType } from '../events.js';
import type { CaseRefusal, CaseRefusalOf, Decision, RefusalCode, RefusalData } from '../refusals.js';

/** What a command is judged with. */
export interface Judging {
  readonly file: CaseFile;
  readonly clock: ClockResult;
  /** Civil date in Europe/London. */
  readonly today: CivilDate;
  readonly now: Instant;
}

/** An event that has no number yet. Without a day it happens now. */
export type Draft<Type extends EventType = EventType> = Type extends EventType
  ? {
      readonly type: Type;
      readonly cite: string;
      readonly on?: CivilDate;
      readonly at?: string;
      readonly by?: string;
      readonly approvedBy?: string;
    } & EventData[Type]
  : never;

export type Judgement = Decision<Draft>;

/** One judgement per verb of these commands; the compiler holds that none is forgotten. */
export type Judgements<Command extends CaseCommand> = {
  readonly [Name in Command['verb']]: (
    judging: Judging,
    command: Extract<Command, { readonly verb: Name }>,
  ) => Judgement;
};

/** One refusal. `words` are for people: what was wrong, then what to do. */
export function refused<Code extends RefusalCode>(
  code: Code,
  cite: string,
  words: { readonly message: string; readonly remedy: string },
  data: RefusalData[Code],
): CaseRefusal {
  return { code, cite, ...words, ...data } as CaseRefusalOf<Code> & CaseRefusal;
}

/** Leaves out a field that was not given. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

/** Day and, where known, instant of something that happened. */
export function happened(what: { readonly on: CivilDate; readonly at?: string }): {
  readonly on: CivilDate;
  readonly at?: string;
} {
  return { on: what.on, ...given('at', what.at) };
}

/** R17 — the instant must fall on the day in London. */
function refuseInstant(on: CivilDate, at: string | undefined, field: string): CaseRefusal | undefined {
  if (at === undefined) return undefined;
  const instant = readInstant(at, readDay);
  if (instant === undefined) return refuseDate(`${field}At`);
  const localDate = writeDay(londonDayAt(instant));
  if (localDate === on) return undefined;
  return refused(
    'receipt-dates-differ',
    'R17',
    {
      message: `The instant falls on ${localDate} in London, not on ${on}.`,
      remedy: 'Correct the date or the instant: deadlines follow the local date.',
    },
    { receivedOn: on, localDate },
  );
}

function refuseDate(field: string): CaseRefusal {
  return refused(
    'not-a-date',
    'R17',
    {
      message: `The field ${field} holds no date of the calendar.`,
      remedy: 'Write a date as YYYY-MM-DD, an instant as 2026-06-30T23:15:00Z.',
    },
    { field },
  );
}

/** A civil date that exists, is not in the future, and is not before what it answers. */
export function refuseDay(
  judging: Pick<Judging, 'today'>,
  what: { readonly on: CivilDate; readonly at?: string },
  earliest?: CivilDate,
): CaseRefusal | undefined {
  const { on, at } = what;
  const { today } = judging;
  if (readDay(on) === undefined) return refuseDate('on');
  if (on > today) {
    return refused(
      'date-in-future',
      'R17',
      {
        message: `${on} lies in the future; today is ${today} in London.`,
        remedy: 'Record it once it has happened.',
      },
      { field: 'on', on, today },
    );
  }
  if (earliest !== undefined && on < earliest) {
    return refused(
      'date-before',
      'R21',
      {
        message: `${on} lies before ${earliest}, the day of what it follows.`,
        remedy: 'Correct the date: nothing can be answered before it was asked or received.',
      },
      { field: 'on', on, earliest },
    );
  }
  return refuseInstant(on, at, 'on');
}

/** The law wants reasons that the person can be told. */
export function refuseWithoutReasons(
  reasons: string | undefined,
  cite: string,
  what: string,
): CaseRefusal | undefined {
  if (reasons !== undefined && reasons !== '') return undefined;
  return refused(
    'reasons-missing',
    cite,
    { message: `${what} states no reasons.`, remedy: 'Give the reasons, in words the person can be told.' },
    { field: 'reasons' },
  );
}
