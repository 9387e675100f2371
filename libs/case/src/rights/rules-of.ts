import { authorityOwed } from '../duties/authority/owed.js';
import { competenceOwed } from '../duties/competence/standing.js';
import type { Owed } from '../duties/owed.js';
import type { CaseFile } from '../case-file.js';
import type { AbsoluteRight, CaseRight, WeighedRight } from '../names.js';
import { receipt } from '../what-happened.js';
import { access } from './access.js';
import { automatedDecisions } from './automated-decisions.js';
import { complaint } from './complaint.js';
import { directMarketing } from './direct-marketing.js';
import { erasure } from './erasure.js';
import { objection } from './objection.js';
import { portability } from './portability.js';
import { rectification } from './rectification.js';
import { restriction } from './restriction.js';
import type { AbsoluteRules, Granted, RightRules } from './right-rules.js';

/** The rights that can be refused, charged for and extended on the grounds of the law. */
const weighed: Readonly<Record<WeighedRight, RightRules>> = {
  access,
  rectification,
  erasure,
  restriction,
  portability,
  objection,
  adm_22c: automatedDecisions,
};
const absolute: Readonly<Record<AbsoluteRight, AbsoluteRules>> = {
  objection_direct_marketing: directMarketing,
  complaint,
};

export function isWeighed(right: CaseRight): right is WeighedRight {
  return Object.hasOwn(weighed, right);
}

export function rulesOf(file: CaseFile): RightRules {
  const { right } = receipt(file);
  return isWeighed(right) ? weighed[right] : absolute[right];
}

/** What the right of this case still wants on record before it is answered, in the order in which it is done. */
export function owedBy(file: CaseFile): readonly Owed[] {
  const { owes, lacks } = rulesOf(file);
  // A right that has no hurdle asks nobody for papers.
  const ofWhoAsks = lacks?.['ask-for-authority'] ? [competenceOwed] : [authorityOwed, competenceOwed];
  return [...ofWhoAsks, ...owes].map(owing => owing(file)).filter(owed => owed !== undefined);
}

/** What is left to do of a request that is refused wholly. */
export function owedWhenRefused(file: CaseFile): readonly Owed[] {
  return (rulesOf(file).owesRefused ?? []).map(owing => owing(file)).filter(owed => owed !== undefined);
}

/** How far what was found grants what this case asks; undefined while nothing on record says so. */
export function grantedBy(file: CaseFile): Granted | undefined {
  return rulesOf(file).granted?.(file);
}
