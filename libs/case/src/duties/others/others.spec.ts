import { received, type Told } from '../../case.given.js';
import { othersDecisions } from './commands.js';

const start = (): Told => received({ on: '2036-03-31', settings: { duties: 'required' } }).on('2036-04-14');
const answer = { verb: 'answer', extent: 'wholly', words: 'w', despite: 'd' } as const;

describe('other people in the data (R36, UK GDPR Art 15(4))', () => {
  it.each(othersDecisions)('each is reviewed, with reasons and reviewer: %s', decision => {
    expect(start().summary.owes).toContain('others');
    const told = start().when({ verb: 'review-other-person', words: 'w', decision, reasons: 'r' });
    expect(told.then('OtherPersonReviewed').summary.owes).not.toContain('others');
    expect(told.file.events.at(-1)).toMatchObject({ by: 'staff-1', reasons: 'r', decision });
  });

  it('are none, and somebody has made sure of it', () => {
    const told = start().when({ verb: 'find-no-other-person', words: 'w' });
    expect(told.then('NoOtherPersonFound').summary.owes).not.toContain('others');
  });

  it('the answer tells that something was left out, of what is redacted or withheld alone', () => {
    const told = othersDecisions.reduce(
      (one, decision) => one.when({ verb: 'review-other-person', words: 'w', decision, reasons: 'r' }),
      start(),
    );
    expect(told.when(answer).letters.at(-1)?.tells).toMatchObject([
      { decision: 'redacted' },
      { decision: 'withheld' },
    ]);
  });
});
