import type { CivilDate } from '@duly/law';
import type { StaffId } from './names.js';

/** What every command says. */
export interface Commanded {
  readonly by: StaffId;
  /** Says that the handler knows the step makes the case late, and means it. */
  readonly confirmLate?: boolean;
}

/** A command that was given for the whole request and now reaches one of its cases. */
export interface CommandedForRequest extends Commanded {
  /** The same for every case of the request, so that they send one letter. */
  readonly occasion?: string;
}

/** A day, and the instant where it is known; the instant must fall on that day in London (R17). */
export interface Happened {
  readonly on: CivilDate;
  readonly at?: string;
}

/** A command that erases, restricts or overwrites data. It waits while another case holds the data (DPA 2018 s.173; R49a). */
export interface Destroying extends Commanded {
  /**
   * References of the open cases of access and portability of the same person. The API looks them up when the command is given, and no
   * body may say it; empty where there is none.
   */
  readonly heldBy: readonly string[];
  /**
   * The same of requests that look like the person's own and of which nobody has said whether they are; absent where there is none. A
   * machine does not decide who somebody is, so it holds until a person has.
   */
  readonly mayBeHeldBy?: readonly string[];
  /** The day on which it was done: a hold that stood then stands in its way, also once it has ended. */
  readonly on: CivilDate;
}

/** What a verb is, besides what it decides. */
export interface VerbTraits {
  /** The request's route gives it too, and then it reaches every open case of the request. */
  readonly request: boolean;
  /** It is still possible when the case has closed: to tidy up, to say what became known, and to do what the answer has promised. */
  readonly afterClosing?: true;
  /** It erases or restricts data, whatever else it says: its command is {@link Destroying}. */
  readonly destroys?: true;
}

/** A verb of one case alone. */
export const ofCaseAlone: VerbTraits = { request: false };
/** A verb of one case alone, also of one that has closed. */
export const ofCaseAfterClosing: VerbTraits = { request: false, afterClosing: true };
/** A verb of one case alone that erases or restricts data: it waits while another case holds the data (R49a). */
export const destroyingOfCase: VerbTraits = { request: false, destroys: true };
