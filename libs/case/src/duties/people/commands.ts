import type { CommandedForRequest, VerbTraits } from '../../commanded.js';
import type { ActingAs, CaseRight, ChildNamed, PersonRole, WordsId } from '../../names.js';

/** Who takes part was named, or named anew, on the request; who they are is in the vault already (UK GDPR Art 5(1)(d)). */
export interface NamePeople extends CommandedForRequest {
  readonly verb: 'name-people';
  /** Those whose particulars the vault has anew. */
  readonly named: readonly PersonRole[];
  /** The requester named anew is the same person, with other particulars; else what was shown of the one before no longer counts. */
  readonly isSamePerson?: boolean;
  readonly actsAs?: ActingAs;
  readonly child?: ChildNamed;
  /** All rights of the request; the API adds them, and no body may say them. */
  readonly rights: readonly CaseRight[];
  /** How we know. */
  readonly reasons: WordsId;
}

export type PeopleCommand = NamePeople;

export const peopleVerbs: Readonly<Record<PeopleCommand['verb'], VerbTraits>> = {
  'name-people': { request: true },
};
