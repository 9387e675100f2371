import { verbsOfRecipients } from '../duties/recipients/commands.js';
import { recipientsOwed } from '../duties/recipients/judge.js';
import { toldOfRecipients } from '../duties/recipients/told.js';
import { verbsOfRestriction } from '../duties/restriction/commands.js';
import { liftingOwed, restrictionOwed } from '../duties/restriction/judge.js';
import { isOverridden, objectionGranted, stoppingOwed, weighingOwed } from '../duties/weighing/judge.js';
import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { everyOf, type RightRules } from './right-rules.js';

/** A bare objection tells no recipients; the restriction meanwhile does (Arts 18(1)(d), 19). */
export const objection: RightRules = {
  cite: 'UK GDPR Art 21(1) (R41)',
  verbs: [
    'weigh-objection',
    'stop-processing',
    ...verbsOfRestriction,
    ...verbsOfRecipients,
    ...verbsOfExemptions,
  ],
  owes: [
    restrictionOwed,
    weighingOwed,
    stoppingOwed,
    liftingOwed(isOverridden),
    recipientsOwed,
    exemptionReviewOwed,
  ],
  findsNotApplying: [weighingOwed],
  owesRefused: [liftingOwed(isOverridden), recipientsOwed],
  tells: file => [...everyOf('ObjectionWeighed', 'ProcessingStopped')(file), ...toldOfRecipients(file)],
  granted: objectionGranted,
};
