import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required' } });
});
afterAll(() => journey.end());

describe('an access request where duties are required (UK GDPR Art 15; R36)', () => {
  it('is answered once its search is on record', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-14T10:00:00Z');
    expect((await life.view()).owes).toEqual(['search']);

    const tooSoon = await life.refused('answer', { extent: 'wholly', words: 'All that we hold.' });
    expect(tooSoon.status).toBe(409);
    expect(tooSoon.body).toMatchObject({ code: 'duties-open', cite: expect.stringContaining('Art 15(1A)') });

    await life.give('record-search', { on: '2036-04-11', words: 'Housing and e-mail, by name and address.' });
    await life.happens('SearchRecorded');
    expect((await life.view()).owes).toEqual([]);

    await life.give('answer', { extent: 'wholly', words: 'All that we hold.' });
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({ outcome: 'answered', inTime: true });
  });
});
