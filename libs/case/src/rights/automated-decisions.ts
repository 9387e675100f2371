import type { RightRules } from './right-rules.js';

export const automatedDecisions: RightRules = {
  cite: 'UK GDPR Arts 22A–22D (R44)',
  verbs: [],
  owes: [],
};
