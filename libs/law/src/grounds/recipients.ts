import type { Right } from '../clock/input.js';

/** R45 — Art 19: after these three, each recipient is told, and the person is told who they are if asked. */
export type RightTellingRecipients = 'rectification' | 'erasure' | 'restriction';

/** What became of the duty towards one recipient; a reason is needed where it was not told. */
export type RecipientOutcome =
  | { readonly outcome: 'told' }
  | { readonly outcome: 'impossible' | 'disproportionate'; readonly reasons: string };

/** R45 — not for a bare objection, and not for portability (UK GDPR Art 19). */
export function mustTellRecipients(right: Right): right is RightTellingRecipients {
  return right === 'rectification' || right === 'erasure' || right === 'restriction';
}
