import type { CaseItem } from '@duly/api-contract';
import type { CaseSummary } from '@duly/case';

/** A case in a few words. */
export function caseItem(
  summary: Pick<
    CaseSummary,
    'caseId' | 'reference' | 'right' | 'state' | 'dueDate' | 'planBy' | 'isProvisional' | 'version'
  >,
): CaseItem {
  const { caseId: id, reference, right, state, dueDate, planBy, isProvisional, version } = summary;
  return { id, reference, right, state, dueDate, planBy, isProvisional, version };
}
