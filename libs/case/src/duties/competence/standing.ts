import { competenceOf } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { refused } from '../../decide/judging.js';
import type { AgeBand, ChildNamed } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import { lastOne, receipt } from '../../what-happened.js';
import type { Owed } from '../owed.js';

/** An age for which the law says the same as for the whole band. */
const ageIn: Readonly<Record<AgeBand, number>> = { 'under-12': 11, '12-to-15': 12, '16-or-17': 16 };

export function competenceIn({ aged, livesIn }: ChildNamed): ReturnType<typeof competenceOf> {
  return competenceOf(livesIn, ageIn[aged]);
}

/** The child whose parent asks, as last assessed; undefined where nobody asks as a parent. */
function childOf(file: CaseFile): ChildNamed | undefined {
  const { actsAs, child } = receipt(file).people;
  return actsAs === 'parent' ? (lastOne(file, 'CompetenceAssessed') ?? child) : undefined;
}

/** A child that understands uses the right itself, or says that the parent may. */
function hasStanding(file: CaseFile, child: ChildNamed): boolean {
  if (lastOne(file, 'AuthorityReceived')) return true;
  const assessed = lastOne(file, 'CompetenceAssessed');
  if (assessed) return !assessed.competent || assessed.agrees;
  return competenceIn(child).competence === 'case_by_case';
}

/** R48 — whatever the settings: a child's data are not handed to a parent who has no say in it. */
export function refuseStanding(file: CaseFile): CaseRefusal | undefined {
  const child = childOf(file);
  if (!child || hasStanding(file, child)) return undefined;
  const law = competenceIn(child);
  const { aged, livesIn } = child;
  return refused(
    'no-standing',
    `${'cite' in law ? law.cite : 'Age of Legal Capacity (Scotland) Act 1991 s.1'} (R48)`,
    {
      message: 'The right is the child’s own, and nothing on record says that the parent may use it.',
      remedy:
        'Ask for the child’s agreement (`ask-for-authority`) and record it, or record an assessment that rebuts the presumption (`assess-competence`).',
    },
    { aged, livesIn },
  );
}

/** R48 — owed where a parent asks for a child of whom nothing is presumed. */
export function competenceOwed(file: CaseFile): Owed | undefined {
  const child = childOf(file);
  if (!child || lastOne(file, 'CompetenceAssessed')) return undefined;
  const law = competenceIn(child);
  if (law.competence !== 'case_by_case') return undefined;
  return {
    duty: 'competence',
    cite: `${law.cite} (R48)`,
    toDo: 'Record whether the child understands the right (`assess-competence`).',
  };
}
