import { toStaff, type LetterRule } from '../../letter-rules.js';
import type { EscalationEvents } from './events.js';

export const escalationLetters: Readonly<Record<keyof EscalationEvents, readonly LetterRule[]>> = {
  CaseEscalated: [toStaff('escalation-to-manager', 'manager')],
};
