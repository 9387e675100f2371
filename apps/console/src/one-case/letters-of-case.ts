import type { LettersView } from '@duly/api-contract';
import type { CaseRead } from './read-case.js';

type Letter = LettersView['letters'][number];

const newestFirst = (letters: readonly Letter[]): readonly Letter[] =>
  [...letters].sort((one, other) => other.decidedAt.localeCompare(one.decidedAt));

interface GivenByHand {
  readonly how: string;
  /** The day that counts. */
  readonly on: string;
  /** The day of the posting, where another one counts by the organisation's rule. */
  readonly postedOn?: string;
}

/** A letter with how it was given otherwise than by e-mail (R13), or that nobody posted it before the case was closed. */
export interface LetterTold extends Letter {
  readonly given?: GivenByHand;
  readonly wasNotPosted?: true;
}

/** What the post knows of each letter, and what people have recorded of it since. */
export function lettersTold({ letters, timeline, view }: Told): readonly LetterTold[] {
  const given = new Map(timeline.events.flatMap(givenByHand));
  return newestFirst(letters).map(letter => {
    const found = given.get(letter.id);
    if (found) return { ...letter, given: found };
    const isLeft = letter.state === 'to-be-posted' && view.closedOn !== null;
    return isLeft ? { ...letter, wasNotPosted: true } : letter;
  });
}

interface Told {
  readonly letters: CaseRead['letters'];
  readonly timeline: Pick<CaseRead['timeline'], 'events'>;
  readonly view: Pick<CaseRead['view'], 'closedOn'>;
}

/** An event's own data are open in the contract. */
function givenByHand({ type, on, ...event }: CaseRead['timeline']['events'][number]) {
  const { letter, how, postedOn } = event;
  if (type !== 'NoticeGiven' || typeof letter !== 'string' || typeof how !== 'string' || how === 'email')
    return [];
  return [[letter, { how, on, ...(typeof postedOn === 'string' && { postedOn }) }] as const];
}

const underWay: readonly Letter['state'][] = ['decided', 'sending', 'deferred'];
const toStaff: readonly Letter['recipient'][] = ['handler', 'manager'];

/** Whether it has been decided to send it to a person and its outcome is not known; a reminder that is only planned is not. */
export const isOnTheWay = ({ state, recipient, plannedFor }: Letter): boolean =>
  underWay.includes(state) && plannedFor === null && !toStaff.includes(recipient);
