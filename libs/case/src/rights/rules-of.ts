import { competenceOwed } from '../duties/competence/standing.js';
import type { Owed } from '../duties/owed.js';
import type { CaseFile } from '../case-file.js';
import type { CaseRight } from '../names.js';
import { receipt } from '../what-happened.js';
import { access } from './access.js';
import { automatedDecisions } from './automated-decisions.js';
import { directMarketing } from './direct-marketing.js';
import { erasure } from './erasure.js';
import { objection } from './objection.js';
import { portability } from './portability.js';
import { rectification } from './rectification.js';
import { restriction } from './restriction.js';
import type { Granted, RightRules } from './right-rules.js';

const rules: Readonly<Record<CaseRight, RightRules>> = {
  access,
  rectification,
  erasure,
  restriction,
  portability,
  objection,
  objection_direct_marketing: directMarketing,
  adm_22c: automatedDecisions,
};

export function rulesOf(file: CaseFile): RightRules {
  return rules[receipt(file).right];
}

/** What the right of this case still wants on record before it is answered, in the order in which it is done. */
export function owedBy(file: CaseFile): readonly Owed[] {
  return [competenceOwed, ...rulesOf(file).owes].map(owing => owing(file)).filter(owed => owed !== undefined);
}

/** How far what was found grants what this case asks; undefined while nothing on record says so. */
export function grantedBy(file: CaseFile): Granted | undefined {
  return rulesOf(file).granted?.(file);
}
