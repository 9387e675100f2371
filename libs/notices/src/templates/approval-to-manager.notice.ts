import { line, paragraph } from '../document/block.js';
import type { ApprovalToManagerData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { theCase } from '../wording/staff.js';

const steps: Readonly<Record<ApprovalToManagerData['step'], string>> = {
  'ask-for-fee': 'A fee',
  'extend-time': 'An extension',
  refuse: 'A refusal',
  'cannot-identify': 'A letter that says we cannot find the data',
  dismiss: 'A letter that says this is no request',
  'apply-exemption': 'An exemption',
  answer: 'An answer',
};

/** Tells the manager, near the last day, that a step still waits for approval (R33). */
export const approvalToManager: Template<ApprovalToManagerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'A step waits for approval, and time is short',
    blocks: [
      paragraph(
        line`${steps[data.step]} waits for approval. The last day for it is ${fullDate(data.cutOff)}.`,
        ['answer-by'],
      ),
      ...theCase(data),
      paragraph('Please make sure that somebody approves or declines it today.'),
    ],
  }),
};
