import { addDays, startOfLondonDay, toDay, type Calendar, type CivilDate, type Instant } from '@duly/law';
import { nextMoment } from '../by-time.js';
import { handler, tenOn } from '../case.given.js';
import { clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import type { CaseCommand, Verb } from '../commands.js';
import type { CaseEvent } from '../events.js';
import { londonDateAt, writeInstant } from '../instants.js';
import type { LetterOrder, LetterOutcome } from '../letters.js';
import { isRefusal, type Decision, type RefusalCode } from '../refusals.js';
import { receipt, versionOf } from '../what-happened.js';
import { begin, follow, type Judges, type Place, type Step } from './place.given.js';
import { commandsIn, remedied } from './ways.given.js';

/** What was tried in a place: where it led, or by which refusal it did not; and the verb, where it was a command. */
export interface Tried {
  readonly verb?: Verb;
  readonly result: Step | RefusalCode;
}

const outcomes: readonly LetterOutcome['outcome'][] = ['accepted', 'refused'];

export class Steps {
  constructor(private readonly judges: Judges) {}

  /** Everything that can happen next. */
  from(place: Place): Tried[] {
    const isClosed = closingOf(place.file) !== undefined;
    return [
      ...commandsIn(place).flatMap(command => this.commanded(place, command)),
      ...this.overtaken(place),
      ...this.posted(place),
      ...(isClosed ? this.reopened(place) : [...this.inTime(place), ...this.ofTheWorld(place)]),
    ];
  }

  /** A command, and where its remedy is no more than to say why, the command as the remedy has it. */
  commanded(place: Place, command: CaseCommand): Tried[] {
    const { verb } = command;
    const again = (): Decision<CaseEvent> => this.judges.command(place.file, command, place.now);
    const decision = again();
    if (!isRefusal(decision)) return [{ verb, result: { ...this.step(verb, place, decision), again } }];
    const better = remedied(command, decision);
    return [{ verb, result: decision.code }, ...(better ? this.commanded(place, better) : [])];
  }

  private step(name: string, before: Place, caused: readonly CaseEvent[]): Step {
    return { name, before, after: follow(this.judges, before, caused), caused };
  }

  /** Somebody decides by what they read before the last event. */
  private overtaken(place: Place): Tried[] {
    const command = { verb: 'add-note', by: handler, words: 'words-1' } as const;
    const decision = this.judges.command(place.file, command, place.now, versionOf(place.file) - 1);
    return isRefusal(decision) ? [{ verb: command.verb, result: decision.code }] : [];
  }

  /** Any letter may have its outcome first; of each kind one is tried. */
  private posted(place: Place): Tried[] {
    const orders = [...new Map(place.unsent.map(order => [order.kind, order])).values()];
    return orders.flatMap(order =>
      outcomes.map(outcome => ({ result: this.outcome(place, order, outcome) })),
    );
  }

  outcome(place: Place, order: LetterOrder, outcome: LetterOutcome['outcome']): Step {
    const { now, file } = place;
    const { letterId } = order;
    const told = { letterId, outcome, on: londonDateAt(now), at: writeInstant(now) };
    const unsent = place.unsent.filter(other => other !== order);
    const name = `${order.kind} ${outcome}`;
    const caused = this.judges.outcome(file, order, told, now);
    return { ...this.step(name, { ...place, unsent }, caused), before: place };
  }

  /** To the next moment; to the morning of the last day; or ten days on. What falls due on the way happens on its day. */
  inTime(place: Place): Tried[] {
    const moment = nextMoment(place.file, place.now);
    const { effectiveDueDate } = clockOf(place.file).clock;
    const lastDay = effectiveDueDate === null ? null : tenOn(effectiveDueDate);
    const steps: Step[] = [];
    if (moment !== null) steps.push(this.wait('time', place, Math.max(moment, place.now) as Instant));
    if (lastDay !== null && lastDay > place.now) steps.push(this.wait('to the last day', place, lastDay));
    if (moment === null || moment > inTenDays(place.now))
      steps.push(this.wait('ten days', place, inTenDays(place.now)));
    return steps.map(result => ({ result }));
  }

  private wait(name: string, before: Place, until: Instant): Step {
    let after = before;
    const caused: CaseEvent[] = [];
    for (;;) {
      const moment = nextMoment(after.file, after.now);
      if (moment === null || moment > until) break;
      const now = Math.max(moment, after.now) as Instant;
      const events = this.judges.time(after.file, now);
      if (events.length === 0) break;
      caused.push(...events);
      after = follow(this.judges, { ...after, now }, events);
    }
    return { name, before, after: { ...after, now: until }, caused };
  }

  /** A holiday is proclaimed for the last day, or called off; an access case of the same person opens, or ends. */
  private ofTheWorld(place: Place): Tried[] {
    const { right } = receipt(place.file);
    const holding = place.isHeld ? 'the access case ends' : 'an access case opens';
    const moved: Step[] = ['erasure', 'restriction', 'rectification', 'objection'].includes(right)
      ? [{ name: holding, before: place, after: { ...place, isHeld: !place.isHeld }, caused: [] }]
      : [];
    return [...moved.map(result => ({ result })), ...this.withCalendar(place)];
  }

  private withCalendar(place: Place): Tried[] {
    const { calendar, opening } = place.file;
    const { effectiveDueDate: date } = clockOf(place.file).clock;
    const isChanged = calendar.version !== opening.calendar.version;
    const idle: Calendar = { ...calendar, version: 'a name alone' };
    const more = (holiday: CivilDate): Calendar => ({
      ...calendar,
      version: `and ${holiday}`,
      holidays: [...calendar.holidays, { date: holiday }],
    });
    const other = isChanged ? opening.calendar : date === null ? undefined : more(date);
    return [idle, ...(other ? [other] : [])].map(known => {
      const decision = this.judges.calendar(place.file, known, place.now);
      return {
        result: isRefusal(decision) ? decision.code : this.step('the calendar changes', place, decision),
      };
    });
  }

  /** Once its last letter has an outcome a closed case is reopened, or taken up and stays closed. */
  private reopened(place: Place): Tried[] {
    if (place.unsent.length > 0) return [];
    const { file, now } = place;
    const note = { verb: 'add-note', by: handler, words: 'words-9' } as const;
    const reopen = { verb: 'reopen', by: handler, reasons: 'words-9' } as const;
    return [
      this.inANewRun('reopen', place, this.judges.reopening(file, reopen, now)),
      this.inANewRun('add-note', place, this.judges.afterClosing(file, note, now)),
    ];
  }

  private inANewRun(verb: Verb, before: Place, events: Decision<CaseEvent>): Tried {
    if (isRefusal(events)) return { verb, result: events.code };
    const { start, file, now, isHeld } = before;
    const { calendar, opening } = file;
    const after = begin({ start, now, isHeld }, { ...opening, calendar, run: opening.run + 1, events });
    return { verb, result: { name: verb, before, after, caused: events.slice(file.events.length) } };
  }
}

function inTenDays(now: Instant): Instant {
  const today = toDay(londonDateAt(now));
  return (startOfLondonDay(addDays(today, 10)) + (now - startOfLondonDay(today))) as Instant;
}
