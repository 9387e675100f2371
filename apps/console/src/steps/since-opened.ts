import type { TimelineView } from '@duly/api-contract';
import { ApiProblem } from '../duly-api/api-problem.js';

/** One thing that happened to the case after somebody opened its page. */
export interface SinceOpened {
  readonly number: number;
  readonly type: string;
  readonly on: string;
  /** A colleague’s name, or the part of the system that did it. */
  readonly by: string;
  /** A letter given, a day come, a calendar or schedule changed: no person’s command. */
  readonly isOwn: boolean;
}

const ownDoers: readonly string[] = ['time', 'post', 'calendar', 'schedule'];

/** The version that the case had come to; undefined of every other failure. */
export function movedOnTo(error: unknown): number | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'version-conflict') return undefined;
  const { version } = error.problem;
  return typeof version === 'number' ? version : undefined;
}

/** What lies between two versions. @param after the version that was read @param upTo the version that stood in the way */
export function sinceOpened(
  { events, staff }: TimelineView,
  after: number,
  upTo: number,
): readonly SinceOpened[] {
  return events
    .filter(({ number }) => number > after && number <= upTo)
    .map(({ number, type, on, by }) => ({
      number,
      type,
      on,
      by: staff[by] ?? by,
      isOwn: ownDoers.includes(by),
    }));
}
