/** Who must have finished a review before anything leaves: a setting. */
export class ReviewRules {
  constructor(readonly asks: 'none' | 'one' | 'two') {}
}
