import type { CaseView, LookAlikesView } from '@duly/api-contract';
import { placesOf } from './canary-search.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const ofPerson = (name: string, email: string) => ({ subject: { name, email } });

describe('the same person asking again (R47, R49)', () => {
  it('is shown to the handler by likeness, and linked by nobody but the handler', async () => {
    const [first, again, other] = [
      await CaseLife.open(journey, ofPerson('Tamsin Oakapple', 'tamsin@oakapple.example')),
      await CaseLife.open(journey, ofPerson('OAKAPPLE, Tamsin', 'Tamsin@oakapple.example')),
      await CaseLife.open(journey, ofPerson('Perpetua Oakapple', 'perpetua@oakapple.example')),
    ];
    await Promise.all([first, again, other].map(life => life.happens('NoticeGiven')));
    const { handler } = again;
    const alike = () => handler.read<LookAlikesView>(`/v1/requests/${again.opened.request}/look-alikes`);
    expect((await alike()).lookAlikes).toMatchObject([
      {
        reference: first.opened.reference,
        same: ['email', 'name'],
        isLinked: false,
        cases: [{ id: first.id }],
      },
    ]);
    expect((await again.view()).links).toEqual([]);

    const reference = (await first.view()).reference;
    await again.give('link-case', {
      other: reference,
      because: 'repeat',
      words: 'The same files as before.',
    });
    await again.happens('CaseLinked');
    expect((await again.view()).links).toMatchObject([{ reference, because: 'repeat', isHeldHere: true }]);
    expect((await first.view()).links).toMatchObject([{ because: 'repeat', isHeldHere: false }]);
    expect((await alike()).lookAlikes[0]?.isLinked).toBe(true);

    const twice = await again.refused('link-case', { other: reference, because: 'repeat' });
    expect([twice.status, twice.body.code]).toEqual([409, 'already-linked']);
    const elsewhere = await first.refused('unlink-case', {
      other: (await again.view()).reference,
      reasons: 'Not she.',
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'not-linked']);
    await again.give('unlink-case', { other: reference, reasons: 'It is her mother.' });
    await again.happens('CaseUnlinked');
    expect((await again.view()).links).toEqual([]);
    expect(await placesOf(['Oakapple', 'oakapple', 'tamsin'], journey)).toEqual([]);
  });

  it('is never linked with a case that there is not, nor with itself', async () => {
    const life = await CaseLife.open(journey);
    const none = await life.refused('link-case', { other: 'DR-2036-999999-1', because: 'same-person' });
    expect([none.status, none.body.code]).toEqual([404, 'no-such-case']);
    const { reference } = await life.handler.read<CaseView>(`/v1/cases/${life.id}`);
    const itself = await life.refused('link-case', { other: reference, because: 'same-person' });
    expect([itself.status, itself.body.code]).toEqual([422, 'linked-to-itself']);
  });
});
