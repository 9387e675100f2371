import { searchOwed } from '../duties/search/judge.js';
import type { RightRules } from './right-rules.js';

export const access: RightRules = {
  cite: 'UK GDPR Art 15 (R36)',
  verbs: ['record-search'],
  owes: [searchOwed],
};
