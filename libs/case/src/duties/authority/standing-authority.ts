import type { CaseFile } from '../../case-file.js';
import type { EventOf } from '../../events.js';
import { peopleOf } from '../../people.js';
import { everyOne, lastOne } from '../../what-happened.js';

/** Somebody else asks from here on, or asks as something else: what was shown before says nothing of them (R22, R48). */
function changesWhoAsks(file: CaseFile, event: EventOf<'PeopleNamed'>): boolean {
  const before = peopleOf(file, event.number - 1);
  const isAnother = event.named.includes('requester') && event.isSamePerson !== true;
  return isAnother || event.people.actsAs !== before.actsAs;
}

/** The authority of whoever asks now; what somebody named before them has shown is theirs alone. */
export function standingAuthority(file: CaseFile): EventOf<'AuthorityReceived'> | undefined {
  const since = everyOne(file, 'PeopleNamed').findLast(event => changesWhoAsks(file, event))?.number ?? 0;
  const authority = lastOne(file, 'AuthorityReceived');
  return authority && authority.number > since ? authority : undefined;
}
