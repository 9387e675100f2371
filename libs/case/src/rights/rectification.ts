import { correctionGranted, correctionOwed, findingOwed, isChecked } from '../duties/correction/judge.js';
import { verbsOfRecipients } from '../duties/recipients/commands.js';
import { recipientsOwed } from '../duties/recipients/judge.js';
import { toldOfRecipients } from '../duties/recipients/told.js';
import { verbsOfRestriction } from '../duties/restriction/commands.js';
import { liftingOwed } from '../duties/restriction/judge.js';
import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { everyOf, type RightRules } from './right-rules.js';

export const rectification: RightRules = {
  cite: 'UK GDPR Art 16 (R37)',
  verbs: [
    'record-finding',
    'record-correction',
    ...verbsOfRestriction,
    ...verbsOfRecipients,
    ...verbsOfExemptions,
  ],
  owes: [findingOwed, correctionOwed, liftingOwed(isChecked), recipientsOwed, exemptionReviewOwed],
  findsNotApplying: [findingOwed],
  owesRefused: [liftingOwed(isChecked), recipientsOwed],
  tells: file => [...everyOf('FindingRecorded', 'CorrectionMade')(file), ...toldOfRecipients(file)],
  granted: correctionGranted,
};
