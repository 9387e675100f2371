import type { Instant } from '@duly/law';
import type { CaseFile } from './case-file.js';
import type { CaseEvent } from './events.js';
import { evolveWith } from './evolve.js';
import { londonDateAt, writeInstant } from './instants.js';
import { isToStaff, type LetterOrder } from './letters.js';
import { lettersDecidedBy } from './letters-decided.js';
import { decideOutcome } from './outcome.js';
import { taskChangesOf } from './task-changes.js';

/** What would follow from events that have been decided, but not taken. */
export interface Foreseen {
  /** The letters they order, staff's included, as the case would order them. */
  readonly letters: readonly LetterOrder[];
  /** The case after them, its letters on their way. */
  readonly after: CaseFile;
  /** The case once its letters to persons were given, on the same day: many dates move only then (UK GDPR Art 12A(2)–(5)). */
  readonly onceGiven: CaseFile;
}

function taking(file: CaseFile, events: readonly CaseEvent[], letters: LetterOrder[]): CaseFile {
  let after = file;
  for (const event of events) {
    after = evolveWith(after, event, taskChangesOf(after, event));
    letters.push(...lettersDecidedBy(after, event));
  }
  return after;
}

/** Looks ahead without taking anything. @param now the case's own time */
export function foresee(file: CaseFile, events: readonly CaseEvent[], now: Instant): Foreseen {
  const letters: LetterOrder[] = [];
  const after = taking(file, events, letters);
  const told = { outcome: 'accepted', on: londonDateAt(now), at: writeInstant(now) } as const;
  const toPersons = letters.filter(letter => !isToStaff(letter));
  const onceGiven = toPersons.reduce(
    (given, order) =>
      taking(given, decideOutcome(given, order, { letterId: order.letterId, ...told }, now), []),
    after,
  );
  return { letters, after, onceGiven };
}
