import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { itemsOf } from '../duties/portability/items.js';
import { itemsOwed, portabilityGranted, transferOwed } from '../duties/portability/judge.js';
import { everyOf, lastOf, type RightRules } from './right-rules.js';

export const portability: RightRules = {
  cite: 'UK GDPR Art 20 (R40)',
  verbs: ['test-item', 'record-agreement', 'decide-transfer', ...verbsOfExemptions],
  owes: [itemsOwed, transferOwed, exemptionReviewOwed],
  findsNotApplying: [itemsOwed],
  tells: file => [
    ...itemsOf(file).map(({ tested }) => tested),
    ...everyOf('AgreementRecorded')(file),
    ...lastOf('TransferDecided')(file),
  ],
  granted: portabilityGranted,
};
