import type { PeopleNamed, PersonRole, WordsId } from '../../names.js';

/** Who takes part in the request, as far as it matters to this case; it counts from now on. */
export interface PeopleEvents {
  PeopleNamed: {
    readonly occasion?: string;
    readonly named: readonly PersonRole[];
    readonly people: PeopleNamed;
    /** The requester is who it was before. */
    readonly isSamePerson?: true;
    readonly reasons: WordsId;
  };
}

export const peopleEvents: Readonly<Record<keyof PeopleEvents, true>> = { PeopleNamed: true };
