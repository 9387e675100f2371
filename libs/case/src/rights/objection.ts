import type { RightRules } from './right-rules.js';

export const objection: RightRules = {
  cite: 'UK GDPR Art 21(1) (R41)',
  verbs: [],
  owes: [],
};
