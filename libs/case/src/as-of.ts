import type { CivilDate } from '@duly/law';
import type { CaseFile, CaseOpening } from './case-file.js';
import type { CaseEvent } from './events.js';
import { openCaseFile } from './evolve.js';

/**
 * `on`: what was true at the end of a day, by the dates of what happened, whenever we learned of it. `recordedAt`: what we believed at an
 * instant (ISO 8601 UTC), by when each thing was recorded.
 */
export type AsOf = { readonly on: CivilDate } | { readonly recordedAt: string };

/** A correction speaks of what was true all along: of the day it tells of, not of the day on which it was made. */
const corrects = ({ type }: CaseEvent): boolean =>
  type === 'ReceiptDateCorrected' || type === 'RecordTakenBack';

function counts(asOf: AsOf): (event: CaseEvent) => boolean {
  if ('recordedAt' in asOf) {
    const { recordedAt } = asOf;
    return event => event.recordedAt <= recordedAt;
  }
  return event => event.on <= asOf.on || corrects(event);
}

/**
 * The case as it stood, folded from the events up to there, by the settings and the public holidays that its run was opened with, and their
 * changes up to there. Undefined where it was not there yet.
 * @param openings of every run, in order
 */
export function caseAsOf(
  openings: readonly CaseOpening[],
  events: readonly CaseEvent[],
  asOf: AsOf,
): CaseFile | undefined {
  const then = events.filter(counts(asOf));
  const [first] = then;
  const last = then.findLast(event => !corrects(event));
  const run = 'recordedAt' in asOf ? then.at(-1)?.run : last?.run;
  const opening = openings.find(one => one.run === run);
  if (first?.type !== 'RequestReceived' || !opening) return undefined;
  return openCaseFile({ ...opening, events: then });
}
