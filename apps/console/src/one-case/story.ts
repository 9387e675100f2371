import type { TimelineView } from '@duly/api-contract';
import { londonDayAt, writeDay, type Instant } from '@duly/law';

type Timeline = Pick<TimelineView, 'events' | 'words' | 'staff'>;

export interface Told {
  readonly number: number;
  readonly what: string;
  readonly on: string;
  readonly by: string;
  readonly cite: string;
  /** What was said or written, where the reader may see it. */
  readonly words: readonly string[];
  /** The kind of letter that it is about, and how that was given. */
  readonly letter?: string;
  readonly how?: string;
  /** The day on which it was written down, where that was a later one. */
  readonly recordedOn?: string;
  /** The day on which a notice was posted that counts on a later one (R13). */
  readonly postedOn?: string;
}

/** An event's own data are open in the contract; a notice's second day is one of them. */
const postedOn = ({ type, postedOn: day }: Record<string, unknown>): Pick<Told, 'postedOn'> =>
  type === 'NoticeGiven' && typeof day === 'string' ? { postedOn: day } : {};

/** Of what became of a letter: which, and by what way. */
const letterOf = ({ type, kind, how }: Record<string, unknown>): Pick<Told, 'letter' | 'how'> =>
  type === 'NoticeGiven' || type === 'NoticeNotGiven'
    ? { ...(typeof kind === 'string' && { letter: kind }), ...(typeof how === 'string' && { how }) }
    : {};

const recordedLater = ({ on, recordedAt }: TimelineView['events'][number]): Pick<Told, 'recordedOn'> => {
  const recordedOn = writeDay(londonDayAt(Date.parse(recordedAt) as Instant));
  return recordedOn > on ? { recordedOn } : {};
};

/** What happened, the last first, with who did it and the words that were given. */
export function storyOf({ events, words, staff }: Timeline): readonly Told[] {
  return events
    .map(event => ({
      number: event.number,
      what: event.type,
      on: event.on,
      by: staff[event.by] ?? event.by,
      cite: event.cite,
      ...letterOf(event),
      ...recordedLater(event),
      ...postedOn(event),
      words: textsIn(event).flatMap(text => words?.[text] ?? []),
    }))
    .reverse();
}

/** The verb that somebody has proposed, where that was the last thing a person did; an event's own data are open in the contract. */
export function proposedLast({ events, staff }: Timeline): string | undefined {
  const last = events.findLast(({ by }) => Object.hasOwn(staff, by));
  const { command } = (last?.type === 'StepProposed' ? last : {}) as { readonly command?: { verb?: string } };
  return command?.verb;
}

/** Every text of an event, however deep: the evidence of a factor lies below its assessment. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
