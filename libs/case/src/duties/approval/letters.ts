import { toStaff, type LetterRule } from '../../letter-rules.js';
import type { ApprovalEvents } from './events.js';

export const approvalLetters: Readonly<Record<keyof ApprovalEvents, readonly LetterRule[]>> = {
  ApprovalEscalated: [toStaff('approval-to-manager', 'manager')],
};
