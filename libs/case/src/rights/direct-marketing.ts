import type { RightRules } from './right-rules.js';

export const directMarketing: RightRules = {
  cite: 'UK GDPR Art 21(2)–(3) (R42)',
  verbs: [],
  owes: [],
};
