import { received } from './case.given.js';
import { caseRights, type CaseRight } from './names.js';
import { peopleFor } from './people.js';

const named = { requester: false, recipient: true } as const;
const hasRecipient = (right: CaseRight, ...rights: CaseRight[]): boolean =>
  peopleFor(right, rights, named).recipient;

describe('who is named to have the answer (Arts 12(3), 15(3), 20(2))', () => {
  it('has the data of a portability case, and never the copy of the access case beside it', () => {
    expect(hasRecipient('portability', 'access', 'portability')).toBe(true);
    expect(hasRecipient('access', 'access', 'portability')).toBe(false);
  });

  it('has the copy where access is asked for without portability', () => {
    expect(hasRecipient('access', 'access', 'erasure')).toBe(true);
    expect(hasRecipient('erasure', 'access', 'erasure')).toBe(false);
  });

  it('is nobody in a case of any other right', () => {
    const others = caseRights.filter(right => right !== 'access' && right !== 'portability');
    for (const right of others) expect(hasRecipient(right, right)).toBe(false);
  });

  it('leaves everybody else named as they are', () => {
    const child = { aged: '12-to-15', livesIn: 'scotland' } as const;
    const people = { requester: true, recipient: false, actsAs: 'parent', child } as const;
    expect(peopleFor('access', ['access'], people)).toEqual(people);
  });
});

describe('the answer of a request that names a recipient', () => {
  const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;
  const answeredTo = (right: CaseRight) => {
    const asked = received({ on: '2036-03-31', right, people: { recipient: true } }).on('2036-04-02');
    return asked.when(answer).letters.findLast(({ kind }) => kind === 'answer')?.recipient;
  };

  it('goes to whoever asked, of every right but access', () => {
    expect(answeredTo('access')).toBe('recipient');
    for (const right of ['erasure', 'rectification', 'portability', 'objection_direct_marketing'] as const)
      expect(answeredTo(right)).toBe('requester');
  });
});
