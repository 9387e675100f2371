import { House, requestReceived, words } from './story.telling.js';

describe('a request that is answered', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('moves the due date by two further months when told within the first month', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    expect(story.dueOn).toBe('2036-04-30');
    await story
      .on('2036-04-21')
      .extendTime({ ground: 'complexity', reasons: words('four systems to search') });
    expect(story.noticesGiven).toContain('extension');
    expect(story.dueOn).toBe('2036-06-30');
    await story.on('2036-05-20').answer({ extent: 'wholly', words: words('here it is') });
    expect(story.summary).toMatchObject({ outcome: 'answered', inTime: true, closedOn: '2036-05-20' });
    expect(await story.handle.result()).toMatchObject({ outcome: 'answered', closedOn: '2036-05-20' });
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    process.stdout.write(JSON.stringify([await story.replays(), story.types]) + '\n');
  });
});
