import type { CaseFile } from '../case-file.js';

/** What a right wants on record before it is answered. */
export const dutyNames = [
  'authority',
  'competence',
  'identity',
  'search',
  'finding',
  'correction',
  'restriction',
  'lifting',
  'grounds',
  'erasure',
  'public-copies',
  'recipients',
  'balancing-test',
  'stopping',
  'information',
  'representations',
  'intervention',
  'outcome',
  'objector-listed',
  'objection-passed-on',
  'particulars',
  'others',
  'exemption',
  'exemption-review',
  'items',
  'transfer',
] as const;
export type DutyName = (typeof dutyNames)[number];

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
