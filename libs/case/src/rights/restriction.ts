import { verbsOfRecipients } from '../duties/recipients/commands.js';
import { recipientsOwed } from '../duties/recipients/judge.js';
import { toldOfRecipients } from '../duties/recipients/letters.js';
import { verbsOfRestriction } from '../duties/restriction/commands.js';
import { restrictionOwed } from '../duties/restriction/judge.js';
import { verbsOfExemptions } from '../duties/exemptions/commands.js';
import { exemptionReviewOwed } from '../duties/exemptions/judge.js';
import { everyOf, type RightRules } from './right-rules.js';

export const restriction: RightRules = {
  cite: 'UK GDPR Art 18 (R39)',
  verbs: [...verbsOfRestriction, ...verbsOfRecipients, ...verbsOfExemptions],
  owes: [restrictionOwed, recipientsOwed, exemptionReviewOwed],
  tells: everyOf('DataRestricted', ...toldOfRecipients),
};
