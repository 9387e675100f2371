/** How long what was answered is remembered, in seconds. */
export class SweepTerms {
  constructor(readonly rememberAnswers: number) {}
}
