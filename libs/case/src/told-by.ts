import type { CaseEvent, EventOf, EventType } from './events.js';

/** What the events that matter to a question say to it; the others say nothing. */
export type Tellers<Told> = { readonly [Type in EventType]?: (event: EventOf<Type>) => Told };

/** What one event says to a question. */
export function toldBy<Told>(event: CaseEvent, tellers: Tellers<Told>): Told | undefined {
  const tell = tellers[event.type] as ((event: CaseEvent) => Told) | undefined;
  return tell?.(event);
}
