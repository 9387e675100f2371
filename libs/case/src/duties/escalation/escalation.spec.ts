import { received } from '../../case.given.js';

const escalate = { verb: 'escalate', reasons: 'w' } as const;
const start = () => received({ on: '2036-03-31' }).on('2036-04-02');

describe('a case that is escalated (R33)', () => {
  it('gives the manager a task and a letter, and the handler keeps theirs', () => {
    const escalated = start().when(escalate).then('CaseEscalated');
    expect(escalated.tasks).toEqual(['assess', 'escalation']);
    expect(escalated.letters.at(-1)).toMatchObject({ kind: 'escalation-to-manager', recipient: 'manager' });
  });

  it('is escalated once at a time: the manager replies by a note, and then it may be again', () => {
    const escalated = start().when(escalate);
    escalated.when(escalate).refused('already-escalated');
    const replied = escalated.when({ verb: 'add-note', words: 'w', completes: 'escalation' });
    expect(replied.tasks).toEqual(['assess']);
    replied.when(escalate).then('CaseEscalated');
  });

  it('moves no date', () => {
    const { file } = start().when(escalate);
    expect(file.events.at(-1)).toMatchObject({
      type: 'CaseEscalated',
      cite: 'UK GDPR Arts 5(2), 12(3) (R33)',
    });
    expect(received({ on: '2036-03-31' }).on('2036-04-30').when(escalate).on('2036-05-01').events).toContain(
      'AlarmRaised',
    );
  });
});
