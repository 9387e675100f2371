import type { CaseFile } from './case-file.js';
import type { CaseRight, PeopleNamed } from './names.js';
import { everyOne, receipt } from './what-happened.js';

/** The only rights whose answer somebody else can be named to have: a copy of the data (Art 15(3)), or the data itself (Art 20(2)). */
const receiving = ['portability', 'access'] as const satisfies readonly CaseRight[];

/** Of which of these rights of one request the named recipient has the answer. Another controller is named for the data, never for the copy (Art 20(2)). */
function receivedUnder(rights: readonly CaseRight[]): CaseRight | undefined {
  return receiving.find(right => rights.includes(right));
}

/**
 * Who is named in the case of one right of a request. The outcome of every other right goes to whoever asked (Art 12(3)).
 * @param rights all rights of the request
 */
export function peopleFor(right: CaseRight, rights: readonly CaseRight[], people: PeopleNamed): PeopleNamed {
  return { ...people, recipient: people.recipient && receivedUnder(rights) === right };
}

/**
 * Who is named in a case.
 * @param until the number of the last event that counts; without it, as it is now
 */
export function peopleOf(file: CaseFile, until = Infinity): PeopleNamed {
  const named = everyOne(file, 'PeopleNamed').findLast(({ number }) => number <= until);
  return (named ?? receipt(file)).people;
}
