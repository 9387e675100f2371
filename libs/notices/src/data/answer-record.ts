import type { DecisionOutcome, WayOfCorrecting } from '@duly/case';
import type { RestrictionGround } from '@duly/law';

/** What an answer tells of those who have the data (Art 19). */
export interface RecipientsOfAnswer {
  /** How many were told. All three are 0 where the data was shared with nobody. */
  readonly told: number;
  /** How many are not told, since it is impossible or disproportionate: reasons are on record. */
  readonly untold: number;
  /** How many are still to be told. */
  readonly toBeTold: number;
  /** Who they are; given where the person has asked. */
  readonly names?: readonly string[];
}

/** What was put on record before the answer, which it tells. Every text is as a handler wrote it. */
export interface AnswerRecord {
  /** UK GDPR Art 16. */
  readonly corrections?: readonly { readonly how: WayOfCorrecting; readonly what: string }[];
  /** UK GDPR Art 17. `publicSteps`: where it had been made public (Art 17(2)). */
  readonly erased?: readonly { readonly what: string; readonly backups: string }[];
  readonly publicSteps?: readonly string[];
  /** UK GDPR Art 18. */
  readonly restrictions?: readonly { readonly ground: RestrictionGround; readonly what: string }[];
  /** UK GDPR Art 21(1). */
  readonly stopped?: readonly string[];
  /** UK GDPR Art 22C. */
  readonly decision?: {
    readonly information?: string;
    readonly outcome: DecisionOutcome;
    readonly reasons: string;
  };
  readonly recipients?: RecipientsOfAnswer;
}
