import type { RightRules } from './right-rules.js';

export const rectification: RightRules = {
  cite: 'UK GDPR Art 16 (R37)',
  verbs: [],
  owes: [],
};
