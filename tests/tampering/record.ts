import type { CaseRecord, Json } from '@duly/cli/replay';

/** A history event as JSON, open to be changed by whoever wants to deceive. */
type Open = Record<string, unknown>;
interface Payload {
  data: string;
}

type Tampered = Pick<CaseRecord, 'earlier'> & {
  readonly history: { readonly events: Json[] };
  readonly row: Open;
  readonly rowEvents: Open[];
};

const isOpen = (value: unknown): value is Open => typeof value === 'object' && value !== null;

function attributes(event: Json): Open {
  const content = Object.entries(event).find(([name]) => name.endsWith('EventAttributes'))?.[1];
  if (!isOpen(content)) throw new Error('A history event has no content.');
  return content;
}

/** A copy that can be changed. */
export function copyOf(record: CaseRecord): Tampered {
  return structuredClone(record) as Tampered;
}

/** Every history event of this type, in order. */
export function eventsOf(record: CaseRecord, type: string): readonly Json[] {
  return record.history.events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`);
}

const isPayload = (value: unknown): value is Payload => isOpen(value) && typeof value['data'] === 'string';

function payloadsIn(value: unknown): Payload[] {
  if (!isOpen(value)) return [];
  const { payloads } = value;
  return Array.isArray(payloads) ? payloads.filter(isPayload) : Object.values(value).flatMap(payloadsIn);
}

/** All that a history event carries, as text. */
export function carriedBy(event: Json): string {
  return payloadsIn(attributes(event))
    .map(({ data }) => Buffer.from(data, 'base64').toString('utf8'))
    .join('\n');
}

/** Rewrites what a history event carries, as if it had been recorded so. @throws Error where nothing was there to change */
export function rewrite(event: Json | undefined, from: string, to: string): void {
  let changed = 0;
  for (const payload of event ? payloadsIn(attributes(event)) : []) {
    const text = Buffer.from(payload.data, 'base64').toString('utf8');
    if (!text.includes(from)) continue;
    payload.data = Buffer.from(text.replace(from, to), 'utf8').toString('base64');
    changed += 1;
  }
  if (changed === 0) throw new Error(`${from} was not there to change.`);
}

/** Gives every history event its place as its number, so that no gap is seen. */
export function renumber(record: { readonly history: { readonly events: Json[] } }): void {
  const { events } = record.history;
  events.forEach((event, place) => (events[place] = { ...event, eventId: String(place + 1) }));
}
