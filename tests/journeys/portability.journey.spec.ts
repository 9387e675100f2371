import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  const shared = { purposes: 'To supply power.', dataCategories: 'Readings.', disclosedTo: 'Nobody.' };
  journey = await Journey.begin({
    settings: { DUTIES: 'required', ACCESS_PARTICULARS: JSON.stringify(shared) },
  });
});
afterAll(() => journey.end());

const item = {
  words: 'What your meter read each day.',
  basis: 'contract',
  isAutomated: true,
  origin: 'observed',
  harmsOthers: false,
  otherParties: 0,
};

describe('a portability request where duties are required (UK GDPR Art 20; R40)', () => {
  it('is answered item by item, with those to whom the data belongs as well, and tells of the transfer', async () => {
    const life = await CaseLife.open(journey, {
      rights: ['portability', 'access'],
      recipient: { name: 'Other Power', email: 'moves@other-power.example' },
    });
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-14T10:00:00Z');
    expect(await life.view()).toMatchObject({
      owes: ['items', 'transfer'],
      hold: { since: '2036-03-31', cite: 'DPA 2018 s.173 (R49a)' },
    });
    const answer = { extent: 'wholly', words: 'We looked at each part of your data.' };
    expect((await life.refused('answer', answer)).body).toMatchObject({ code: 'duties-open' });

    await life.give('test-item', item);
    await life.give('test-item', { ...item, words: 'How we rate you as a payer.', origin: 'inferred' });
    await life.give('test-item', { ...item, words: 'Calls with your flatmate.', otherParties: 2 });
    const { number } = await life.happens('ItemTested', 3);
    const unnamed = { item: number, on: '2036-04-14', agrees: true, words: 'By letter.' };
    expect((await life.refused('record-agreement', unnamed)).body).toMatchObject({
      code: 'does-not-fit',
      field: 'party',
    });
    const agreement = { item: number, party: 1, on: '2036-04-14', agrees: true, words: 'By telephone.' };
    await life.give('record-agreement', agreement);
    await life.happens('AgreementRecorded');
    expect((await life.refused('record-agreement', agreement)).body.code).toBe('nothing-awaited');
    const lost = await life.refused('record-agreement', { ...agreement, item: 1 });
    expect(lost.body).toMatchObject({ code: 'not-on-record', what: 'item', number: 1 });
    const unsaid = await life.refused('test-item', { ...item, harmsOthers: true });
    expect(unsaid.body).toMatchObject({ code: 'reasons-missing' });
    await life.give('decide-transfer', { isFeasible: false, reasons: 'Other Power takes no files yet.' });
    await life.happens('TransferDecided');

    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({ outcome: 'answered', owes: [], hold: null });
    const letter = await life.letterSaying('We looked at each part of your data.');
    for (const said of [
      'You get this data as files that a machine can read: * What your meter read each day.',
      'Please keep the files in a safe place.',
      'How we rate you as a payer. You did not give it to us: we worked it out.',
      'Calls with your flatmate. It is about other people too, and not all of them have agreed.',
      'What you may see of this will come with that answer.',
      'We cannot do this, so you get it yourself.',
      'Other Power takes no files yet.',
    ])
      expect(letter).toContain(said);

    const access = life.sister(1);
    const words = 'A copy of all we hold is in this letter.';
    await access.give('answer', { extent: 'wholly', words, despite: 'Searched by hand.' });
    await access.happens('RequestAnswered');
    const copy = await journey.servers.mail.letter(({ text }) => text.replace(/\s+/gu, ' ').includes(words));
    expect(copy.envelope.to).toEqual(['quillon@marrowbone.example']);
    const { reference } = await life.view();
    expect((await life.letters()).letters.map(({ recipient }) => recipient)).not.toContain('recipient');
    expect(letter).toContain(reference);
  });

  it('stands beside an access case that says of itself what the organisation always says', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-14T10:00:00Z');
    const lacking = await life.refused('record-particulars', { isProcessed: true });
    expect(lacking.body).toMatchObject({ code: 'reasons-missing', field: 'keptFor' });
    const silent = await life.refused('record-particulars', { isProcessed: true, keptFor: 'Two years.' });
    expect(silent.body).toMatchObject({ code: 'reasons-missing', field: 'obtainedFrom' });
    await life.give('record-particulars', {
      isProcessed: true,
      keptFor: 'Two years.',
      none: ['obtainedFrom', 'automatedDecisions', 'transfersAbroad'],
    });
    await life.give('record-search', { on: '2036-04-14', words: 'The system of meters.' });
    await life.give('find-no-other-person', { words: 'Nobody else lives there.' });
    await life.happens('NoOtherPersonFound');
    await life.happens('ParticularsRecorded');
    await life.give('answer', { extent: 'wholly', words: 'A copy comes with this letter.' });
    await life.happens('RequestAnswered');
    const letter = await life.letterSaying('A copy comes with this letter.');
    expect(letter).toContain('To supply power.');
    expect(letter).toContain('Two years.');
  });

  it('holds what it asks for: nothing is erased and nothing restricted before it is answered (s.173; R49a)', async () => {
    const on = '2036-03-31';
    const life = await CaseLife.open(journey, {
      rights: ['portability', 'erasure', 'restriction'],
      subject: { name: 'Idris Penhallow', email: 'idris@penhallow.example' },
    });
    const [erasure, restriction] = [life.sister(1), life.sister(2)];
    const { reference } = await life.view();
    await erasure.give('judge-erasure-ground', {
      ground: 'consent_withdrawn',
      applies: true,
      reasons: 'He has withdrawn it.',
    });
    const erase = { words: 'The readings.', backups: 'Gone after 35 days.', wasPublic: false, on } as const;
    const restrict = { ground: 'needed_for_claims', words: 'The readings.', on } as const;
    const held = [
      await erasure.refused('carry-out-erasure', erase),
      await restriction.refused('restrict', restrict),
    ];
    for (const { status, body } of held) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'held', cite: 'DPA 2018 s.173 (R49a)', cases: [reference] });
    }
    expect(await erasure.types()).not.toContain('DataErased');
    expect(await restriction.types()).not.toContain('DataRestricted');

    await life.give('test-item', item);
    await life.give('answer', { extent: 'wholly', words: 'Your readings come with this letter.' });
    await life.happens('RequestAnswered');
    await life.view();
    await restriction.give('restrict', restrict);
    await restriction.happens('DataRestricted');
    await erasure.give('carry-out-erasure', erase);
    await erasure.happens('DataErased');
  });
});
