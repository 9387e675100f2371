import { received, type Told } from '../../case.given.js';

const day = (date: string): never => date as never;
const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;
const agentAsks = (duties: 'required' | 'advised' = 'advised'): Told =>
  received({ on: '2036-03-31', people: { requester: true, actsAs: 'agent' }, settings: { duties } }).on(
    '2036-04-02',
  );
const authority = (on: string, sufficient = true) =>
  ({ verb: 'record-authority', on: day(on), sufficient }) as const;

describe('somebody who asks for another (R22, R47)', () => {
  it('owes us the authority, for a part of the answer too', () => {
    const asked = agentAsks('required');
    expect(asked.summary.owes[0]).toBe('authority');
    asked.when({ ...answer, extent: 'partly' }).refused('duties-open');
    expect(asked.when(authority('2036-03-31')).summary.owes).not.toContain('authority');
  });

  it('owes none where the person asks themselves, nor as a parent, nor where the right has no hurdle', () => {
    const owes = (what: Parameters<typeof received>[0]) => received(what).summary.owes;
    expect(owes({ on: '2036-03-31' })).not.toContain('authority');
    const child = { aged: 'under-12', livesIn: 'scotland' } as const;
    expect(owes({ on: '2036-03-31', people: { requester: true, actsAs: 'parent', child } })).not.toContain(
      'authority',
    );
    for (const right of ['objection_direct_marketing', 'complaint'] as const)
      expect(owes({ on: '2036-03-31', right, people: { requester: true } })).not.toContain('authority');
  });

  it('may have sent the authority with the letter: it counts from receipt on, and moves no date', () => {
    const asked = agentAsks();
    asked.when(authority('2036-03-30')).refused('date-before');
    const shown = asked.when(authority('2036-03-31')).then('AuthorityReceived');
    expect(shown.file.events.at(-1)).toMatchObject({
      on: '2036-03-31',
      cite: expect.stringContaining('R22'),
    });
    expect(shown.file.events.at(-1)).not.toHaveProperty('ask');
    expect(shown.summary).toMatchObject({ relevantDate: '2036-03-31', dueDate: '2036-04-30' });
    const asksMore = shown.when({ verb: 'ask-for-authority', words: 'w' });
    expect(asksMore.summary.state).toBe('AWAITING_AUTHORITY');
    expect(asksMore.on('2036-04-07').when(authority('2036-04-07')).summary.relevantDate).toBe('2036-04-07');
  });

  it('is asked for what is missing where it does not suffice', () => {
    agentAsks().when(authority('2036-03-31', false)).refused('nothing-awaited');
    const undelivered = agentAsks().thePost('silent').when({ verb: 'ask-for-authority', words: 'w' });
    undelivered.when(authority('2036-04-02')).refused('nothing-awaited');
  });

  it('is of whoever was named then: another agent has to show their own, and the same one with a new address does not', () => {
    const shown = agentAsks('required').when(authority('2036-03-31'));
    expect(shown.summary.owes).not.toContain('authority');
    const name = { verb: 'name-people', named: ['requester'], rights: ['access'], reasons: 'w' } as const;
    const corrected = shown.when({ ...name, isSamePerson: true });
    expect(corrected.summary.owes).not.toContain('authority');
    const another = shown.when(name).then('PeopleNamed');
    another.when(answer).refused('duties-open');
    expect(another.summary).toMatchObject({ dueDate: '2036-04-30', relevantDate: '2036-03-31' });
    expect(another.when(authority('2036-04-01')).summary.owes).not.toContain('authority');
  });

  it('of an agent is none for the same person as a parent: the child’s own word is another', () => {
    const child = { aged: '12-to-15', livesIn: 'scotland' } as const;
    const shown = agentAsks().when(authority('2036-03-31'));
    const name = { verb: 'name-people', named: ['requester'], rights: ['access'], reasons: 'w' } as const;
    const parent = shown.when({ ...name, isSamePerson: true, actsAs: 'parent', child });
    parent.when(answer).refused('no-standing');
  });

  it('keeps what was shown, beside the day', () => {
    const shown = agentAsks().when({ ...authority('2036-03-31'), reasons: 'w' });
    expect(shown.file.events.at(-1)).toMatchObject({ type: 'AuthorityReceived', reasons: 'w' });
  });

  it('is no parental responsibility where nobody asks as a parent', () => {
    const responsible = { ...authority('2036-03-31'), authority: 'parental-responsibility' } as const;
    agentAsks().when(responsible).refused('does-not-fit');
  });

  it('is nobody where the person asks themselves', () => {
    const alone = received({ on: '2036-03-31' }).on('2036-04-02');
    alone.when(authority('2036-03-31')).refused('nobody-acts-for-the-person');
  });
});

describe('an answer while we still wait to know who asks (Art 5(1)(f), 12(6))', () => {
  const asksForIdentity = { verb: 'ask-for-identity', doubts: 'w', words: 'w' } as const;

  it('is not given without a word, whatever the settings', () => {
    const awaiting = agentAsks().when({ verb: 'ask-for-authority', words: 'w' });
    awaiting.when(answer).refused('still-awaited');
    awaiting.when({ ...answer, despite: 'w' }).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    awaiting
      .when(authority('2036-04-02'))
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('waits for the papers to be judged', () => {
    const awaiting = agentAsks().when(asksForIdentity);
    awaiting.when(answer).refused('still-awaited');
    const came = awaiting.when({ verb: 'record-identity', on: day('2036-04-02') });
    came.when(answer).refused('still-awaited');
    came
      .when({ verb: 'judge-identity', sufficient: false, reasons: 'w' })
      .when(answer)
      .refused('still-awaited');
    came
      .when({ verb: 'judge-identity', sufficient: true })
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('waits for an ask whose letter has not been given', () => {
    agentAsks().thePost('silent').when(asksForIdentity).when(answer).refused('still-awaited');
  });
});
