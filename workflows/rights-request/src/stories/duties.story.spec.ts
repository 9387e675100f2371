import { toCivilDate } from '@duly/law';
import { colleague, House, requestReceived, words } from './story.telling.js';

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
    expect(await story.refusal(tooSoon)).toMatchObject({
      code: 'duties-open',
      duties: ['search', 'others', 'particulars'],
    });
    await story.on('2036-04-15').recordSearch({ on: on('2036-04-15'), words: words('two systems') });
    expect(story.types).toContain('SearchRecorded');
    await story.on('2036-04-15').findNoOtherPerson({ words: words('every page was read') });
    await story.on('2036-04-15').recordParticulars({
      isProcessed: true,
      purposes: words('to let homes'),
      dataCategories: words('names and rent'),
      disclosedTo: words('the firm that repairs'),
      keptFor: words('six years'),
      none: ['obtainedFrom', 'automatedDecisions', 'transfersAbroad'],
    });
    await story.on('2036-04-16').answer({ extent: 'wholly', words: words('all we hold') });
    expect(story.types).toEqual(expect.arrayContaining(['NoOtherPersonFound', 'ParticularsRecorded']));
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });

  it('access: a part is refused for an exemption that a second person has reviewed (R31, R49b)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { duties: 'required' } }));
    const refusal = {
      extent: 'partly',
      ground: 'exemption',
      reasons: words('two letters are legal advice'),
    } as const;
    const unfounded = story.on('2036-04-14').refuse(refusal);
    expect(await story.refusal(unfounded)).toMatchObject({ code: 'duties-open', duties: ['exemption'] });
    const allTheSame = story.on('2036-04-14').refuse({ ...refusal, despite: words('there is no time left') });
    expect(await story.refusal(allTheSame)).toMatchObject({ code: 'duties-open', duties: ['exemption'] });
    await story.on('2036-04-14').applyExemption({
      exemption: 'legal_professional_privilege',
      words: words('two letters of 3 March'),
      reasons: words('advice about the claim'),
      isTold: true,
    });
    const applied = story.number('ExemptionApplied');
    const review = { applied, agrees: true, reasons: words('advice, and nothing else') };
    const own = story.on('2036-04-14').reviewExemption(review);
    expect(await story.refusal(own)).toMatchObject({ code: 'own-proposal' });
    const none = story.on('2036-04-14').reviewExemption({ ...review, applied: 1, by: colleague });
    expect(await story.refusal(none)).toMatchObject({ code: 'not-on-record', number: 1 });
    await story.on('2036-04-15').reviewExemption({ ...review, by: colleague });
    expect(story.types).toContain('ExemptionReviewed');
    await story.on('2036-04-15').refuse(refusal);
    await story.on('2036-04-16').recordSearch({ on: on('2036-04-15'), words: words('two systems') });
    await story.on('2036-04-16').reviewOtherPerson({
      words: words('the neighbour'),
      decision: 'redacted',
      reasons: words('without the name nobody can tell'),
    });
    expect(story.types).toContain('OtherPersonReviewed');
    await story.on('2036-04-16').recordParticulars({ isProcessed: false });
    await story.on('2036-04-17').answer({ extent: 'partly', words: words('the rest') });
    expect(story.summary).toMatchObject({ outcome: 'partly-answered', owes: [] });
    await story.replays();
  });

  it('portability: item by item, with those to whom it belongs as well (R40)', async () => {
    const opening = requestReceived({
      recipient: true,
      on: '2036-03-31',
      right: 'portability',
      settings: { duties: 'required' },
    });
    const story = await house.tell(opening);
    const item = {
      words: words('readings of the meter'),
      basis: 'contract',
      isAutomated: true,
      origin: 'observed',
      harmsOthers: false,
      otherParties: 1,
    } as const;
    await story.on('2036-04-14').testItem(item);
    const agreement = {
      item: story.number('ItemTested'),
      on: on('2036-04-14'),
      agrees: true,
      words: words('the other name on the contract'),
    };
    await story.on('2036-04-14').recordAgreement(agreement);
    expect(story.types).toContain('AgreementRecorded');
    const again = story.on('2036-04-14').recordAgreement(agreement);
    expect(await story.refusal(again)).toMatchObject({ code: 'nothing-awaited', what: 'agreement' });
    await story.on('2036-04-15').testItem({ ...item, origin: 'inferred', otherParties: 0 });
    await story.on('2036-04-15').decideTransfer({ isFeasible: true, reasons: words('both sides have it') });
    expect(story.types).toContain('TransferDecided');
    await story.on('2036-04-16').answer({ extent: 'wholly', words: words('one file') });
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });
});
