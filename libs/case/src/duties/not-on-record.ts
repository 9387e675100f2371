import { refused } from '../decide/judging.js';
import type { CaseRefusal } from '../refusals.js';
import type { Recorded } from '../refusals.js';

/**
 * The command speaks of something that the case does not hold.
 * @param number of the event it names; null where it names none
 */
export function notOnRecord(cite: string, what: Recorded, number: number | null): CaseRefusal {
  return refused(
    'not-on-record',
    cite,
    {
      message:
        number === null ? `There is no ${what} on record yet.` : `Event ${number} is no ${what} that stands.`,
      remedy: 'Record it first, or name the number of its event, as the timeline shows it.',
    },
    { what, number },
  );
}
