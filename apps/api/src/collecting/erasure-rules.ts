/** What the settings say of an erasure at the sources. */
export class ErasureRules {
  constructor(
    /** Seconds. */
    readonly waitingPeriod: number,
    /** Whether whoever began it may not approve it. */
    readonly needsSecond: boolean,
  ) {}
}
