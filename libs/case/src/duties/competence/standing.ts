import { competenceOf } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import type { Verb } from '../../commands.js';
import { refused } from '../../decide/judging.js';
import type { AgeBand, ChildNamed } from '../../names.js';
import { peopleOf } from '../../people.js';
import type { CaseRefusal } from '../../refusals.js';
import { lastOne, receipt } from '../../what-happened.js';
import { standingAuthority } from '../authority/standing-authority.js';
import type { Owed } from '../owed.js';

/** An age for which the law says the same as for the whole band. */
const ageIn: Readonly<Record<AgeBand, number>> = { 'under-12': 11, '12-to-15': 12, '16-or-17': 16 };

/** What hands over data, or acts on them, because the right is used. What only shields them, as a restriction, is none. */
const usingTheRight: readonly Verb[] = [
  'answer',
  'explain-decision',
  'disclose-recipients',
  'carry-out-erasure',
  'record-correction',
  'stop-processing',
  'decide-again',
  'decide-transfer',
];

export function competenceIn({ aged, livesIn }: ChildNamed): ReturnType<typeof competenceOf> {
  return competenceOf(livesIn, ageIn[aged]);
}

/** The child that the request names, as last assessed. */
function childOf(file: CaseFile): ChildNamed | undefined {
  return lastOne(file, 'CompetenceAssessed') ?? peopleOf(file).child;
}

/** An objection to direct marketing hands out nothing and has no hurdle, whoever brings it (UK GDPR Art 21(3); R61). */
const hasNoHurdle = (file: CaseFile): boolean => receipt(file).right === 'objection_direct_marketing';

const asksAsParent = (file: CaseFile): boolean => peopleOf(file).actsAs === 'parent';

/**
 * A child that understands uses the right itself, or says that the parent may. The last word counts; a child's no stands against what
 * is said for the parent on the same day. Of nobody of 12 or more is it taken for granted that they do not understand.
 */
function hasStanding(file: CaseFile, child: ChildNamed): boolean {
  const assessed = lastOne(file, 'CompetenceAssessed');
  const shown = standingAuthority(file);
  // Parental responsibility is what a parent has; only the child's own word lets them use a right that is the child's.
  const authority = shown?.authority === 'parental-responsibility' ? undefined : shown;
  const saysNo = assessed?.competent === true && !assessed.agrees;
  if (authority) return !saysNo || authority.on > assessed.on;
  if (assessed) return !saysNo;
  return child.aged === 'under-12';
}

/** R48 — whatever the settings: a child's data are not handed to a parent who has no say in them, nor dealt with as the parent asks. */
export function refuseWithoutStanding(file: CaseFile, verb: Verb): CaseRefusal | undefined {
  const child = hasNoHurdle(file) ? undefined : childOf(file);
  if (!usingTheRight.includes(verb) || !asksAsParent(file) || !child || hasStanding(file, child)) {
    return undefined;
  }
  const law = competenceIn(child);
  const { aged, livesIn } = child;
  return refused(
    'no-standing',
    `${'cite' in law ? law.cite : 'Age of Legal Capacity (Scotland) Act 1991 s.1'} (R48)`,
    {
      message: 'The right is the child’s own, and nothing on record says that the parent may use it.',
      remedy:
        'Record whether the child understands and agrees (`assess-competence`), or the child’s own authority (`record-authority`).',
    },
    { aged, livesIn },
  );
}

/** R48 — owed where a child is named of whom nothing is presumed, whoever asks; and where a parent asks and nobody has said how old the child is. */
export function competenceOwed(file: CaseFile): Owed | undefined {
  if (hasNoHurdle(file) || lastOne(file, 'CompetenceAssessed')) return undefined;
  const { child } = peopleOf(file);
  if (!child && !asksAsParent(file)) return undefined;
  const law = child && competenceIn(child);
  if (law && law.competence !== 'case_by_case') return undefined;
  return {
    duty: 'competence',
    cite: `${law?.cite ?? 'ICO guidance on children’s rights'} (R48)`,
    toDo: 'Record whether the child understands the right (`assess-competence`).',
  };
}
