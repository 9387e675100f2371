import type { CivilDate } from '@duly/law';
import { colleague, received } from '../../case.given.js';
import type { CaseRight } from '../../names.js';

const on = (date: string): CivilDate => date as CivilDate;
const start = (right: CaseRight = 'access') => received({ on: '2036-03-31', right }).on('2036-04-02');
const unknown = { verb: 'cannot-identify', reasons: 'w', words: 'w', canBeTold: true } as const;
const told = ['CannotIdentifyDecided', 'NoticeGiven', 'ToldNotIdentified'] as const;

describe('a person who cannot be identified (UK GDPR Art 11(2))', () => {
  it('is told, and the month does not begin until they send more', () => {
    const asked = start()
      .when(unknown)
      .then(...told);
    expect(asked.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    const more = asked.on('2036-04-10').when({ verb: 'record-identity', on: on('2036-04-10') });
    expect(more.then('IdentityReceived').summary.dueDate).toBe('2036-05-12');
    more.when({ verb: 'judge-identity', sufficient: true }).then('IdentityConfirmed');
  });

  it('has not been told while the letter is not given: the month runs', () => {
    const pending = start().thePost('silent').when(unknown).then('CannotIdentifyDecided');
    expect(pending.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    pending.when(unknown).refused('already-decided');
    // Nobody can be told after all: the letter came back.
    pending.when({ ...unknown, canBeTold: false }).then('PersonNotIdentified');
  });

  it('is reminded, warned, and then a person decides: never closed in silence (R24)', () => {
    const waited = start().when(unknown).on('2036-05-06');
    expect(waited.events).toEqual(
      expect.arrayContaining(['ReminderDue', 'AbandonmentWarned', 'AbandonmentProposed']),
    );
    expect(waited.when({ verb: 'abandon', reasons: 'w' }).summary.outcome).toBe('abandoned');
  });

  it('ends the case where nobody can be told', () => {
    const ended = start()
      .when({ ...unknown, canBeTold: false })
      .then('PersonNotIdentified');
    expect(ended.summary).toMatchObject({ outcome: 'not-identified', closedOn: '2036-04-02' });
    expect(ended.letters.map(({ kind }) => kind)).not.toContain('cannot-identify');
  });

  it.each([true, false])(
    'is a refusal: a second person approves it where refusals need that (canBeTold: %s)',
    canBeTold => {
      const approvals = {
        refusals: true,
        fees: false,
        extensions: false,
        exemptions: false,
        disclosures: false,
      };
      const proposed = received({ on: '2036-03-31', settings: { approvals } })
        .on('2036-04-02')
        .when({ ...unknown, canBeTold })
        .then('StepProposed');
      expect(proposed.letters.map(({ kind }) => kind)).not.toContain('cannot-identify');
      const approve = { verb: 'approve', proposal: proposed.number('StepProposed'), by: colleague } as const;
      const approved = proposed
        .when(approve)
        .then('StepApproved', ...(canBeTold ? told : (['PersonNotIdentified'] as const)));
      expect(approved.file.events.at(-1 - (canBeTold ? 2 : 0))).toMatchObject({ approvedBy: colleague });
    },
  );

  it.each(['objection', 'objection_direct_marketing', 'adm_22c'] as const)('does not set aside %s', right => {
    start(right).when(unknown).refused('not-for-this-right');
  });
});

describe('the death of the person (R35)', () => {
  const death = { verb: 'record-death', on: on('2036-04-02') } as const;

  it('ends every duty: the law’s clock knows it', () => {
    const ended = start().when(death).then('SubjectDied');
    expect(ended.summary).toMatchObject({ outcome: 'died', state: 'CLOSED_DECEASED', inTime: null });
    expect(ended.tasks).toEqual([]);
  });

  it('is told to whoever acts for the person, and to no one who has died', () => {
    expect(
      start()
        .when(death)
        .letters.map(({ kind }) => kind),
    ).not.toContain('death');
    const agent = received({ on: '2036-03-31', people: { requester: true } })
      .on('2036-04-02')
      .when(death);
    expect(agent.letters.at(-1)).toMatchObject({ kind: 'death', recipient: 'requester' });
  });

  it('of 28 March, before the letter of the 31st was received, closes the case on the day of the receipt', () => {
    const ended = start().when({ ...death, on: on('2036-03-28') });
    expect(ended.then('SubjectDied').summary).toMatchObject({ outcome: 'died', closedOn: '2036-03-31' });
    expect(ended.file.events.at(-1)?.on).toBe('2036-03-28');
  });

  it('cannot lie in the future', () => {
    start()
      .when({ ...death, on: on('2036-04-03') })
      .refused('date-in-future');
  });
});

describe('a letter read as another right than it uses (R34, R46)', () => {
  const reclassify = { verb: 'reclassify', as: 'erasure', reasons: 'w' } as const;

  it('closes this case once the person is told', () => {
    const told = start().when(reclassify);
    told.then('ReclassificationDecided', 'NoticeGiven', 'CaseReclassified');
    expect(told.summary).toMatchObject({ outcome: 'reclassified', closedOn: '2036-04-02' });
  });

  it('does not while the letter is not given', () => {
    const pending = start().thePost('to-be-posted').when(reclassify);
    expect(pending.summary.outcome).toBeNull();
    expect(pending.tasks).toContain('post-a-letter');
    pending.when(reclassify).refused('already-decided');
  });

  it('is not what the case is already', () => {
    start('erasure').when(reclassify).refused('same-right');
  });

  it('never takes an objection to direct marketing away (R42)', () => {
    start('objection_direct_marketing').when(reclassify).refused('cannot-be-refused');
  });
});
