import { toCivilDate } from '@duly/law';
import { House, requestReceived, words } from './story.telling.js';

const on = toCivilDate;

describe('the duties of each right, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('access: the answer waits for the record of the search (R36)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { duties: 'required' } }));
    const tooSoon = story.on('2036-04-14').answer({ extent: 'wholly', words: words('all we hold') });
    expect(await story.refusal(tooSoon)).toMatchObject({ code: 'duties-open', duties: ['search'] });
    await story.on('2036-04-15').recordSearch({ on: on('2036-04-15'), words: words('two systems') });
    expect(story.types).toContain('SearchRecorded');
    await story.on('2036-04-16').answer({ extent: 'wholly', words: words('all we hold') });
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });
});
