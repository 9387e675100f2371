import type { Instant } from '@duly/law';
import type { CaseFile } from './case-file.js';
import type { CaseEvent } from './events.js';
import { evolveAll } from './evolve.js';
import { momentsOf } from './moments.js';
import { stamp } from './stamp.js';

/** What time has brought about by now. An outage makes it late, never lost and never doubled. */
export function decideByTime(file: CaseFile, now: Instant): readonly CaseEvent[] {
  const [moment] = momentsOf(file, now);
  if (!moment || moment.at > now) return [];
  const events = stamp(file, moment.drafts, 'time', now);
  return [...events, ...decideByTime(evolveAll(file, events), now)];
}

/** The next moment at which time alone brings something about; at or before `now` where it is due already, null where nothing is. */
export function nextMoment(file: CaseFile, now: Instant): Instant | null {
  return momentsOf(file, now)[0]?.at ?? null;
}
