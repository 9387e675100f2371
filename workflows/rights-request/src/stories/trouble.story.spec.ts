import { endOfLondonDay, toCivilDate, toDay, type CivilDate, type Instant } from '@duly/law';
import { House, requestReceived, tenOn, words } from './story.telling.js';

describe('when things go wrong, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    // A cache of one case: each story that begins drives out the one before, which must then live on from its history.
    house = await House.open({ maxCachedWorkflows: 1 });
  });
  afterAll(() => house.close());

  it.each(['refused', 'unknown', 'to-be-posted'] as const)(
    'a letter that is %s is not given: it moves nothing',
    async outcome => {
      const story = await house.tell(requestReceived({ on: '2036-03-31' }));
      story.thePost({ extension: outcome });
      await story.on('2036-04-10').extendTime({ ground: 'complexity', reasons: words('much') });
      expect(story.types.slice(-2)).toEqual(['ExtensionDecided', 'NoticeNotGiven']);
      expect(story.summary).toMatchObject({ dueDate: '2036-04-30', extension: 'decided' });
      const decided = story.number('ExtensionDecided');
      await story
        .on('2036-04-11')
        .recordNoticeGiven({ decided, how: 'by-hand', on: '2036-04-11' as CivilDate });
      expect(story.summary).toMatchObject({ dueDate: '2036-06-30', extension: 'in-force' });
      expect(story.tasks).toEqual(['assess']);
      await story.replays();
    },
  );

  it('an extension whose letter is deferred past the cut-off falls away with an alarm', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    story.thePost({ extension: 'deferred' });
    const midnight = endOfLondonDay(toDay(toCivilDate('2036-04-30')));
    const fiveToMidnight = (midnight - 300_000) as Instant;
    await story.at(fiveToMidnight).extendTime({ ground: 'complexity', reasons: words('much') });
    expect(story.dueOn).toBe('2036-04-30');
    await story.windTo((midnight + 310_000) as Instant);
    await story.settles();
    expect(story.types).toEqual(expect.arrayContaining(['AlarmRaised', 'ExtensionFellAway']));
    expect(story.summary).toMatchObject({ extension: 'fell-away', alarmFor: '2036-04-30' });
    await story.replays();
  });

  it('a letter that can never be delivered blocks nothing but itself', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    story.thePost({ extension: 'deferred' });
    await story.on('2036-04-10').extendTime({ ground: 'complexity', reasons: words('much') });
    await story.on('2036-04-10').askForIdentity({ doubts: words('unknown'), words: words('a passport') });
    expect(story.noticesGiven).toEqual(['acknowledgement', 'identity']);
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    story.thePost({ extension: 'accepted' });
    await story.windTo((tenOn('2036-04-10') + 3_600_000) as Instant);
    await story.settles();
    expect(story.noticesGiven).toContain('extension');
    await story.replays();
  });

  it('a letter that is deferred on the last day is asked for by other means an hour later, and tried on: the first way counts', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    story.thePost({ extension: 'deferred' });
    await story.on('2036-04-30').extendTime({ ground: 'complexity', reasons: words('much') });
    expect(story.types).not.toContain('NoticeNotGiven');
    await story.windTo((tenOn('2036-04-30') + 5_400_000) as Instant);
    await story.settles();
    expect(story.lastOf('NoticeNotGiven')).toMatchObject({ kind: 'extension', outcome: 'deferred' });
    expect(story.tasks).toEqual(['assess', 'post-a-letter']);
    const decided = story.number('ExtensionDecided');
    await story
      .at((tenOn('2036-04-30') + 5_500_000) as Instant)
      .recordNoticeGiven({ decided, how: 'post', on: '2036-04-30' as CivilDate });
    expect(story.summary.extension).toBe('in-force');
    story.thePost({ extension: 'accepted' });
    await story.windTo((tenOn('2036-04-30') + 5_700_000) as Instant);
    await story.settles();
    expect(story.types.filter(type => type === 'NoticeNotGiven')).toHaveLength(1);
    expect(story.noticesGiven.filter(kind => kind === 'extension')).toHaveLength(1);
    await story.replays();
  });

  it('the register that cannot be reached is waited for, and loses and doubles nothing', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    house.world.registerFails(story.opening.caseId, 4);
    await story.on('2036-04-10').addNote({ words: words('one') });
    await story.on('2036-04-10').addNote({ words: words('two') });
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    await story.replays();
  });

  it('a worker that is replaced in the middle goes on from the history', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-10').extendTime({ ground: 'complexity', reasons: words('much') });
    await house.restartWorker();
    expect(story.dueOn).toBe('2036-06-30');
    await story.on('2036-06-02').answer({ extent: 'wholly', words: words('here it is') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'answered', closedOn: '2036-06-02' });
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    await story.replays();
  });

  it('a cancellation asked for on Temporal’s pages ends nothing: the case goes on and is answered', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.handle.cancel();
    await story.on('2036-04-10').extendTime({ ground: 'complexity', reasons: words('much') });
    expect(story.summary).toMatchObject({ dueDate: '2036-06-30', closedOn: null });
    await story.on('2036-06-02').answer({ extent: 'wholly', words: words('here it is') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'answered', closedOn: '2036-06-02' });
    expect(story.noticesGiven).toEqual(['acknowledgement', 'extension', 'answer']);
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    await story.replays();
  });

  it('leaves no trace of a refused command in the history', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.until('2036-04-10');
    const before = await story.replays();
    await story.refusal(story.on('2036-04-10').recordFee({ on: '2036-04-10' as CivilDate }));
    expect((await story.replays()).events).toBe(before.events);
  });
});
