import { handler } from '../case.given.js';
import type { CaseCommand } from '../commands.js';
import { decide } from '../decide/decide.js';
import type { Draft } from '../decide/judging.js';
import { extensionInForce } from '../extension.js';
import type { CaseRight } from '../names.js';
import { isRefusal } from '../refusals.js';
import { stamp } from '../stamp.js';
import { lastOne } from '../what-happened.js';
import type { Clause } from './invariants.given.js';
import { theCase, type Judges } from './place.given.js';
import { addingTo, evolving, insteadOf, tossingACoin } from './seeding.given.js';

/** A bug seeded on purpose in a copy of the judges, and the case in which it is looked for. */
export interface Seed {
  readonly bug: string;
  readonly right: CaseRight;
  readonly start?: string;
  readonly judges: Judges;
  /** The clause by which it is found. */
  readonly breaks: Clause;
}

const cite = 'a seeded bug';
const reasons = 'words-2';

const extension: Draft = {
  type: 'ExtensionDecided',
  cite,
  ground: 'complexity',
  reasons,
  noticeBy: null,
  isAfterUnrolledCutOff: false,
};
const refusal: Draft = {
  type: 'RefusalDecided',
  cite,
  extent: 'wholly',
  ground: 'manifestly-excessive',
  reasons,
};

/** What the law forbids, each forgotten once. */
const ofTheLaw: readonly Seed[] = [
  {
    bug: 'a second extension',
    right: 'access',
    start: 'time is extended',
    judges: insteadOf('second-extension', 'extend-time', () => [extension]),
    breaks: 'time is extended once (Art 12A(3))',
  },
  {
    bug: 'a refusal that closes at its decision',
    right: 'access',
    judges: addingTo('RefusalDecided', ({ number }) => ({
      type: 'RequestRefused',
      cite,
      decided: number,
      extent: 'wholly',
    })),
    breaks: 'a refusal closes no case before its notice is given (Art 12(4))',
  },
  {
    bug: 'an answer that counts when it is decided',
    right: 'portability',
    judges: addingTo('AnswerDecided', ({ number }) => ({
      type: 'RequestAnswered',
      cite,
      decided: number,
      extent: 'wholly',
    })),
    breaks: 'an answered case has an answer that was given (Art 12(3))',
  },
  {
    bug: 'a pause on erasure',
    right: 'erasure',
    judges: insteadOf('not-for-this-right', 'ask-for-clarification', () => [
      { type: 'ClarificationAskDecided', cite, words: reasons, reasons },
    ]),
    breaks: 'only access stands still for a clarification (Art 12A(5))',
  },
  {
    bug: 'a cut-off one day late',
    right: 'access',
    start: 'its month has passed',
    judges: {
      ...theCase,
      command: (file, command, now) => {
        const decision = decide(file, command, now);
        if (!isRefusal(decision) || decision.code !== 'extension-too-late') return decision;
        const aDayEarlier = (now - 24 * 3_600_000) as typeof now;
        return isRefusal(decide(file, command, aDayEarlier))
          ? decision
          : stamp(file, [extension], handler, now);
      },
    },
    breaks: 'no extension is decided, or in force, that was told after the cut-off (Art 12A(4)(a); R14)',
  },
  {
    bug: 'an objection to direct marketing that is refused',
    right: 'objection_direct_marketing',
    judges: insteadOf('cannot-be-refused', 'refuse', () => [refusal]),
    breaks: 'nothing is weighed against an objection to direct marketing, or a complaint (R42, R50)',
  },
  {
    bug: 'data erased while it is held',
    right: 'erasure',
    start: 'an access case is open',
    judges: insteadOf('held', 'carry-out-erasure', () => [
      { type: 'DataErased', cite, words: reasons, backups: reasons, wasPublic: false },
    ]),
    breaks:
      'nothing is erased, restricted or overwritten while an access case is open (DPA 2018 s.173; R49a)',
  },
  {
    bug: 'proof of identity that moves nothing',
    right: 'rectification',
    start: 'papers are looked at',
    judges: evolving(({ opening }) => {
      const policy = { identityAskedLate: 'does-not-reset', identityPromptWorkingDays: 0 } as const;
      return { opening: { ...opening, settings: { ...opening.settings, policy } } };
    }),
    breaks: 'no due date lies before the statute’s (Art 12A(1)–(3); R11)',
  },
  {
    bug: 'an ask that counts when it is decided',
    right: 'access',
    judges: addingTo('IdentityAskDecided', ({ number }) => ({
      type: 'IdentityRequested',
      cite,
      decided: number,
    })),
    breaks: 'nothing else counts before its notice is given (R13)',
  },
  {
    bug: 'a refusal of what was charged for',
    right: 'restriction',
    start: 'a fee is paid',
    judges: insteadOf('fee-or-refusal', 'refuse', () => [refusal]),
    breaks: 'a fee is charged or the request refused, never both (Art 12(5))',
  },
  {
    bug: 'papers asked for before it is a request',
    right: 'access',
    start: 'it may be no request',
    judges: insteadOf('not-yet-a-request', 'ask-for-identity', () => [
      { type: 'IdentityRequested', cite, decided: 1 },
    ]),
    breaks: 'an enquiry never hides a month (R46)',
  },
];

