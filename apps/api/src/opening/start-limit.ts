/** The most workflow starts under way at once in this process. */
export class StartLimit {
  constructor(readonly most: number) {}
}
