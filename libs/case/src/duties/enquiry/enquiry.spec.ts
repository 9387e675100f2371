import { colleague, received, tenOn, Told } from '../../case.given.js';
import { decideOpening } from '../../decide/open.js';
import type { CaseEvent } from '../../events.js';
import { openCaseFile } from '../../evolve.js';

const held = () => received({ on: '2036-03-31', doubts: 'w' });
const kinds = (told: ReturnType<typeof held>) => told.letters.map(({ kind }) => kind);

describe('what may be no request (R46)', () => {
  it('has its due date from the first day, a task, and stands among the cases', () => {
    expect(held().summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    expect(held().tasks).toEqual(['decide-enquiry']);
    expect(kinds(held())).toEqual([]);
  });

  it('alarms handler and manager once nobody has decided for five days', () => {
    expect(held().on('2036-04-04').events).not.toContain('EnquiryOverdue');
    const overdue = held().on('2036-04-06');
    expect(overdue.events.filter(type => type === 'EnquiryOverdue')).toHaveLength(1);
    expect(overdue.letters.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
      'enquiry-overdue handler',
      'enquiry-overdue manager',
    ]);
  });

  it('hides no request: reminders, warnings and the alarm of the month come as for any other', () => {
    const late = held().on('2036-05-02');
    expect(late.events).toEqual(expect.arrayContaining(['DueSoon', 'ReminderDue', 'AlarmRaised']));
  });

  it('is promoted with its own day of receipt, acknowledged, and worked like any request', () => {
    const promoted = held().on('2036-04-20').when({ verb: 'promote' });
    expect(promoted.events).toContain('EnquiryPromoted');
    expect(promoted.summary).toMatchObject({ receivedOn: '2036-03-31', dueDate: '2036-04-30' });
    expect(promoted.tasks).toContain('assess');
    expect(promoted.tasks).not.toContain('decide-enquiry');
    expect(kinds(promoted)).toContain('acknowledgement');
    promoted.when({ verb: 'promote' }).refused('not-an-enquiry');
    promoted.when({ verb: 'dismiss', reasons: 'w' }).refused('not-an-enquiry');
  });

  it('once dismissed, tells nobody any more to promote it', () => {
    const dismissed = held().on('2036-04-02').when({ verb: 'dismiss', reasons: 'w' });
    dismissed.when({ verb: 'reopen', reasons: 'w' }).refused('case-open');
    dismissed.when({ verb: 'promote' }).refused('case-closed');
    dismissed.when({ verb: 'answer', extent: 'wholly', words: 'w' }).refused('case-closed');
  });

  it('is dismissed with reasons, and ends once the person is told', () => {
    const dismissed = held().on('2036-04-02').when({ verb: 'dismiss', reasons: 'w' });
    dismissed.then('DismissalDecided', 'NoticeGiven', 'EnquiryDismissed');
    expect(dismissed.summary).toMatchObject({ outcome: 'dismissed', closedOn: '2036-04-02' });
  });

  it('is dismissed by two people where refusals need approval: who sends somebody away does not do it alone', () => {
    const approvals = {
      refusals: true,
      fees: false,
      extensions: false,
      exemptions: false,
      disclosures: false,
    };
    const proposed = received({ on: '2036-03-31', doubts: 'w', settings: { approvals } })
      .on('2036-04-02')
      .when({ verb: 'dismiss', reasons: 'w' })
      .then('StepProposed');
    expect(proposed.tasks).toEqual(['decide-enquiry', 'approve']);
    const proposal = proposed.number('StepProposed');
    const approve = { verb: 'approve', proposal, by: colleague } as const;
    proposed.when(approve).then('StepApproved', 'DismissalDecided', 'NoticeGiven', 'EnquiryDismissed');
    // A request after all: what was proposed is judged anew, and taken back.
    const promoted = proposed.when({ verb: 'promote' });
    promoted.when(approve).refused('not-an-enquiry');
    proposed.when({ verb: 'take-back', record: proposal, reasons: 'w' }).then('StepDeclined');
    expect(promoted.when({ verb: 'take-back', record: proposal, reasons: 'w' }).tasks).not.toContain(
      'approve',
    );
  });

  it('lives on where it is promoted before the letter of its dismissal is given', () => {
    const pending = held().on('2036-04-02').thePost('silent').when({ verb: 'dismiss', reasons: 'w' });
    pending.when({ verb: 'dismiss', reasons: 'w' }).refused('already-decided');
    const promoted = pending.when({ verb: 'promote' });
    const decided = pending.number('DismissalDecided');
    const given = promoted.when({
      verb: 'record-notice-given',
      decided,
      how: 'post',
      on: '2036-04-02' as never,
    });
    expect(given.then('NoticeGiven').summary.outcome).toBeNull();
  });

  it('dismissed on 2 April and reopened on 10 June is to be decided again, not to be assessed', () => {
    const dismissed = held().on('2036-04-02').when({ verb: 'dismiss', reasons: 'w' });
    const reopened = dismissed.on('2036-06-10').reopened();
    expect(reopened.tasks).toEqual(['decide-enquiry']);
    const promoted = reopened.when({ verb: 'promote' });
    expect(promoted.tasks).toContain('assess');
    expect(promoted.tasks).not.toContain('decide-enquiry');
  });

  it('is never an objection to direct marketing, which is acted on (R42)', () => {
    const opening = {
      verb: 'open',
      by: 'staff-1',
      right: 'objection_direct_marketing',
      channel: 'email',
      receivedOn: '2036-03-31' as never,
      words: 'w',
      people: { requester: false, recipient: false },
    } as const;
    const now = tenOn('2036-03-31');
    const doubted = decideOpening({ ...opening, doubts: 'w' }, now);
    expect(doubted).toMatchObject({ code: 'cannot-be-refused', cite: expect.stringContaining('21(2)') });
    const [event] = decideOpening(opening, now) as readonly CaseEvent[];
    const events = [{ ...event, doubts: 'w' } as CaseEvent];
    const file = openCaseFile({ ...held().file.opening, events });
    new Told(file, now, 'accepted').when({ verb: 'dismiss', reasons: 'w' }).refused('cannot-be-refused');
  });

  it('is neither answered nor refused before it is a request', () => {
    held().when({ verb: 'answer', extent: 'wholly', words: 'w' }).refused('not-yet-a-request');
    held().when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' }).refused('not-yet-a-request');
  });
});
