/** Every message that a case sends to a person. */
export const letterKinds = [
  'acknowledgement',
  'identity',
  'authority',
  'fee',
  'fee-refund',
  'clarification',
  'extension',
  'refusal',
  'answer',
  'withdrawal',
  'abandonment-warning',
  'abandonment',
  'cannot-identify',
  'death',
  'reclassification',
  'dismissal',
  'enquiry-overdue',
  'reminder-to-requester',
  'reminder-to-handler',
  'alarm-to-handler',
  'alarm-to-manager',
  'recipients',
  'recipients-untold',
  'restriction-lifting',
  'decision-explained',
  'complaint-acknowledgement',
  'complaint-progress',
  'complaint-outcome',
  'progress-due',
  'marketing-stopped',
  'which-record',
  'approval-to-manager',
  'escalation-to-manager',
  'disclosure',
  'transfer',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** `requester`: whoever wrote to us, the subject where nobody asks on their behalf; `recipient`: who is to have the answer. */
export const letterRecipients = ['requester', 'recipient', 'handler', 'manager'] as const;
export type LetterRecipient = (typeof letterRecipients)[number];

/** A letter of the request is sent once for all its cases; one of the case is the case's own. */
export type LetterLevel = 'request' | 'case';

/** Which letter an event decides, and who is to have it. */
export interface LetterRule {
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
  readonly level: LetterLevel;
}

/** Letters to a person that no law requires: what they say moves nothing. */
const courtesies: readonly LetterKind[] = ['acknowledgement', 'reminder-to-requester'];

/** A notice that the law requires, or that the law's clock counts by. */
export function isStatutory({ kind, recipient }: Pick<LetterRule, 'kind' | 'recipient'>): boolean {
  return recipient !== 'handler' && recipient !== 'manager' && !courtesies.includes(kind);
}

export const toRequester = (kind: LetterKind, level: LetterLevel = 'case'): readonly LetterRule[] => [
  { kind, recipient: 'requester', level },
];
export const toStaff = (kind: LetterKind, recipient: 'handler' | 'manager'): LetterRule => ({
  kind,
  recipient,
  level: 'case',
});
export const noLetters: readonly LetterRule[] = [];
