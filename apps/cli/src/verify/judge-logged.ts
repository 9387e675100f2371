import { opensTo } from '@duly/audit';
import { cannotTell, check, type Check } from '../replay/verdict.js';
import type { Json } from '../replay/case-record.js';
import { shown } from '../replay/differences.js';
import { namedEntry } from './judge-proofs.js';
import type { Bundle, ProvedEntry } from './bundle-file.js';

const most = 8;
const fields = ['by', 'cite', 'run'] as const;

const named = (event: Json): string => `event ${shown(event['number'])} (${shown(event['type'])})`;

function differs(event: Json, entry: ProvedEntry): string[] {
  if (event['type'] !== entry.action)
    return [`${named(event)} is called ${entry.action} by ${namedEntry(entry)} of the log`];
  return fields
    .filter(field => (event[field] ?? null) !== entry[field])
    .map(
      field => `${named(event)}: ${field} is ${shown(event[field])}, and ${shown(entry[field])} in the log`,
    );
}

/** Each event was recorded in the log when it happened, and says what it said then. */
export function judgeLogged({ contents, entries }: Bundle): readonly Check[] {
  const logged = new Map(
    entries.flatMap(entry => (entry.eventNumber === null ? [] : [[entry.eventNumber, entry] as const])),
  );
  const events = contents.rowEvents;
  const numbers = new Set(events.map(({ number }) => number));
  const findings = events.flatMap(event => {
    const entry = logged.get(Number(event['number']));
    return entry ? differs(event, entry) : [`${named(event)} is not in the log`];
  });
  const beyond = [...logged.values()]
    .filter(({ eventNumber }) => !numbers.has(eventNumber))
    .map(entry => `${namedEntry(entry)} is in the log, and its event is not in the case`);
  const says = `Each of the ${events.length} events stands in the log as it happened: who, by which rule.`;
  return [
    check(says, [...findings, ...beyond].slice(0, most)),
    judgeCommitments({ contents, entries }, logged),
  ];
}

function judgeCommitments(
  { contents }: Pick<Bundle, 'contents' | 'entries'>,
  logged: ReadonlyMap<number, ProvedEntry>,
): Check {
  const says = 'What each event says is what the log committed to when it happened.';
  if (Object.keys(contents.openings).length === 0)
    return check(
      `${says} The key of the case is destroyed: nothing can be shown of it, and nothing need be.`,
      [],
    );
  const findings = contents.rowEvents.flatMap(event => {
    const number = Number(event['number']);
    const [opening, commitment] = [contents.openings[number], logged.get(number)?.commitment];
    if (commitment === undefined || commitment === null) return [];
    if (opening === undefined) return [`what opens the commitment to ${named(event)} was taken out`];
    return opensTo(event, opening, commitment)
      ? []
      : [`${named(event)} says something else than it did when it happened`];
  });
  const open = contents.rowEvents.length - findings.length;
  return open === 0 && findings.length === 0
    ? cannotTell(says, 'there is no event')
    : check(says, findings.slice(0, most));
}
