import type { CaseFile } from '../case-file.js';
import type { DutyName } from './duty-names.js';

/** One duty that is not on record yet. */
export interface Owed {
  readonly duty: DutyName;
  /** The provision and the rule. */
  readonly cite: string;
  /** What a person must do, with the verb. */
  readonly toDo: string;
  /** An answer to a part owes it too: it follows from what was done, not from what is still to be found. */
  readonly isOwedByPart?: true;
}

/** Says what is owed; undefined once it is on record, or where it never arises. */
export type Owing = (file: CaseFile) => Owed | undefined;
