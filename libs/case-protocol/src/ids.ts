import type { CaseId } from '@duly/case';

/** The type of the workflow that lives one case. */
export const caseWorkflowType = 'rightsRequest';

/** One workflow per case; its runs follow each other under the same id. */
export function workflowIdOf(caseId: CaseId): string {
  return `case-${caseId}`;
}

/** The case of a workflow id; undefined where it is none of ours. */
export function caseIdOf(workflowId: string): CaseId | undefined {
  return workflowId.startsWith('case-') ? workflowId.slice('case-'.length) : undefined;
}
