import { verbsOfRecipients } from '../duties/recipients/commands.js';
import { recipientsOwed } from '../duties/recipients/judge.js';
import { toldOfRecipients } from '../duties/recipients/told.js';
import { verbsOfRestriction } from '../duties/restriction/commands.js';
import { restrictionGranted, restrictionOwed, standingRestrictions } from '../duties/restriction/judge.js';
import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import type { RightRules } from './right-rules.js';

export const restriction: RightRules = {
  cite: 'UK GDPR Art 18 (R39)',
  verbs: [...verbsOfRestriction, ...verbsOfRecipients, ...verbsOfExemptions],
  owes: [restrictionOwed, recipientsOwed, exemptionReviewOwed],
  owesRefused: [recipientsOwed],
  /** Of what has been lifted the person was told when it was (Art 18(3)). */
  tells: file => [...standingRestrictions(file), ...toldOfRecipients(file)],
  granted: restrictionGranted,
};
