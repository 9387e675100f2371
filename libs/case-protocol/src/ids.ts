import type { CaseId, CaseRight } from '@duly/case';

/** The type of the workflow that lives one case. */
export const caseWorkflowType = 'rightsRequest';

/** The type of the workflow that tells cases of a changed calendar. */
export const calendarChangeType = 'calendarChange';

/** One at a time for each calendar. */
export const calendarChangeIdOf = (calendar: string): string => `calendar-change-${calendar}`;

/** The type of the workflow that tells the cases of a right of its new schedule of reminders. */
export const scheduleChangeType = 'scheduleChange';

/** One at a time for each right. */
export const scheduleChangeIdOf = (right: CaseRight): string => `schedule-change-${right}`;

/** Work beside the cases has a queue of its own, so that it never stands in the way of one. */
export const calendarQueueOf = (taskQueue: string): string => `${taskQueue}-calendar`;

export const packageWorkflowType = 'buildPackage';
export const packageWorkflowIdOf = (packageId: string): string => `package-${packageId}`;

/** The type of the workflow that sends a package straight to another controller. */
export const transferWorkflowType = 'sendStraight';
/** @param round how often it was begun: one that had failed is begun anew */
export const transferWorkflowIdOf = (deliveryId: string, round: number): string =>
  `transfer-${deliveryId}-${round}`;

/** Heavy work has workers' places of its own: a package of a million records holds up no case. */
export const packageQueueOf = (taskQueue: string): string => `${taskQueue}-packages`;
/** The types of the workflows that keep the record: archive closed histories, hold a sample of the register against them, rebuild it. */
export const keepingTypes = {
  historyArchive: 'historyArchive',
  registerCheck: 'registerCheck',
  registerRebuild: 'registerRebuild',
} as const;

export const keepingQueueOf = (taskQueue: string): string => `${taskQueue}-keeping`;

/** One at a time for each queue. */
export const keepingIdOf = (type: keyof typeof keepingTypes, taskQueue: string): string =>
  `${type}-${taskQueue}`;

/** One workflow per case; its runs follow each other under the same id. */
export function workflowIdOf(caseId: CaseId): string {
  return `case-${caseId}`;
}

/** The case of a workflow id; undefined where it is none of ours. */
export function caseIdOf(workflowId: string): CaseId | undefined {
  return workflowId.startsWith('case-') ? workflowId.slice('case-'.length) : undefined;
}
