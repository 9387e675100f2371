/** What a person must do. */
export const taskKinds = [
  'decide-enquiry',
  'list-objector',
  'assess',
  'collect',
  'review',
  'check-identity',
  'approve',
  'post-a-letter',
  'decide-abandonment',
  'alarm',
  'tell-recipient',
  'handle-complaint',
  'tell-progress',
  'escalation',
  'check-reply',
  'tell-code',
  'unlock-delivery',
  'post-package',
  'offer-copy',
] as const;

export type TaskKind = (typeof taskKinds)[number];

/** Work whose result is a note. */
export const completedByNote = [
  'assess',
  'collect',
  'review',
  'escalation',
  'check-reply',
] as const satisfies readonly TaskKind[];

export type CompletedByNote = (typeof completedByNote)[number];
