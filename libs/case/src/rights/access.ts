import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { leftOutForOthers, othersOwed } from '../duties/others/judge.js';
import { particularsOwed } from '../duties/particulars/judge.js';
import { searchOwed } from '../duties/search/judge.js';
import { lastOf, type RightRules } from './right-rules.js';

export const access: RightRules = {
  cite: 'UK GDPR Art 15 (R36)',
  verbs: [
    'record-search',
    'record-particulars',
    'review-other-person',
    'find-no-other-person',
    ...verbsOfExemptions,
  ],
  owes: [searchOwed, othersOwed, exemptionReviewOwed, particularsOwed],
  tells: file => [...lastOf('ParticularsRecorded')(file), ...leftOutForOthers(file)],
};
