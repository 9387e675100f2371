import { lookedAtAgain, safeguardsOwed } from '../duties/decision/judge.js';
import { everyOf, type RightRules } from './right-rules.js';

export const automatedDecisions: RightRules = {
  cite: 'UK GDPR Arts 22A–22D (R44)',
  verbs: ['explain-decision', 'record-representations', 'record-intervention', 'decide-again'],
  owes: safeguardsOwed,
  tells: everyOf('DecisionExplanationDecided', 'PersonIntervened', 'DecidedAgain'),
  granted: lookedAtAgain,
};
