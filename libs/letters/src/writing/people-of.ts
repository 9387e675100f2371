import type { LetterOrder } from '@duly/case';
import type { People, Person } from '@duly/vault';

/** Who a letter goes to, and for whom they act. */
export interface Addressee {
  readonly person: Person;
  /** The subject's name, where the addressee acts for somebody else. */
  readonly actingFor?: string;
}

/** The requester is whoever wrote to us: the subject, unless somebody asks on their behalf. */
export function addresseeOf({ recipient }: LetterOrder, people: People): Addressee {
  const { requester, subject } = people;
  const whoWrote = requester ?? subject;
  const person = recipient === 'recipient' ? (people.recipient ?? whoWrote) : whoWrote;
  if (!person)
    throw new Error(
      'The request names nobody to write to. Restore its people in the vault; the letter waits.',
    );
  const actsForSubject = subject && person !== subject && subject.name !== person.name;
  return actsForSubject ? { person, actingFor: subject.name } : { person };
}
