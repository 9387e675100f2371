import { eventTypes, type EventType } from '../events.js';
import { caseRights } from '../names.js';
import { refusalCodes, type RefusalCode } from '../refusals.js';
import { verbs } from '../verbs.js';
import type { Verb } from '../commands.js';
import { explore, type Explored } from './explore.given.js';
import { theCase } from './place.given.js';
import { startsOf } from './starts.given.js';

/** `npm run deep` goes on from every state that shows two aspects together for the first time; every test run, from those that show one. */
const together = process.env['DULY_DEEP'] === '1' ? 2 : 1;

const fromOutside = 'The mail system reports it from outside (`decideNews`, in came-back.spec).';

/** What no case can come to by itself, and why. */
const unreached: Readonly<Partial<Record<Verb | EventType | RefusalCode, string>>> = {
  'receipt-missing':
    'A letter without a day is refused before its case exists (`decideOpening`, in open.spec.ts).',
  ScheduleChanged:
    'It changes no date, task or verdict, only when somebody is reminded (schedule.spec.ts holds that).',
  NoticeBounced: fromOutside,
  AutoReplyReceived: fromOutside,
};

const explored = caseRights.map(right => explore(theCase, startsOf(right), { together, most: 10_000 }));

function told({ states, goneOn, steps, depth, isComplete }: Explored, index: number): string {
  const from = `gone on from ${goneOn}`;
  const end = isComplete ? 'complete: no new state appears' : 'ended at its bound';
  return `${caseRights[index] ?? ''}: ${states} states, ${from}, ${steps} steps, depth ${depth}, ${end}`;
}

const sum = (of: (one: Explored) => number): number => explored.reduce((total, one) => total + of(one), 0);

process.stdout.write(
  `${[
    `The lifecycle, explored by ${together === 1 ? 'each aspect' : 'every two aspects together'}:`,
    ...explored.map(told),
    `All rights: ${sum(({ states }) => states)} states, ${sum(({ steps }) => steps)} steps`,
  ].join('\n  ')}\n`,
);

describe('in every state that a case can reach', () => {
  it.each(caseRights.map((right, index) => [right, explored[index]] as const))(
    '%s keeps the law',
    (_right, one) => {
      expect(Object.fromEntries(one?.broken ?? [])).toEqual({});
    },
  );

  it.each(caseRights.map((right, index) => [right, explored[index]] as const))(
    '%s has no state left to go on from',
    (_right, one) => {
      expect(one?.isComplete).toBe(true);
    },
  );
});

describe('what there is to reach', () => {
  const reached = new Set<string>(
    explored.flatMap(({ commands, events, refusals }) => [...commands, ...events, ...refusals]),
  );

  it.each([
    ['command', verbs],
    ['event', eventTypes],
    ['refusal', refusalCodes],
  ] as const)('every %s is reached, or says why not', (_what, names) => {
    expect(names.filter(name => !reached.has(name) && unreached[name] === undefined)).toEqual([]);
  });

  it('is reached by none that says why not', () => {
    expect(Object.keys(unreached).filter(name => reached.has(name))).toEqual([]);
  });
});
