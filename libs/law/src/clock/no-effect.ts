/** Why an act changes nothing: the rule, a sentence's end in words, and the code under which a case records it. */
export interface NoEffect {
  readonly rule: string;
  readonly words: string;
  readonly code: NoEffectCode;
}

export type NoEffectCode =
  | 'NOT_WAITED_FOR'
  | 'NO_REASONABLE_DOUBTS'
  | 'NO_TRIGGER_BY_POLICY'
  | 'FURTHER_COPIES_FEE'
  | 'ID_REQUEST_LATE'
  | 'ASKED_AFTER_EXPIRY'
  | 'NO_PAUSE'
  | 'NO_PAUSE_BY_POLICY'
  | 'NO_EXTENSION'
  | 'EXTENSION_REJECTED_SECOND'
  | 'EXTENSION_REJECTED_NO_REASONS'
  | 'EXTENSION_REJECTED_LATE';
