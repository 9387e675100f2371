import { openingOf, received, Told } from './case.given.js';
import { openCaseFile } from './evolve.js';
import { isEvent } from './events.js';
import type { CaseRight } from './names.js';
import { takenOver } from './taken-over.js';

const day = (date: string): never => date as never;
const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;
const asksForIdentity = {
  verb: 'ask-for-identity',
  doubts: 'w',
  words: 'w',
  occasion: 'ask-1',
} as const;

/** A right of the letter of 31 March 2036 that was seen on 10 April. */
function added(right: CaseRight, ...sisters: Told[]): Told {
  const people = { requester: true } as const;
  const opening = openingOf({ on: '2036-03-31', recordedOn: '2036-04-10', right, people, caseId: 'added' });
  const receipt = opening.events.find(event => isEvent(event, 'RequestReceived'));
  if (!receipt) throw new Error('It was not received.');
  const events = [
    receipt,
    ...takenOver(
      sisters.map(({ file }) => file),
      receipt,
    ),
  ];
  const { now } = received({ on: '2036-03-31', recordedOn: '2036-04-10' });
  return new Told(openCaseFile({ ...opening, events }), now, 'accepted');
}
const sister = (): Told => received({ on: '2036-03-31', people: { requester: true } }).on('2036-04-02');

describe('a case that is added to a request later', () => {
  it('has no authority of somebody who was named before whoever asks now (R22)', () => {
    const shown = sister().when({ verb: 'record-authority', on: day('2036-04-01'), sufficient: true });
    expect(added('erasure', shown).summary.owes).not.toContain('authority');
    const name = { verb: 'name-people', named: ['requester'], rights: ['access'], reasons: 'w' } as const;
    expect(added('erasure', shown.when(name)).summary.owes).toContain('authority');
  });

  it('is not answered while the identity that was asked for the whole request is awaited', () => {
    const case2 = added('erasure', sister().when(asksForIdentity));
    expect(case2.summary.state).toBe('AWAITING_ID');
    case2.when(answer).refused('still-awaited');
    case2.when(asksForIdentity).refused('already-asked');
  });

  it('counts from the day on which the papers came, as its sisters do, and asks for them once', () => {
    const shown = sister()
      .when(asksForIdentity)
      .on('2036-04-07')
      .when({ verb: 'record-identity', on: day('2036-04-07') })
      .when({ verb: 'judge-identity', sufficient: true });
    const case2 = added('erasure', sister(), shown);
    expect([case2.summary.relevantDate, case2.summary.dueDate]).toEqual(['2036-04-07', '2036-05-07']);
    expect(case2.summary.dueDate).toBe(shown.summary.dueDate);
    expect(case2.file.events.map(({ number }) => number)).toEqual(case2.file.events.map((_, i) => i + 1));
    const letterIds = (told: Told) =>
      told.letters.filter(({ kind }) => kind === 'identity').map(({ letterId }) => letterId);
    expect(letterIds(case2)).toEqual(letterIds(shown));
    case2.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('has the authority and the assessment that are on record', () => {
    const shown = sister()
      .when({ verb: 'record-authority', on: day('2036-03-31'), sufficient: true })
      .when({
        verb: 'assess-competence',
        aged: '12-to-15',
        livesIn: 'scotland',
        competent: true,
        agrees: true,
        reasons: 'w',
      });
    const case2 = added('erasure', shown);
    expect(case2.events).toEqual(['RequestReceived', 'AuthorityReceived', 'CompetenceAssessed']);
    expect(case2.summary.owes).not.toContain('authority');
  });

  it('asks nothing of who objects to marketing, whatever its sisters ask', () => {
    const case2 = added('objection_direct_marketing', sister().when(asksForIdentity));
    expect(case2.events).toEqual(['RequestReceived']);
  });
});
