import type { CaseEvent } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { differences, shown, type Difference } from './differences.js';
import type { Heard } from './replay-room.js';
import type { Asked, Recorded } from './recorded.js';
import { check, type Check } from './verdict.js';

const most = 8;

export const namedEvent = (event: Pick<CaseEvent, 'number' | 'type'>): string =>
  `event ${event.number} (${event.type})`;

const isStep = (value: unknown): value is RegisterStep =>
  typeof value === 'object' && value !== null && 'events' in value && 'summary' in value;

/** The steps of the register that were asked for. */
export const stepsIn = (asked: readonly { readonly args: readonly unknown[] }[]): readonly RegisterStep[] =>
  asked.flatMap(({ args }) => args).filter(isStep);

/** The events that the asked-for steps of the register carry. */
export function eventsIn(asked: readonly { readonly args: readonly unknown[] }[]): readonly CaseEvent[] {
  const steps = stepsIn(asked);
  const byNumber = new Map(
    steps.flatMap(({ events }) => events.map(event => [event.number, event] as const)),
  );
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}

/** Names the case's event that a field of an activity's argument or of an answer speaks of. */
function eventAt(value: unknown, field: string): string {
  const place = /^(?:0\.)?events\.(\d+)/.exec(field);
  const events = typeof value === 'object' && value !== null && 'events' in value ? value.events : undefined;
  if (place && Array.isArray(events)) {
    const event = events[Number(place[1])] as CaseEvent | undefined;
    if (event && typeof event === 'object') return `, ${namedEvent(event)}`;
  }
  const decided =
    typeof value === 'object' && value !== null && 'decided' in value ? value.decided : undefined;
  if (typeof decided === 'object' && decided !== null && 'type' in decided)
    return `, ${namedEvent(decided as CaseEvent)}`;
  const last = isStep(value) ? value.events.at(-1) : undefined;
  return last ? `, after ${namedEvent(last)}` : '';
}

function findingOf(where: string, about: unknown, { field, here, there }: Difference): string {
  return `${where}${eventAt(about, field)}: ${field || 'it'} is ${shown(here)}, but the workflow code makes it ${shown(there)}`;
}

function whereOf({ at, activity, args }: Asked): string {
  const [about] = args;
  if (!isStep(about)) return `history event ${at} (${activity})`;
  return `history event ${at} (${activity} of ${about.events.map(namedEvent).join(', ')})`;
}

function askedFor({ asked, ended }: Recorded, heard: Heard): string[] {
  const findings: string[] = [];
  const heardAsked = heard.asked.filter(({ isLocal }) => !isLocal);
  for (const [place, one] of asked.entries()) {
    const again = heardAsked[place];
    // What follows after the first other thing is other too, and says nothing more.
    if (again?.activity !== one.activity) {
      const instead = again ? `asks for ${again.activity} instead` : 'does not ask for it';
      return [...findings, `${whereOf(one)}: the workflow code ${instead}`];
    }
    const where = `history event ${one.at} (${one.activity})`;
    findings.push(
      ...differences(one.args[0], again.args[0]).map(each => findingOf(where, one.args[0], each)),
    );
  }
  const beyond = heardAsked[asked.length];
  // An open case may have been about to ask; a closed one asks for nothing more.
  if (ended && beyond)
    findings.push(`the workflow code asks for ${beyond.activity} once more than the history holds`);
  return findings;
}

function answeredTo({ answered }: Recorded, heard: Heard): string[] {
  return answered.flatMap(({ at, verb, updateId, answer }) => {
    const where = `history event ${at} (the answer to ${verb})`;
    return heard.answers.has(updateId)
      ? differences(answer, heard.answers.get(updateId)).map(one => findingOf(where, answer, one))
      : [`${where}: the workflow code gives no answer to it`];
  });
}

function endedWith({ ended }: Recorded, heard: Heard): string[] {
  if (!ended) return [];
  const where = `history event ${ended.at} (the end of the run)`;
  if (!heard.ended) return [`${where}: the workflow code has not ended there`];
  return differences(ended.result, heard.ended.result).map(one => findingOf(where, undefined, one));
}

/** `Nondeterminism error: … HistoryEvent(id: 54, ActivityTaskScheduled)` → its plain part. */
function plainly(failure: string): string {
  const named = /HistoryEvent\(id: (\d+), (?:Some\()?"?(\w+)/.exec(failure);
  const words = failure
    .replace(/^\[TMPRL\d+\]\s*/, '')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
  return named ? `history event ${named[1] ?? ''} (${named[2] ?? ''}) does not fit: ${words}` : words;
}

/** One run: the code asks for the same kinds of things, and what it asks for says the same. */
export function judgeRun(recorded: Recorded, heard: Heard): readonly Check[] {
  const { failure } = heard;
  const asked = askedFor(recorded, heard);
  // Where the code could not live on, what it left unsaid would only repeat that.
  const later = failure ? [] : [...answeredTo(recorded, heard), ...endedWith(recorded, heard)];
  const contents = [...asked, ...later];
  const steps = eventsIn(recorded.asked).length;
  return [
    check('The shipped workflow code lives through the history again.', failure ? [plainly(failure)] : []),
    check(
      `What it asks for and answers says the same: ${steps} events, ${recorded.asked.length} activities, ${recorded.answered.length} commands.`,
      contents.slice(0, most),
    ),
  ];
}
