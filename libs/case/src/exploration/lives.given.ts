import type { EventType } from '../events.js';
import type { LetterOutcome } from '../letters.js';
import { theCase, type Place, type Step } from './place.given.js';
import { Steps, type Tried } from './steps.given.js';

/** What is done, and its letters accepted, or refused by the post; or that time passes until something has happened. */
export type Doing = string | { readonly bounced: string } | { readonly until: EventType };

const steps = new Steps(theCase);

function named(tried: readonly Tried[], name: string): Step | undefined {
  return tried
    .map(({ result }) => result)
    .find((result): result is Step => typeof result !== 'string' && result.name === name);
}

/** Every letter under way has this outcome. */
function posted(place: Place, outcome: LetterOutcome['outcome'] = 'accepted'): Place {
  const [order] = place.unsent;
  return order ? posted(steps.outcome(place, order, outcome).after, outcome) : place;
}

function done(place: Place, name: string): Place {
  const step = named(steps.from(place), name);
  if (!step) throw new Error(`"${name}" cannot be done in ${place.start}.`);
  return step.after;
}

function waited(place: Place, until: EventType): Place {
  let there = posted(place);
  for (let left = 40; left > 0; left -= 1) {
    if (there.file.events.some(({ type }) => type === until)) return there;
    there = posted(named(steps.inTime(there), 'time')?.after ?? there);
  }
  throw new Error(`Time alone never brings ${until}.`);
}

/** A case that has lived for a while: each thing done in turn, the post willing. */
export function lived(from: Place, life: readonly Doing[]): Place {
  return life.reduce((place, doing) => {
    if (typeof doing === 'string') return posted(done(place, doing));
    return 'until' in doing ? waited(place, doing.until) : posted(done(place, doing.bounced), 'refused');
  }, from);
}
