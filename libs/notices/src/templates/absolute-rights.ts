import type { AbsoluteRightsData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { escalationToManager } from './escalation-to-manager.notice.js';
import { approvalToManager } from './approval-to-manager.notice.js';
import { complaintAcknowledgement } from './complaint-acknowledgement.notice.js';
import { complaintOutcome } from './complaint-outcome.notice.js';
import { complaintProgress } from './complaint-progress.notice.js';
import { marketingStopped } from './marketing-stopped.notice.js';
import { progressDue } from './progress-due.notice.js';
import { whichRecord } from './which-record.notice.js';

/** Complaints, the objection to marketing, and approvals that cannot wait. */
export const absoluteRights: {
  readonly [Kind in keyof AbsoluteRightsData]: Template<AbsoluteRightsData[Kind]>;
} = {
  'complaint-acknowledgement': complaintAcknowledgement,
  'complaint-progress': complaintProgress,
  'complaint-outcome': complaintOutcome,
  'progress-due': progressDue,
  'marketing-stopped': marketingStopped,
  'which-record': whichRecord,
  'approval-to-manager': approvalToManager,
  'escalation-to-manager': escalationToManager,
};
