import type {
  CaseEvent,
  CaseId,
  CaseSummary,
  LetterOrder,
  LetterReport,
  RequestId,
  TaskChanges,
} from '@duly/case';

/** The row of a letter that an event decided. */
export type LetterDecided = Pick<LetterOrder, 'letterId' | 'level' | 'kind' | 'recipient' | 'occasion'> & {
  /** The number of the event that decided it. */
  readonly decided: number;
};

/** What one or more events change in the register. */
export interface RegisterStep {
  readonly caseId: CaseId;
  readonly requestId: RequestId;
  readonly reference: string;
  readonly run: number;
  /** The new events, without a gap after those recorded before. */
  readonly events: readonly CaseEvent[];
  /** The row as it stands after the last of them. */
  readonly summary: CaseSummary;
  readonly tasks: TaskChanges;
  readonly letters: readonly LetterDecided[];
  /** Those of them that go to staff: a dispatcher sends them, and no case waits for their outcome. */
  readonly toStaff: readonly LetterOrder[];
  /** The case's own time when the step was taken, ISO 8601 UTC; later than the server's where its clock was wound. */
  readonly caseTime: string;
}

export interface RegisterActivities {
  /**
   * Writes a step in one transaction; the same step again changes nothing (key: case, run, event number). Retried for ever, in
   * order, and never waits for the post.
   */
  recordStep(step: RegisterStep): Promise<void>;
}

export interface PostActivities {
  /**
   * Sends one letter to a person and says what became of it. Rendered once, the same bytes each time. Throws where it may be tried again
   * (deferred, connection refused); answers where it may not, and once it is to be sent by other means (`otherMeansFrom`).
   */
  sendLetter(order: LetterOrder): Promise<LetterReport>;
}

/** Everything a worker must do for a case. */
export interface CaseActivities extends RegisterActivities, PostActivities {}
