import type { RightRules } from './right-rules.js';

export const erasure: RightRules = {
  cite: 'UK GDPR Art 17 (R38)',
  verbs: [],
  owes: [],
};
