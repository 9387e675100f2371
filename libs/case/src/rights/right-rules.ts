import type { CaseFile } from '../case-file.js';
import type { Verb, LimitingVerb } from '../commands.js';
import type { Owing } from '../duties/owed.js';
import type { CaseEvent, EventType } from '../events.js';
import { everySinceOpened, standing } from '../what-happened.js';
import type { DutyVerb } from './verbs-of-duties.js';

/** How far the record of a case grants what was asked. */
export type Granted = 'wholly' | 'partly' | 'at-least-partly' | 'not-at-all';

/** Why a right has not a step that others have. */
export interface Lack {
  /** The provision and the rule. */
  readonly cite: string;
  /** `not-for-this-right` without it. */
  readonly code?: 'cannot-be-refused';
  readonly message: string;
  readonly remedy: string;
}

/** What one right asks of the organisation, beside the life that all rights share. */
export interface RightRules {
  /** Where the right stands. */
  readonly cite: string;
  /** The verbs of its duties; every other right is refused them. */
  readonly verbs: readonly DutyVerb[];
  /** What must be on record before it is answered, in the order in which it is done. */
  readonly owes: readonly Owing[];
  /** What finds that the right does not apply: without it none of this right is refused so. */
  readonly findsNotApplying?: readonly Owing[];
  /** What is left to do where it is refused wholly: what was done meanwhile has its end. */
  readonly owesRefused?: readonly Owing[];
  /** What its answer tells of the record: the events whose words the letter holds. */
  readonly tells?: (file: CaseFile) => readonly CaseEvent[];
  /** How far what was found grants it; undefined while nothing says so. Neither an answer nor a refusal may say otherwise. */
  readonly granted?: (file: CaseFile) => Granted | undefined;
  /** The steps of the shared life that it has not. */
  readonly lacks?: Readonly<Partial<Record<Verb, Lack>>>;
}

/** A right against which nothing is weighed: each step that would weigh has its reason why not, or it does not compile. */
export interface AbsoluteRules extends RightRules {
  readonly lacks: Readonly<Record<LimitingVerb, Lack>> & Readonly<Partial<Record<Verb, Lack>>>;
}

/** Every event of these types that counts. */
export function everyOf(...types: readonly EventType[]): (file: CaseFile) => readonly CaseEvent[] {
  return file => standing(file).filter(({ type }) => types.includes(type));
}

/** The last event of this type since the case was opened, or last reopened; none where there is none. */
export function lastOf(last: EventType): (file: CaseFile) => readonly CaseEvent[] {
  return file => everySinceOpened(file, last).slice(-1);
}
