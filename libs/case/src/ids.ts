import type { CaseOpening } from './case-file.js';
import type { CaseEvent } from './events.js';
import type { LetterRule } from './letter-rules.js';
import type { TaskKind } from './task-kinds.js';

/** What tells one letter of a kind to the same person from another. */
export function occasionOf(event: CaseEvent, { level }: LetterRule): string {
  if (level === 'case') return `${event.run}.${event.number}`;
  // All cases of a request are opened by one letter: their acknowledgement is one.
  // One that was found later has an acknowledgement of its own.
  if (event.type === 'RequestReceived') return event.origin ? `opening-${event.right}` : 'opening';
  return 'occasion' in event ? event.occasion : String(event.number);
}

/** The same for the same letter, however often it is decided or tried: of the case, or of the request for all its cases. */
export function letterIdOf(opening: CaseOpening, event: CaseEvent, rule: LetterRule): string {
  const { kind, recipient, level } = rule;
  const owner = level === 'request' ? opening.requestId : opening.caseId;
  return [owner, occasionOf(event, rule), kind, recipient].join('.');
}

/** @param about what tells the tasks of one kind apart, where one event opens several */
export function taskIdOf(opening: CaseOpening, event: CaseEvent, kind: TaskKind, about?: number): string {
  return [opening.caseId, event.run, event.number, kind, ...(about === undefined ? [] : [about])].join('.');
}