/** What a case needs to be worked and trusted, each forgotten once. */
const ofTheCase: readonly Seed[] = [
  {
    bug: 'an alarm that is never raised',
    right: 'erasure',
    start: 'it was read late',
    judges: {
      ...theCase,
      time: (file, now) => theCase.time(file, now).filter(({ type }) => type !== 'AlarmRaised'),
    },
    breaks: 'a case whose date has passed has its alarm (R11)',
  },
  {
    bug: 'reminders that are due for ever',
    right: 'access',
    judges: {
      ...theCase,
      time: (file, now) => theCase.time(file, now).filter(({ type }) => type !== 'ReminderDue'),
    },
    breaks: 'time leaves nothing undone that is due',
  },
  {
    bug: 'tasks that are lost',
    right: 'erasure',
    start: 'its month has passed',
    judges: evolving(() => ({ openTasks: [] })),
    breaks: 'an open case has a timer, or something says why it has none',
  },
  {
    bug: 'no answer while time is extended',
    right: 'adm_22c',
    start: 'time is extended',
    judges: {
      ...theCase,
      command: (file, command, now) => {
        const isEnding = command.verb === 'answer' || command.verb === 'refuse';
        const instead =
          isEnding && extensionInForce(file) ? ({ ...command, verb: 'abandon' } as CaseCommand) : command;
        return decide(file, instead, now);
      },
    },
    breaks: 'an open case can always be ended, by commands alone',
  },
  {
    bug: 'a notice that is recorded twice',
    right: 'access',
    start: 'its month has passed',
    judges: insteadOf('notice-already-given', 'record-notice-given', file => {
      const given = lastOne(file, 'NoticeGiven');
      return given ? [{ ...given }] : [];
    }),
    breaks: 'a notice is given once',
  },
  {
    bug: 'a step approved by whoever proposed it',
    right: 'objection',
    start: 'steps are approved',
    judges: insteadOf('own-proposal', 'approve', (_file, { by }) => [{ ...refusal, by, approvedBy: by }]),
    breaks: 'nobody approves a step of their own',
  },
  {
    bug: 'a search in a case that has ended',
    right: 'access',
    start: 'it has ended',
    judges: insteadOf('case-closed', 'record-search', () => [
      { type: 'SearchRecorded', cite, words: reasons },
    ]),
    breaks: 'a case that has ended is tidied up, and nothing else',
  },
  {
    bug: 'a task about an event that never was',
    right: 'restriction',
    judges: evolving(({ openTasks }) => ({ openTasks: openTasks.map(task => ({ ...task, about: 99 })) })),
    breaks: 'a task is about something on record, and stands once',
  },
  {
    bug: 'a number left out',
    right: 'complaint',
    judges: addingTo('NoteAdded', note => ({ ...note, number: note.number + 2 })),
    breaks: 'events are numbered one by one',
  },
  {
    bug: 'a task that nobody is given',
    right: 'erasure',
    start: 'it was read late',
    judges: evolving(({ openTasks }) => ({ openTasks: openTasks.filter(({ kind }) => kind !== 'alarm') })),
    breaks: 'the events alone give the same case',
  },
  {
    bug: 'a judge that tosses a coin',
    right: 'access',
    judges: tossingACoin(),
    breaks: 'the same command is judged the same',
  },
  {
    bug: 'a judge that writes into the file',
    right: 'access',
    judges: {
      ...theCase,
      command: (file, command, now) => {
        (file.openTasks as unknown[]).pop();
        return decide(file, command, now);
      },
    },
    breaks: 'no judge fails, or changes what it is given',
  },
];

export const seeds: readonly Seed[] = [...ofTheLaw, ...ofTheCase];
