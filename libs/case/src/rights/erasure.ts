import { erasureGranted, erasureOwed, groundsOwed, publicStepsOwed } from '../duties/erasure/judge.js';
import { verbsOfRecipients } from '../duties/recipients/commands.js';
import { recipientsOwed } from '../duties/recipients/judge.js';
import { toldOfRecipients } from '../duties/recipients/told.js';
import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { everyOf, type RightRules } from './right-rules.js';

export const erasure: RightRules = {
  cite: 'UK GDPR Art 17 (R38)',
  verbs: [
    'judge-erasure-ground',
    'judge-erasure-exception',
    'carry-out-erasure',
    'record-public-steps',
    ...verbsOfRecipients,
    ...verbsOfExemptions,
  ],
  owes: [groundsOwed, erasureOwed, publicStepsOwed, recipientsOwed, exemptionReviewOwed],
  findsNotApplying: [groundsOwed],
  tells: file => [...everyOf('DataErased', 'PublicStepsRecorded')(file), ...toldOfRecipients(file)],
  granted: erasureGranted,
};
