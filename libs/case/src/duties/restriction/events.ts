import type { RestrictionGround } from '@duly/law';
import type { WordsId } from '../../names.js';

/** What happens while data may only be stored. */
export interface RestrictionEvents {
  DataRestricted: { readonly ground: RestrictionGround; readonly words: WordsId };
  /** Told to the person before anything else (UK GDPR Art 18(3)). */
  LiftingDecided: { readonly restriction: number; readonly reasons: WordsId };
  RestrictionLifted: { readonly decided: number; readonly restriction: number };
}

export const restrictionEvents: Readonly<Record<keyof RestrictionEvents, true>> = {
  DataRestricted: true,
  LiftingDecided: true,
  RestrictionLifted: true,
};
