import { toCivilDate } from '@duly/law';
import { House, requestReceived, words } from './story.telling.js';

const on = toCivilDate;

describe('rights against which nothing is weighed, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('complaint: acknowledged, told how it stands, reminded of, concluded (R50–R53)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'complaint' }));
    expect(story.types).toEqual(['RequestReceived', 'NoticeGiven', 'ComplaintAcknowledged']);
    expect(story.noticesGiven).toEqual(['complaint-acknowledgement']);
    await story.on('2036-04-10').tellProgress({ words: words('we have asked the team') });
    expect(story.types.slice(-3)).toEqual(['ProgressDecided', 'NoticeGiven', 'ProgressTold']);
    await story.until('2036-05-08');
    expect(story.types.at(-1)).toBe('ProgressDue');
    expect(story.tasks).toEqual(['handle-complaint', 'tell-progress']);
    await story.on('2036-05-09').giveOutcome({ finding: 'upheld', words: words('we put it right') });
    expect(story.types.slice(-3)).toEqual(['OutcomeDecided', 'NoticeGiven', 'ComplaintConcluded']);
    expect(await story.handle.result()).toMatchObject({ outcome: 'concluded', closedOn: '2036-05-09' });
    await story.replays();
  });

  it('complaint: the alarm of the thirty days, until it is acknowledged by post', async () => {
    const opening = requestReceived({ on: '2036-03-31', right: 'complaint' });
    house.world.delivers(opening.caseId, { 'complaint-acknowledgement': 'to-be-posted' });
    const story = await house.tell(opening);
    expect(story.dueOn).toBe('2036-04-30');
    const fee = story
      .on('2036-04-02')
      .askForFee({ basis: '15(3)', amountPence: 100, reasons: words('paper') });
    expect(await story.refusal(fee)).toMatchObject({ code: 'not-for-this-right', right: 'complaint' });
    await story.until('2036-05-02');
    expect(story.types).toContain('AlarmRaised');
    await story.on('2036-05-02').recordNoticeGiven({ decided: 1, how: 'post', on: on('2036-05-02') });
    expect(story.types.slice(-2)).toEqual(['ComplaintAcknowledged', 'AlarmWithdrawn']);
    expect(story.summary).toMatchObject({ inTime: false, dueDate: null });
    await story.replays();
  });

  it('direct marketing: a question pauses nothing, and the stop is passed on before the answer (R61)', async () => {
    const opening = requestReceived({
      on: '2036-03-31',
      right: 'objection_direct_marketing',
      settings: { duties: 'required' },
    });
    const story = await house.tell(opening);
    expect(story.noticesGiven).toEqual(['marketing-stopped']);
    await story.on('2036-04-01').askWhichRecord({ words: words('which address?') });
    expect(story.types.slice(-3)).toEqual(['RecordQuestionDecided', 'NoticeGiven', 'RecordQuestionAsked']);
    expect(story.dueOn).toBe('2036-04-30');
    await story.on('2036-04-02').passOnObjection({ on: on('2036-04-02'), words: words('the mailing house') });
    expect(story.types).toContain('ObjectionPassedOn');
    await story.on('2036-04-03').answer({ extent: 'wholly', words: words('it has stopped') });
    expect(story.summary).toMatchObject({ outcome: 'answered', inTime: true });
    await story.replays();
  });

  it('direct marketing: who gave a name alone is told that it has stopped once the list knows them (R61)', async () => {
    const opening = requestReceived({
      on: '2036-03-31',
      right: 'objection_direct_marketing',
      unlisted: true,
    });
    const story = await house.tell(opening);
    expect(story.noticesGiven).toEqual(['acknowledgement']);
    expect(story.tasks).toEqual(['list-objector']);
    await story.on('2036-04-01').listObjector({});
    expect(story.types.slice(-2)).toEqual(['ObjectorListed', 'NoticeGiven']);
    expect(story.noticesGiven).toEqual(['acknowledgement', 'marketing-stopped']);
    expect(story.tasks).toEqual(['assess']);
    await story.replays();
  });
});
