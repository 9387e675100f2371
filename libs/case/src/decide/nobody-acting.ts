import type { CaseFile } from '../case-file.js';
import { peopleOf } from '../people.js';
import type { CaseRefusal } from '../refusals.js';
import { refused } from './judging.js';

/** R22 — authority is a matter only of who asks for another. */
export function refuseNobodyActing(file: CaseFile, cite: string): CaseRefusal | undefined {
  if (peopleOf(file).requester) return undefined;
  return refused(
    'nobody-acts-for-the-person',
    cite,
    {
      message: 'The person asks for themselves, so no authority comes into it.',
      remedy:
        'Ask for identity where there are reasonable doubts, or name who asks for the person on the request (`name-people`).',
    },
    {},
  );
}
