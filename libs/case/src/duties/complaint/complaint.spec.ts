import type { CivilDate } from '@duly/law';
import { received, type Told } from '../../case.given.js';

const date = (text: string): CivilDate => text as CivilDate;
const complaint = (settings = {}): Told => received({ on: '2036-03-31', right: 'complaint', settings });
/** Received on Monday 31 March 2036, and its acknowledgement still has to be posted. */
const toBePosted = (): Told => {
  const told = complaint();
  const file = { ...told.file, events: told.file.events.slice(0, 1), openTasks: told.file.openTasks };
  return Object.assign(told, { file }).posted('to-be-posted', '2036-03-31').thePost('silent');
};
const given = { verb: 'record-notice-given', decided: 1, how: 'post' } as const;
const outcome = { verb: 'give-outcome', finding: 'upheld', words: 'w' } as const;

describe('a complaint to the controller (R50–R54, DPA 2018 s.164A)', () => {
  it('is acknowledged by its letter, and then has no date: the outcome is due without undue delay', () => {
    const told = complaint();
    expect(told.events).toEqual(['RequestReceived', 'NoticeGiven', 'ComplaintAcknowledged']);
    expect(told.letters.map(({ kind, level }) => [kind, level])).toEqual([
      ['complaint-acknowledgement', 'case'],
    ]);
    expect(told.summary).toMatchObject({
      dueDate: null,
      planBy: null,
      inTime: true,
      ruleset: 'uk-dpa-s164a',
    });
    expect(told.summary.reason).toContain('without undue delay');
    expect(told.tasks).toEqual(['handle-complaint']);
  });

  it('not acknowledged, is due on 30 April 2036, with reminders and the alarm', () => {
    const told = toBePosted();
    expect(told.summary).toMatchObject({ dueDate: '2036-04-30', planBy: '2036-04-30', inTime: null });
    expect(told.on('2036-04-30').events).toEqual(expect.arrayContaining(['ReminderDue', 'DueSoon']));
    const late = told.on('2036-05-01');
    expect(late.events.at(-1)).toBe('AlarmRaised');
    expect(late.file.events.at(-1)?.cite).toContain('s.164A(3)');
  });

  it('ends on the next working day: received on 5 April 2036, thirty days end on Monday 5 May, a holiday', () => {
    const told = received({ on: '2036-04-05', right: 'complaint' });
    const file = { ...told.file, events: told.file.events.slice(0, 1) };
    expect(Object.assign(told, { file }).summary.dueDate).toBe('2036-05-06');
  });

  it('acknowledged by post in time is in time; late, it is late, and its alarm ends', () => {
    const inTime = toBePosted()
      .on('2036-04-20')
      .when({ ...given, on: date('2036-04-18') });
    expect(inTime.then('NoticeGiven', 'ComplaintAcknowledged').summary).toMatchObject({
      inTime: true,
      dueDate: null,
    });
    const late = toBePosted()
      .on('2036-05-02')
      .when({ ...given, on: date('2036-05-02') });
    late.then('NoticeGiven', 'ComplaintAcknowledged', 'AlarmWithdrawn');
    expect(late.summary).toMatchObject({ inTime: false, alarmFor: null });
    expect(late.tasks).toEqual(['handle-complaint']);
  });

  it('told how it stands as often as there is something to tell', () => {
    const told = complaint().on('2036-04-10').when({ verb: 'tell-progress', words: 'w' });
    told.then('ProgressDecided', 'NoticeGiven', 'ProgressTold');
    told.when({ verb: 'tell-progress', words: 'w' }).then('ProgressDecided', 'NoticeGiven', 'ProgressTold');
  });

  it('is never without a timer: the handler is reminded every 28 days in which nothing was told', () => {
    const told = complaint();
    expect(told.on('2036-04-27').events).not.toContain('ProgressDue');
    const reminded = told.on('2036-04-28');
    expect(reminded.events).toContain('ProgressDue');
    expect(reminded.tasks).toEqual(['handle-complaint', 'tell-progress']);
    const again = reminded.on('2036-06-30');
    expect(again.events.filter(type => type === 'ProgressDue')).toHaveLength(3);
    expect(again.tasks).toEqual(['handle-complaint', 'tell-progress']);
    const toldNow = again.when({ verb: 'tell-progress', words: 'w' });
    expect(toldNow.tasks).toEqual(['handle-complaint']);
    expect(toldNow.on('2036-07-20').events.filter(type => type === 'ProgressDue')).toHaveLength(3);
  });

  it('ends with its outcome, at any time once it was acknowledged', () => {
    const told = complaint().on('2036-09-01').when(outcome);
    told.then('OutcomeDecided', 'NoticeGiven', 'ComplaintConcluded');
    expect(told.summary).toMatchObject({ outcome: 'concluded', inTime: true, state: 'CLOSED_COMPLETED' });
    expect(told.tasks).toEqual([]);
  });

  it('needs no acknowledgement where the outcome is given within the thirty days (R53)', () => {
    const told = toBePosted().thePost('accepted').on('2036-04-10').when(outcome);
    expect(told.then('OutcomeDecided', 'NoticeGiven', 'ComplaintConcluded').summary).toMatchObject({
      outcome: 'concluded',
      inTime: true,
    });
  });

  it('with neither in time says why it is late, and is late', () => {
    const told = toBePosted().thePost('accepted').on('2036-05-02');
    told.when(outcome).refused('late-without-reason');
    const late = told.when({ ...outcome, reasonForLateness: 'r' });
    expect(late.summary).toMatchObject({ outcome: 'concluded', inTime: false });
  });

  it('was acknowledged by its outcome of 10 April: reopened on 2 June it has no date, and nothing is late', () => {
    const concluded = toBePosted().thePost('accepted').on('2036-04-10').when(outcome);
    const reopened = concluded.on('2036-06-02').reopened();
    expect(reopened.summary).toMatchObject({ dueDate: null, planBy: null, inTime: true });
    expect(reopened.summary.reason).toContain('given an outcome, and so acknowledged, on 2036-04-10');
    expect(reopened.on('2036-06-20').events).not.toContain('AlarmRaised');
    // That the posted acknowledgement of 12 May comes to light changes nothing: they had been told by then.
    const known = reopened.when({ ...given, on: date('2036-05-12') });
    expect(known.summary.inTime).toBe(true);
    expect(known.when(outcome).summary).toMatchObject({ outcome: 'concluded', inTime: true });
  });

  it('says since when nothing was told to the person, however often the handler was reminded', () => {
    const told = complaint().on('2036-06-30');
    const due = told.file.events.filter(({ type }) => type === 'ProgressDue');
    expect(due).toMatchObject([{ since: '2036-03-31' }, { since: '2036-03-31' }, { since: '2036-03-31' }]);
  });

  it('received before 19 June 2026 has no date by law, and is reminded of all the same', () => {
    const told = received({ on: '2026-06-18', right: 'complaint' });
    expect(told.summary).toMatchObject({ dueDate: null, inTime: null, isProvisional: false });
    expect(told.summary.reason).toContain('19 June 2026');
    expect(told.on('2026-07-17').events).toContain('ProgressDue');
  });

  it('is about a case of ours, or about none', () => {
    const about = '6f1c2d3e-0000-4000-8000-00000000000f';
    expect(received({ on: '2036-03-31', right: 'complaint', about }).file.events[0]).toMatchObject({ about });
    expect(complaint().file.events[0]).not.toHaveProperty('about');
  });
});
