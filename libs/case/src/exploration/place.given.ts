import type { Calendar, Instant } from '@duly/law';
import { decideByTime } from '../by-time.js';
import { decideCalendarChange } from '../calendar-change/judge.js';
import type { CaseFile, CaseOpening } from '../case-file.js';
import type { CaseCommand, Reopen } from '../commands.js';
import { decideAfterClosing } from '../decide/after-closing.js';
import { decide } from '../decide/decide.js';
import { decideReopening } from '../decide/reopen.js';
import type { CaseEvent } from '../events.js';
import { evolve, openCaseFile } from '../evolve.js';
import { isToStaff, type LetterOrder, type LetterOutcome } from '../letters.js';
import { lettersDecidedBy } from '../letters-decided.js';
import { decideOutcome } from '../outcome.js';
import type { Decision } from '../refusals.js';

/** One place in the exploration: a case as it stands at a moment, and what of the world around it matters. */
export interface Place {
  /** The kind of case that the way began with; see `starts.given.ts`. */
  readonly start: string;
  readonly file: CaseFile;
  readonly now: Instant;
  /** Letters to people of which the post has said nothing yet. */
  readonly unsent: readonly LetterOrder[];
  /** An access case of the same person is open (R49a). Only the cases that hold anything up are tried with it. */
  readonly isHeld: boolean;
}

/** One step from place to place, and the events it caused. */
export interface Step {
  readonly name: string;
  readonly before: Place;
  readonly after: Place;
  readonly caused: readonly CaseEvent[];
  /** Judges the same command once more. */
  readonly again?: () => Decision<CaseEvent>;
}

/** The names of the steps in which nothing but time passes. */
export const waits: readonly string[] = ['time', 'to the last day', 'ten days'];

/** What judges: the case itself, or a copy with a bug that was seeded on purpose. */
export interface Judges {
  readonly command: (
    file: CaseFile,
    command: CaseCommand,
    now: Instant,
    expectedVersion?: number,
  ) => Decision<CaseEvent>;
  readonly outcome: (
    file: CaseFile,
    order: LetterOrder,
    outcome: LetterOutcome,
    now: Instant,
  ) => readonly CaseEvent[];
  readonly time: (file: CaseFile, now: Instant) => readonly CaseEvent[];
  readonly calendar: (file: CaseFile, calendar: Calendar, now: Instant) => Decision<CaseEvent>;
  readonly reopening: (file: CaseFile, command: Reopen, now: Instant) => Decision<CaseEvent>;
  /** What a case is taken up for when its run is over, so that it stays closed. */
  readonly afterClosing: (file: CaseFile, command: CaseCommand, now: Instant) => Decision<CaseEvent>;
  readonly evolve: (file: CaseFile, event: CaseEvent) => CaseFile;
}

export const theCase: Judges = {
  command: decide,
  outcome: decideOutcome,
  time: decideByTime,
  calendar: decideCalendarChange,
  reopening: (file, command, now) => decideReopening(file, command, 'ab12', now),
  afterClosing: (file, command, now) => decideAfterClosing(file, command, 'ab12', now),
  evolve,
};

/** What is kept never changes: a judge that alters it fails here. */
function frozen(file: CaseFile): CaseFile {
  Object.freeze(file.events);
  Object.freeze(file.openTasks);
  return Object.freeze(file);
}

export function lettersOf(file: CaseFile, events: readonly CaseEvent[]): readonly LetterOrder[] {
  return events.flatMap(event => lettersDecidedBy(file, event)).filter(order => !isToStaff(order));
}

/** The place after these events, at the moment at which it then is. */
export function follow(judges: Judges, place: Place, caused: readonly CaseEvent[]): Place {
  if (caused.length === 0) return place;
  caused.forEach(Object.freeze);
  const file = frozen(caused.reduce(judges.evolve, place.file));
  return { ...place, file, unsent: [...place.unsent, ...lettersOf(file, caused)] };
}

/** Where a case, or a run of it, begins. */
export function begin(place: Omit<Place, 'file' | 'unsent'>, opening: CaseOpening): Place {
  const file = frozen(openCaseFile(opening));
  return { ...place, file, unsent: lettersOf(file, opening.events.slice(-1)) };
}
