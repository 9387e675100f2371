import { decideReopening, openCaseFile, isRefusal, placeInWindow, type CaseOpening } from '@duly/case';
import { endOfLondonDay, toCivilDate, toDay, type CivilDate, type Instant } from '@duly/law';
import { House, requestReceived, tenOn, words } from './story.telling.js';

const midnightAfter = (date: string): number => endOfLondonDay(toDay(toCivilDate(date)));
const placeOf = ({ caseId, settings }: CaseOpening): number =>
  placeInWindow(caseId, settings.alarmWindowSeconds);

describe('what time brings about, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('reminds the handler ten, five and two working days before, and the day before; then raises the alarm', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const moment = (midnightAfter('2036-04-30') + placeOf(story.opening)) as Instant;
    await story.windTo((moment - 30_000) as Instant);
    await story.settles();
    const reminded = story.events.filter(({ type }) => type === 'ReminderDue').map(({ on }) => on);
    expect(reminded).toEqual(['2036-04-16', '2036-04-23', '2036-04-28', '2036-04-29']);
    expect(story.types).not.toContain('AlarmRaised');

    await story.windTo((moment + 10_000) as Instant);
    await story.settles();
    const alarm = story.lastOf('AlarmRaised');
    expect(alarm).toMatchObject({ forDate: '2036-04-30', on: '2036-05-01' });
    const recordedAt = Date.parse(alarm?.recordedAt ?? '');
    expect(recordedAt).toBeGreaterThanOrEqual(moment);
    expect(recordedAt - moment).toBeLessThanOrEqual(10_000);
    expect(story.tasks).toEqual(['assess', 'alarm']);
    expect(house.world.letters.get(story.opening.caseId)?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['alarm-to-handler', 'alarm-to-manager']),
    );

    const silent = story.on('2036-05-02').answer({ extent: 'wholly', words: words('sorry') });
    expect(await story.refusal(silent)).toMatchObject({ code: 'late-without-reason', dueDate: '2036-04-30' });
    await story
      .on('2036-05-02')
      .answer({ extent: 'wholly', words: words('sorry'), reasonForLateness: words('flu') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'answered' });
    expect(story.summary.inTime).toBe(false);
    await story.replays();
  });

  it('raises the alarm at once for a request that is already late when it is recorded', async () => {
    const story = await house.tell(requestReceived({ on: '2036-02-01', recordedOn: '2036-04-01' }));
    expect(story.types).toEqual(['RequestReceived', 'AlarmRaised', 'NoticeGiven']);
    await story.replays();
  });

  it('reminds, warns and proposes to close where identity never arrives; a person closes; it reopens as a new run', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-02').askForIdentity({ doubts: words('unknown'), words: words('a passport') });
    const early = story.on('2036-04-20').abandon({ reasons: words('no reply') });
    expect(await story.refusal(early)).toMatchObject({ code: 'not-warned' });
    await story.until('2036-05-03');
    expect(story.noticesGiven).toEqual([
      'acknowledgement',
      'identity',
      'reminder-to-requester',
      'abandonment-warning',
    ]);
    expect(story.tasks).toContain('decide-abandonment');
    await story.on('2036-05-03').abandon({ reasons: words('no reply') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'abandoned', closedOn: '2036-05-03' });
    await story.replays();

    const file = openCaseFile({ ...story.opening, events: story.events });
    const reopen = { verb: 'reopen', by: 'staff-1', reasons: words('it came at last') } as const;
    const events = decideReopening(file, reopen, 'c0ffee', tenOn('2036-07-01'));
    if (isRefusal(events)) throw new Error(events.message);
    const next = await house.tell({ ...story.opening, run: 2, events });
    expect(next.summary).toMatchObject({ run: 2, state: 'AWAITING_ID', outcome: null });
    await next.on('2036-07-02').recordIdentity({ on: '2036-07-01' as CivilDate });
    expect(next.dueOn).toBe('2036-08-01');
    expect(next.recorded).toEqual(next.events.map(({ number }) => number));
    await next.replays();
  });

  it('withdraws the alarm when it is learned that the answer was given in time', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    story.thePost({ answer: 'to-be-posted' });
    await story.on('2036-04-30').answer({ extent: 'wholly', words: words('by post') });
    expect(story.tasks).toContain('post-a-letter');
    await story.until('2036-05-02');
    expect(story.summary.alarmFor).toBe('2036-04-30');
    const decided = story.number('AnswerDecided');
    await story.on('2036-05-02').recordNoticeGiven({ decided, how: 'post', on: '2036-04-30' as CivilDate });
    expect(story.types.slice(-3)).toEqual(['NoticeGiven', 'RequestAnswered', 'AlarmWithdrawn']);
    expect(story.summary).toMatchObject({ inTime: true, alarmFor: null });
    await story.replays();
  });
});
