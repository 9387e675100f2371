import type { CaseFile } from '../case-file.js';

/** What a right wants on record before it is answered. */
export const dutyNames = ['competence', 'search'] as const;
export type DutyName = (typeof dutyNames)[number];

/** One duty that is not on record yet. */
export interface Owed {
  readonly duty: DutyName;
  /** The provision and the rule. */
  readonly cite: string;
  /** What a person must do, with the verb. */
  readonly toDo: string;
}

/** Says what is owed; undefined once it is on record, or where it never arises. */
export type Owing = (file: CaseFile) => Owed | undefined;
