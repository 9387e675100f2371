import type { StaffKept } from '@duly/api-contract';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required' } });
});
afterAll(() => journey.end());

const on = '2036-03-31';

describe('a decision that a computer took, from the letter to the end (R44)', () => {
  it('is explained, the person heard, looked at by somebody else, and decided again', async () => {
    const life = await CaseLife.open(journey, { rights: ['adm_22c'] });
    await life.give('explain-decision', { words: 'You are in band 3: the rooms were counted.' });
    await life.happens('DecisionExplained');
    expect(await life.letterSaying('You are in band 3')).toContain('Tell us that you do not accept it');
    await life.give('record-representations', { on, contests: true, words: 'I cannot climb stairs.' });
    const administrator = await journey.as('administrator');
    const { id: reviewer } = await administrator.done<StaffKept>('/v1/staff', {
      subject: 'staff-morag',
      name: 'Morag Weir',
    });
    const look = { reviewer, on, words: 'Form and letter.', reasons: 'Ten years in housing.' };
    const own = await life.refused('record-intervention', { ...look, configuredBy: reviewer });
    expect([own.status, own.body.code]).toEqual([422, 'own-decision']);
    const nobody = { ...look, reviewer: 'staff-nobody', configuredBy: 'staff-3' };
    const unknown = await life.refused('record-intervention', nobody);
    expect([unknown.body.code, unknown.body.errors?.[0]?.field]).toEqual(['not-valid', 'reviewer']);
    await life.give('record-intervention', { ...look, configuredBy: 'staff-3' });
    await life.give('decide-again', { outcome: 'changed', reasons: 'You need a home without stairs.' });
    expect((await life.view()).owes).toEqual([]);
    await life.give('answer', { extent: 'wholly', words: 'We did as you asked.' });
    await life.happens('RequestAnswered');
    expect(await life.letterSaying('You need a home without stairs.')).toContain('They have changed it.');
  });
});
