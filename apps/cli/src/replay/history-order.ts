import type { HistoryEventJson, HistoryJson } from './case-record.js';

const prefix = 'EVENT_TYPE_';

/** `EVENT_TYPE_TIMER_FIRED` → `TimerFired`. */
export function typeOf({ eventType }: HistoryEventJson): string {
  if (typeof eventType !== 'string') return 'no type';
  return eventType
    .replace(prefix, '')
    .toLowerCase()
    .replace(/(^|_)(.)/g, (_all, _gap, letter: string) => letter.toUpperCase());
}

const numberOf = ({ eventId }: HistoryEventJson): number => Number(eventId);

const named = (event: HistoryEventJson): string => `${numberOf(event)} (${typeOf(event)})`;

function placeOf(event: HistoryEventJson, place: number, before: HistoryEventJson | undefined): string[] {
  const number = numberOf(event);
  if (number === place) return [];
  const after = before ? `after history event ${named(before)}` : 'at the beginning';
  return number > place
    ? [`${after} comes ${named(event)}: history event ${place} is missing or was moved`]
    : [`${after} comes ${named(event)}: it was moved or is there twice`];
}

/** An event's content is named after its type; a renamed type no longer fits. */
function contentOf(event: HistoryEventJson): string[] {
  const type = typeOf(event);
  const expected = `${type.charAt(0).toLowerCase()}${type.slice(1)}EventAttributes`;
  const found = Object.keys(event).filter(name => name.endsWith('EventAttributes'));
  return found.length === 1 && found[0] === expected
    ? []
    : [`history event ${named(event)} has the content of another type (${found.join(', ') || 'none'})`];
}

/** No event lies further back than the one it says it follows from. */
function causesOf(event: HistoryEventJson, types: ReadonlyMap<number, string>): string[] {
  const content = Object.entries(event).find(([name]) => name.endsWith('EventAttributes'))?.[1];
  if (typeof content !== 'object' || content === null) return [];
  const fields = content as Readonly<Record<string, unknown>>;
  const causes: readonly (readonly [string, RegExp])[] = [
    ['workflowTaskCompletedEventId', /^WorkflowTaskCompleted$/],
    ['scheduledEventId', /Scheduled$/],
    ['startedEventId', /Started$/],
    ['acceptedEventId', /^WorkflowExecutionUpdateAccepted$/],
  ];
  return causes.flatMap(([field, fits]) => {
    const cause = Number(fields[field] ?? 0);
    if (cause === 0) return [];
    const type = types.get(cause);
    if (cause < numberOf(event) && type !== undefined && fits.test(type)) return [];
    return [
      `history event ${named(event)} says that it follows from event ${cause}, which is ${type ?? 'absent'}`,
    ];
  });
}

/** What is wrong with the order of a history, in words; a replay alone would not see all of it. */
export function disorder({ events }: HistoryJson): readonly string[] {
  const types = new Map(events.map(event => [numberOf(event), typeOf(event)]));
  const places = events.flatMap((event, index) => placeOf(event, index + 1, events[index - 1]));
  // Once one is missing every later one stands in the wrong place; the first says it all.
  if (places.length > 0) return places.slice(0, 2);
  return events.flatMap(event => [...contentOf(event), ...causesOf(event, types)]).slice(0, 5);
}
