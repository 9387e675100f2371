import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required' } });
});
afterAll(() => journey.end());

const particulars = {
  isProcessed: true,
  purposes: 'To let and repair our homes.',
  dataCategories: 'Names, addresses, rent and repairs.',
  disclosedTo: 'The firm that does our repairs.',
  keptFor: 'Six years after you move out.',
  obtainedFrom: 'Your landlord before us.',
  none: ['automatedDecisions', 'transfersAbroad'],
};

const privilege = {
  exemption: 'legal_professional_privilege',
  words: 'Two letters of 3 March.',
  reasons: 'They give advice about the claim.',
  isTold: true,
};

describe('an access request where duties are required (UK GDPR Art 15; R36)', () => {
  it('is answered once its search is on record', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-14T10:00:00Z');
    expect(await life.view()).toMatchObject({
      owes: ['search', 'others', 'particulars'],
      hold: { since: '2036-03-31', cite: 'DPA 2018 s.173 (R49a)' },
    });

    const tooSoon = await life.refused('answer', { extent: 'wholly', words: 'All that we hold.' });
    expect(tooSoon.status).toBe(409);
    expect(tooSoon.body).toMatchObject({ code: 'duties-open', cite: expect.stringContaining('Art 15(1A)') });

    await life.give('record-search', { on: '2036-04-11', words: 'Housing and e-mail, by name and address.' });
    await life.happens('SearchRecorded');
    expect((await life.view()).owes).toEqual(['others', 'particulars']);
    await life.give('find-no-other-person', { words: 'No name but the tenant’s is on any page.' });
    await life.give('record-particulars', particulars);
    expect((await life.view()).owes).toEqual([]);

    await life.give('answer', { extent: 'wholly', words: 'All that we hold.' });
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({ outcome: 'answered', inTime: true, hold: null });
  });

  it('is refused in part for an exemption that a second person has reviewed, and the rest is answered', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-14T10:00:00Z');
    const refusal = { extent: 'partly', ground: 'exemption', reasons: 'They are advice about your claim.' };
    const unfounded = await life.refused('refuse', refusal);
    expect(unfounded.body).toMatchObject({ code: 'duties-open', duties: ['exemption'] });

    const crime = await life.refused('apply-exemption', { ...privilege, exemption: 'crime_and_taxation' });
    expect(crime.body).toMatchObject({ code: 'reasons-missing', field: 'prejudice' });
    await life.give('apply-exemption', privilege);
    const { number: applied } = await life.happens('ExemptionApplied');
    const review = { applied, agrees: true, reasons: 'Advice, and nothing else.' };
    expect((await life.refused('review-exemption', review)).body).toMatchObject({ code: 'own-proposal' });
    const lost = await life.refused('review-exemption', { ...review, applied: 1 });
    expect(lost.body).toMatchObject({ code: 'not-on-record' });
    const second = await journey.as('approver');
    await second.done(`/v1/cases/${life.id}/review-exemption`, review);
    await life.happens('ExemptionReviewed');
    await life.give('refuse', refusal);
    await life.happens('RequestRefused');

    await life.give('record-search', { on: '2036-04-14', words: 'Housing and e-mail.' });
    const answer = { extent: 'partly', words: 'You will find the rest with this letter.' };
    const tooSoon = await life.refused('answer', answer);
    expect(tooSoon.body).toMatchObject({ code: 'duties-open', duties: ['others', 'particulars'] });
    await life.give('review-other-person', {
      words: 'The neighbour who complained.',
      decision: 'redacted',
      reasons: 'Without the name nobody can tell who it was.',
    });
    await life.happens('OtherPersonReviewed');
    await life.give('record-particulars', particulars);
    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({ outcome: 'partly-answered', inTime: true, hold: null });

    const refused = await life.letterSaying('We have decided not to do part of this.');
    expect(refused).toContain('Two letters of 3 March.');
    expect(refused).toContain('DPA 2018 Sch 2 para 19');
    const answered = await life.letterSaying('This is our answer to part of what you asked.');
    for (const said of [
      'Yes, we use personal data about you.',
      'To let and repair our homes.',
      'You have a right to complain to us',
      'UK GDPR Art 15(4)',
    ])
      expect(answered).toContain(said);
    expect(answered).not.toContain('neighbour');
  });
});
