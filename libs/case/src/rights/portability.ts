import type { RightRules } from './right-rules.js';

export const portability: RightRules = {
  cite: 'UK GDPR Art 20 (R40)',
  verbs: [],
  owes: [],
};
