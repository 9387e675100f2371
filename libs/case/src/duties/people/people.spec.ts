import { received, type Told } from '../../case.given.js';
import type { CaseRight, PeopleNamed } from '../../names.js';
import { peopleOf } from '../../people.js';

const start = (people: Partial<PeopleNamed> = {}, right: CaseRight = 'access'): Told =>
  received({ on: '2036-03-31', right, people }).on('2036-04-02');
const name = (more: object) =>
  ({ verb: 'name-people', named: [], rights: ['access'], reasons: 'w', ...more }) as const;
const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;

describe('the people of a request, named later or anew (Art 5(1)(d))', () => {
  it('let authority be asked for, and owed, once somebody is found to ask for the person', () => {
    start().when({ verb: 'ask-for-authority', words: 'w' }).refused('nobody-acts-for-the-person');
    const named = start()
      .when(name({ named: ['requester'], actsAs: 'agent' }))
      .then('PeopleNamed');
    expect(named.summary.owes).toContain('authority');
    named
      .when({ verb: 'ask-for-authority', words: 'w' })
      .then('AuthorityAskDecided', 'NoticeGiven', 'AuthorityRequested');
  });

  it('have the answer from now on, and not the letters that went out before', () => {
    const named = start().when(name({ named: ['recipient'] }));
    const answered = named.when(answer).letters;
    expect(answered.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['acknowledgement', 'requester'],
      ['answer', 'recipient'],
    ]);
  });

  it('are the other controller in the portability case alone', () => {
    const rights = ['access', 'portability'] as const;
    const access = start({ recipient: true }).when(name({ rights }));
    expect(peopleOf(access.file).recipient).toBe(false);
    const portability = start({}, 'portability').when(name({ named: ['recipient'], rights }));
    expect(peopleOf(portability.file).recipient).toBe(true);
  });

  it('are refused where they do not go together', () => {
    start()
      .when(name({ named: ['subject'], actsAs: 'agent' }))
      .refused('does-not-fit');
    start()
      .when(name({ named: ['requester'], actsAs: 'parent' }))
      .refused('does-not-fit');
    const child = { aged: '12-to-15', livesIn: 'scotland' } as const;
    const parent = start().when(name({ named: ['requester'], actsAs: 'parent', child }));
    parent.when(answer).refused('no-standing');
  });

  it('move no date and send no letter; and may be named while it is not yet a request', () => {
    const named = start().when(name({ named: ['subject'] }));
    expect(named.summary.dueDate).toBe('2036-04-30');
    expect(named.letters).toHaveLength(1);
    const enquiry = received({ on: '2036-03-31', doubts: 'w' }).on('2036-04-02');
    enquiry.when(name({ named: ['subject'] })).then('PeopleNamed');
  });
});
