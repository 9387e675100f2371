import type { TimelineView } from '@duly/api-contract';

export interface Told {
  readonly number: number;
  readonly what: string;
  readonly on: string;
  readonly by: string;
  readonly cite: string;
  /** What was said or written, where the reader may see it. */
  readonly words: readonly string[];
}

/** What happened, the last first, with who did it and the words that were given. */
export function storyOf({ events, words, staff }: TimelineView): readonly Told[] {
  return events
    .map(event => ({
      number: event.number,
      what: event.type,
      on: event.on,
      by: staff[event.by] ?? event.by,
      cite: event.cite,
      words: Object.values(event).flatMap(value => (typeof value === 'string' ? (words?.[value] ?? []) : [])),
    }))
    .reverse();
}
