/** What came of one look for closed cases whose histories are not archived. */
export interface HistoriesArchived {
  readonly archived: number;
  /** Whose turn is still to come. */
  readonly left: number;
}

/** Which cases of the register are held against their histories. */
export interface CasesToHold {
  /** The case after which to go on, by id; from the first without it. */
  readonly after?: string;
  /** Whether their derived rows are dropped and written anew, or only compared. */
  readonly isRebuilt: boolean;
  /** How many chosen at random; without it all of them, in order. */
  readonly sample?: number;
}

/** What came of holding some of them. Ids and counts only. */
export interface CasesHeld {
  readonly held: number;
  /** Cases whose rows were not what their histories say, and where, in words without any content. */
  readonly drifted: readonly { readonly caseId: string; readonly rows: readonly string[] }[];
  /** Cases of which neither Temporal nor the archive has the histories. */
  readonly unknown: readonly string[];
  /** The last of them; undefined where no more are left. */
  readonly last?: string;
}

/** What the workflows that keep the record ask of the world; each may be asked again without harm. */
export interface KeepingActivities {
  /** Exports histories of closed runs, reads each back, and records its hash. */
  archiveHistories(): Promise<HistoriesArchived>;
  /** Rebuilds some cases' rows from their histories and compares. */
  holdCases(cases: CasesToHold): Promise<CasesHeld>;
  /** Records what came of it in the audit log. */
  recordHeld(summary: HeldSummary): Promise<void>;
}

/** What came of all of them. */
export interface HeldSummary {
  readonly isRebuilt: boolean;
  readonly isSample: boolean;
  readonly held: number;
  readonly drifted: number;
  readonly unknown: number;
}

/** What `registerRebuild` is started with. */
export interface RebuildToDo {
  readonly isRebuilt: boolean;
}
