import { holdFor, type CivilDate } from '@duly/law';
import type { CaseSummary } from './case-file.js';
import type { Destroying } from './commanded.js';
import { refused } from './decide/judging.js';
import { caseRights, type CaseRight } from './names.js';
import type { CaseRefusal } from './refusals.js';

/** While it stands, nothing in scope is altered, erased or restricted (DPA 2018 s.173; R49a). */
export interface HoldInForce {
  /** The day of receipt, as it stands after every correction. */
  readonly since: CivilDate;
  readonly cite: string;
}

/** The rights whose open cases hold what they ask for. */
export const holdingRights: readonly CaseRight[] = caseRights.filter(right => holdFor(right) !== undefined);

/** R49a — from receipt to closure of an access or portability case; null of any other right, and once it has closed. */
export function holdOf({
  right,
  receivedOn,
  closedOn,
}: Pick<CaseSummary, 'right' | 'receivedOn' | 'closedOn'>): HoldInForce | null {
  const hold = holdFor(right);
  if (!hold || closedOn !== null) return null;
  return { since: receivedOn, cite: `${hold.cite} (${hold.rule})` };
}

/** R49a — an offence, where it is meant to prevent disclosure: so it never runs, whatever the settings. */
export function refuseHeld({ heldBy }: Destroying): CaseRefusal | undefined {
  if (heldBy.length === 0) return undefined;
  return refused(
    'held',
    'DPA 2018 s.173 (R49a)',
    {
      message: `What this step would erase or restrict is held: ${heldBy.join(', ')} asks for the same person's data.`,
      remedy: 'Answer that case first; the hold ends when it closes. Then take this step again.',
    },
    { cases: heldBy },
  );
}
