import { holdFor, type CivilDate } from '@duly/law';
import type { CaseSummary } from './case-file.js';
import type { Destroying } from './commanded.js';
import { refused } from './decide/judging.js';
import type { Verb } from './commands.js';
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

type HeldAgainst = Partial<Pick<Destroying, 'heldBy' | 'mayBeHeldBy'>> &
  Pick<Destroying, 'on'> & { readonly verb?: Verb };

/** s.173 — the offence is to prevent disclosure: a correction that leaves what stood there to be disclosed prevents none. */
const orKept = (verb: Verb | undefined): string =>
  verb === 'record-correction'
    ? ' A correction need not wait where what it said before is kept for the copy: keep it, and say so (`isEarlierKept`).'
    : '';

/** R49a — an offence, where it is meant to prevent disclosure: so it never runs, whatever the settings. */
export function refuseHeld({
  heldBy = [],
  mayBeHeldBy = [],
  on,
  verb,
}: HeldAgainst): CaseRefusal | undefined {
  if (heldBy.length > 0) {
    return held(heldBy, {
      message: `What this step erases, restricts or overwrites was held on ${on}: ${heldBy.join(', ')} asks for the same person's data.`,
      remedy: `Answer that case first; the hold ends when it closes, and this step is taken after that.${orKept(verb)} If it was taken while the hold stood, note it (\`add-note\`) and put the case before your manager (\`escalate\`).`,
    });
  }
  if (mayBeHeldBy.length === 0) return undefined;
  return held(mayBeHeldBy, {
    message: `What this step erases, restricts or overwrites may be held on ${on}: ${mayBeHeldBy.join(', ')} asks for the data of somebody who looks like this person.`,
    remedy: `Say whether it is the same person: link the two cases as \`same-person\`, or as \`related\` where they are two people (\`link-case\`).${orKept(verb)}`,
  });
}

const held = (cases: readonly string[], words: { readonly message: string; readonly remedy: string }) =>
  refused('held', 'DPA 2018 s.173 (R49a)', words, { cases });
