import { received } from '../../case.given.js';
import type { AgeBand, ChildNamed } from '../../names.js';
import { sampleOf } from '../../samples.given.js';

const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;
const parentAsks = (
  livesIn: ChildNamed['livesIn'],
  aged: AgeBand,
  duties: 'required' | 'advised' = 'required',
) =>
  received({
    on: '2036-03-31',
    right: 'erasure',
    people: { requester: true, actsAs: 'parent', child: { aged, livesIn } },
    settings: { duties },
  }).on('2036-04-02');
const assess = (child: ChildNamed, competent: boolean, agrees = false) =>
  ({ verb: 'assess-competence', ...child, competent, agrees, reasons: 'w' }) as const;

const english = { livesIn: 'england-and-wales', aged: '12-to-15' } as const;
const scottish = { livesIn: 'scotland', aged: '12-to-15' } as const;

describe('a parent who asks for a child (R48)', () => {
  it('in England owes us an assessment, case by case, before the answer', () => {
    expect(parentAsks('england-and-wales', 'under-12').when(answer).verdict).toBe('duties-open');
    const asked = parentAsks('england-and-wales', '12-to-15');
    expect(asked.summary.owes).toContain('competence');
    const assessed = asked.when(assess(english, false)).then('CompetenceAssessed');
    expect(assessed.summary.owes).not.toContain('competence');
  });

  it('has no standing once the child is found to understand, unless the child agrees', () => {
    const asked = parentAsks('england-and-wales', '12-to-15', 'advised');
    asked.when(assess(english, true)).when(answer).refused('no-standing');
    asked
      .when(assess(english, true, true))
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    asked.when(assess(english, false)).when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('has none for a child of 12 or more of whom nobody has said whether it understands, in any nation and whatever the settings', () => {
    for (const aged of ['12-to-15', '16-or-17'] as const) {
      const asked = parentAsks('england-and-wales', aged, 'advised');
      asked.when(answer).refused('no-standing');
      asked.when({ ...answer, despite: 'w' }).refused('no-standing');
    }
    parentAsks('northern-ireland', 'under-12', 'advised')
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('has none by an older authority, nor by one of the same day, once the child has said no; a later one counts', () => {
    const authority = {
      verb: 'record-authority',
      on: '2036-04-02' as never,
      sufficient: true,
      authority: 'from-the-person',
    } as const;
    const asked = parentAsks('england-and-wales', '12-to-15', 'advised').when(authority);
    const saidNo = asked.on('2036-04-03').when(assess(english, true));
    saidNo.when(answer).refused('no-standing');
    saidNo
      .when({ ...authority, on: '2036-04-03' as never })
      .when(answer)
      .refused('no-standing');
    const thoughtAgain = saidNo.on('2036-04-07').when({ ...authority, on: '2036-04-07' as never });
    thoughtAgain.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('has the child’s data neither erased nor its recipients told, but may have their use limited meanwhile', () => {
    const asked = parentAsks('scotland', '12-to-15', 'advised');
    asked.when(sampleOf('carry-out-erasure', asked)).refused('no-standing');
    const corrects = received({
      on: '2036-03-31',
      right: 'rectification',
      people: { requester: true, actsAs: 'parent', child: scottish },
    }).on('2036-04-02');
    corrects.when(sampleOf('disclose-recipients', corrects)).refused('no-standing');
    corrects.when(sampleOf('restrict', corrects)).then('DataRestricted');
  });

  it('in Scotland has none for a child of 12, who is presumed to understand (s.208), until that is rebutted', () => {
    const asked = parentAsks('scotland', '12-to-15', 'advised');
    expect(asked.summary.owes).not.toContain('competence');
    asked.when(answer).refused('no-standing');
    asked.when(assess(scottish, false)).when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('has standing by the child’s authority, once it is on record', () => {
    const on = parentAsks('scotland', '12-to-15').file.events[0]?.on ?? ('2036-04-02' as never);
    expect(on).toBe('2036-03-31');
    const asked = parentAsks('scotland', '12-to-15', 'advised').when({
      verb: 'ask-for-authority',
      words: 'w',
    });
    const papers = { verb: 'record-authority', on: '2036-04-02' as never, sufficient: true } as const;
    asked.when(papers).refused('does-not-fit');
    asked
      .when({ ...papers, authority: 'from-the-person' })
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    // A birth certificate says who the parent is, and nothing of what a child of 12 wants.
    asked
      .when({ ...papers, authority: 'parental-responsibility' })
      .when(answer)
      .refused('no-standing');
  });

  it('acts for an adult where the child is 16 in Scotland: there is nothing to assess', () => {
    const asked = parentAsks('scotland', '16-or-17', 'advised');
    asked.when(assess({ livesIn: 'scotland', aged: '16-or-17' }, true)).refused('not-a-child');
    asked.when(answer).refused('no-standing');
  });
});

describe('a parent who objects to direct marketing for a child (UK GDPR Art 21(3); R61)', () => {
  it('meets no hurdle: nothing is handed out, and it cannot be refused', () => {
    const people = { requester: true, actsAs: 'parent', child: scottish } as const;
    const objected = received({ on: '2036-03-31', right: 'objection_direct_marketing', people });
    expect(objected.summary.owes).not.toContain('competence');
    objected.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });
});

describe('a child who asks for themselves', () => {
  it('owes us an assessment, case by case, but is presumed to understand in Scotland from 12', () => {
    const asks = (child: ChildNamed) => received({ on: '2036-03-31', people: { child } }).on('2036-04-02');
    const child = asks(english);
    expect(child.summary.owes).toContain('competence');
    expect(child.when(assess(english, true)).summary.owes).not.toContain('competence');
    expect(asks(scottish).summary.owes).not.toContain('competence');
    child.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });
});
