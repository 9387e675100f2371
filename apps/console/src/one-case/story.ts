import type { TimelineView } from '@duly/api-contract';

export interface Told {
  readonly number: number;
  readonly what: string;
  readonly on: string;
  readonly by: string;
  readonly cite: string;
  /** What was said or written, where the reader may see it. */
  readonly words: readonly string[];
  /** The day on which a notice was posted that counts on a later one (R13). */
  readonly postedOn?: string;
}

/** An event's own data are open in the contract; a notice's second day is one of them. */
const postedOn = ({ type, postedOn: day }: Record<string, unknown>): Pick<Told, 'postedOn'> =>
  type === 'NoticeGiven' && typeof day === 'string' ? { postedOn: day } : {};

/** What happened, the last first, with who did it and the words that were given. */
export function storyOf({ events, words, staff }: TimelineView): readonly Told[] {
  return events
    .map(event => ({
      number: event.number,
      what: event.type,
      on: event.on,
      by: staff[event.by] ?? event.by,
      cite: event.cite,
      ...postedOn(event),
      words: textsIn(event).flatMap(text => words?.[text] ?? []),
    }))
    .reverse();
}

/** Every text of an event, however deep: the evidence of a factor lies below its assessment. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
