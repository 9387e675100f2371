import type { WordsId } from '../../names.js';

export interface EscalationEvents {
  /** The manager is asked to look at the case; it stays the handler's. */
  CaseEscalated: { readonly reasons: WordsId };
}

export const escalationEvents: Readonly<Record<keyof EscalationEvents, true>> = { CaseEscalated: true };
