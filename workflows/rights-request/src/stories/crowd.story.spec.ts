import { House, requestReceived, words, type Story } from './story.telling.js';

describe('many cases at once, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ maxCachedWorkflows: 2 });
  });
  afterAll(() => house.close());

  async function life(story: Story): Promise<void> {
    await story.on('2036-04-02').addNote({ words: words('assessed'), completes: 'assess' });
    await story.on('2036-04-10').extendTime({ ground: 'complexity', reasons: words('much') });
    await story.on('2036-04-14').answer({ extent: 'wholly', words: words('here it is') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'answered', closedOn: '2036-04-14' });
    await story.settles();
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
  }

  it('drive each other out of the worker’s memory, and lose and double nothing', async () => {
    const openings = Array.from({ length: 6 }, () => requestReceived({ on: '2036-03-31' }));
    const stories = await Promise.all(openings.map(opening => house.tell(opening)));
    await Promise.all(stories.map(life));
    for (const story of stories) await story.replays();
  }, 180_000);
});
