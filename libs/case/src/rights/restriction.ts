import type { RightRules } from './right-rules.js';

export const restriction: RightRules = {
  cite: 'UK GDPR Art 18 (R39)',
  verbs: [],
  owes: [],
};
