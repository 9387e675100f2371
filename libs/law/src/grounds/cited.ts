/** Where a duty or ground stands: provision or guidance, and the number of the rule book that explains it. */
export interface Cited {
  readonly cite: string;
  /** `R36` … `R72`. */
  readonly rule: string;
}

/** How certain the reading is: statute read, regulator read, regulator recalled, reasoned. */
export type Certainty = 'statute' | 'regulator' | 'recalled' | 'reasoned';
