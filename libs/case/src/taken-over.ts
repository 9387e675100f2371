import type { CaseFile } from './case-file.js';
import type { CaseEvent, EventOf, EventType } from './events.js';
import { isWeighed } from './rights/rules-of.js';

const ofCompetence: readonly EventType[] = ['CompetenceAssessed', 'PeopleNamed'];
/** What was asked of the person, and shown, once for the whole request. */
const ofWhoAsks: readonly EventType[] = [
  ...ofCompetence,
  'IdentityAskDecided',
  'IdentityRequested',
  'IdentityReceived',
  'IdentityConfirmed',
  'IdentityInsufficient',
  'CannotIdentifyDecided',
  'ToldNotIdentified',
  'AuthorityAskDecided',
  'AuthorityRequested',
  'AuthorityReceived',
  'AuthorityInsufficient',
];
const notices: readonly EventType[] = ['NoticeGiven', 'NoticeNotGiven'];

function toTakeOver({ events }: CaseFile, types: readonly EventType[]): readonly CaseEvent[] {
  const facts = events.filter(({ type }) => types.includes(type));
  const numbers = new Set(facts.map(({ number }) => number));
  return events.filter(
    event =>
      numbers.has(event.number) ||
      (notices.includes(event.type) && 'decided' in event && numbers.has(event.decided)),
  );
}

/** The same event with its new number, and what it refers to by theirs. */
function renumbered(event: CaseEvent, numbers: ReadonlyMap<number, number>): CaseEvent {
  const named = Object.entries(event).map(([field, value]: [string, unknown]) => {
    const isReference = field === 'number' || field === 'ask' || field === 'decided' || field === 'received';
    return [field, isReference && typeof value === 'number' ? numbers.get(value) : value];
  });
  return { ...(Object.fromEntries(named) as CaseEvent), run: 1 };
}

/** Who was named when is the request's; who has the answer is each right's own. */
function ofThisRight(event: CaseEvent, { people }: EventOf<'RequestReceived'>): CaseEvent {
  if (event.type !== 'PeopleNamed') return event;
  return { ...event, people: { ...event.people, recipient: people.recipient } };
}

/**
 * R21, R22, R34 — what the request has on record of who asks, for a case that is added to it later: the person is not asked twice, and
 * nobody is answered whom the other cases still doubt. The letters of these events belong to the request, so that none is sent again.
 * @param sisters the other cases of the request
 * @returns events that follow the receipt, in their order
 */
export function takenOver(
  sisters: readonly CaseFile[],
  received: EventOf<'RequestReceived'>,
): readonly CaseEvent[] {
  const types = isWeighed(received.right) ? ofWhoAsks : ofCompetence;
  const [fullest = []] = sisters
    .map(sister => toTakeOver(sister, types))
    .sort((one, other) => other.length - one.length);
  const numbers = new Map(fullest.map(({ number }, place) => [number, received.number + 1 + place]));
  return fullest.map(event => ofThisRight(renumbered(event, numbers), received));
}
