import type { LetterData, LetterKind } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { abandonmentWarning } from './abandonment-warning.notice.js';
import { abandonment } from './abandonment.notice.js';
import { acknowledgement } from './acknowledgement.notice.js';
import { alarmToHandler } from './alarm-to-handler.notice.js';
import { alarmToManager } from './alarm-to-manager.notice.js';
import { answer } from './answer.notice.js';
import { authority } from './authority.notice.js';
import { cannotIdentify } from './cannot-identify.notice.js';
import { clarification } from './clarification.notice.js';
import { closure } from './closure.notice.js';
import { death } from './death.notice.js';
import { dismissal } from './dismissal.notice.js';
import { enquiryOverdue } from './enquiry-overdue.notice.js';
import { decisionExplained } from './duties/decision-explained.notice.js';
import { recipients } from './duties/recipients.notice.js';
import { recipientsUntold } from './duties/recipients-untold.notice.js';
import { restrictionLifting } from './duties/restriction-lifting.notice.js';
import { absoluteRights } from './absolute-rights.js';
import { disclosure } from './disclosure.notice.js';
import { transfer } from './transfer.notice.js';
import { extension } from './extension.notice.js';
import { feeRefund } from './fee-refund.notice.js';
import { fee } from './fee.notice.js';
import { identity } from './identity.notice.js';
import { reclassification } from './reclassification.notice.js';
import { refusal } from './refusal.notice.js';
import { reminderToHandler } from './reminder-to-handler.notice.js';
import { reminderToRequester } from './reminder-to-requester.notice.js';
import { withdrawal } from './withdrawal.notice.js';

/** One template per kind of letter. */
export const templates: { readonly [Kind in LetterKind]: Template<LetterData[Kind]> } = {
  acknowledgement,
  identity,
  authority,
  fee,
  'fee-refund': feeRefund,
  clarification,
  extension,
  refusal,
  answer,
  withdrawal,
  'abandonment-warning': abandonmentWarning,
  abandonment,
  'cannot-identify': cannotIdentify,
  death,
  reclassification,
  dismissal,
  'enquiry-overdue': enquiryOverdue,
  closure,
  'reminder-to-requester': reminderToRequester,
  'reminder-to-handler': reminderToHandler,
  'alarm-to-handler': alarmToHandler,
  'alarm-to-manager': alarmToManager,
  recipients,
  'recipients-untold': recipientsUntold,
  'restriction-lifting': restrictionLifting,
  'decision-explained': decisionExplained,
  disclosure,
  transfer,
  ...absoluteRights,
};

export const letterKinds = Object.keys(templates) as readonly LetterKind[];
