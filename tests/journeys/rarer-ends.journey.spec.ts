import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const unknown = {
  reasons: 'The film shows many people in red coats.',
  words: 'A picture of your coat, and the hour.',
  canBeTold: true,
};

describe('a person whom we cannot identify (UK GDPR Art 11(2))', () => {
  it('is told what would help; what they send begins the month', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const told = await life.giveToRequest('cannot-identify', unknown);
    expect(told.map(({ outcome }) => outcome)).toEqual(['accepted']);
    await life.happens('CannotIdentifyDecided');
    await life.happens('ToldNotIdentified');
    expect(await life.view()).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('many people in red coats'));
    expect(letter.text).toContain('A picture of your coat');
    await life.windTo('2036-04-10T10:00:00Z');
    await life.giveToRequest('record-identity', { on: '2036-04-10' });
    await life.happens('IdentityReceived');
    expect(await life.view()).toMatchObject({ state: 'RUNNING', dueDate: '2036-05-12' });
  });

  it('and sends nothing is reminded of what would help, not of who they are', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.giveToRequest('cannot-identify', { ...unknown, words: 'The hour at which you passed.' });
    await life.happens('ToldNotIdentified');
    await life.windTo('2036-04-15T10:00:00Z');
    await life.happens('ReminderDue');
    const letter = await journey.servers.mail.letter(
      ({ subject, text }) =>
        subject.startsWith('A reminder') && text.includes('The hour at which you passed.'),
    );
    expect(letter.text.replace(/\s+/gu, ' ')).toContain('asked you to tell us more, if you can');
  });

  it('ends the case where nobody can be told, and of a right outside Articles 15 to 20 never', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'objection'] });
    await life.happens('NoticeGiven');
    await life.sister(1).happens('NoticeGiven');
    const made = await life.giveToRequest('cannot-identify', { ...unknown, canBeTold: false });
    expect(made).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', problem: { code: 'not-for-this-right', cite: 'UK GDPR Art 11(2)' } },
    ]);
    await life.happens('PersonNotIdentified');
    expect(await life.view()).toMatchObject({ outcome: 'not-identified', closedOn: '2036-03-31' });
  });
});

describe('the death of the person (R35)', () => {
  it('closes every case of the request, and is told to whoever acts for them', async () => {
    const life = await CaseLife.open(journey, {
      rights: ['access', 'rectification'],
      requester: { name: 'Lee & Co', email: 'lee@solicitors.example' },
    });
    await life.happens('NoticeGiven');
    await life.sister(1).happens('NoticeGiven');
    await life.giveToRequest('record-death', { on: '2036-03-31', words: 'Her daughter called.' });
    for (const place of [0, 1]) {
      await life.sister(place).happens('SubjectDied');
      expect(await life.sister(place).view()).toMatchObject({ outcome: 'died', state: 'CLOSED_DECEASED' });
    }
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('has died'));
    expect(letter.envelope.to).toEqual(['lee@solicitors.example']);
  });
});

describe('a letter read as another right than it uses (R34, R46)', () => {
  it('closes the case once the person is told; the right one has the letter’s date', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-08T10:00:00Z');
    const same = await life.refused('reclassify', { as: 'access', reasons: 'It says so.' });
    expect([same.status, same.body.code]).toEqual([409, 'same-right']);
    await life.give('reclassify', { as: 'erasure', reasons: 'You wrote: take me off your books.' });
    await life.happens('ReclassificationDecided');
    await life.happens('CaseReclassified');
    const view = await life.view();
    expect(view).toMatchObject({ outcome: 'reclassified', closedOn: '2036-04-08' });
    expect(view.sisters).toMatchObject([{ right: 'erasure', dueDate: '2036-04-30' }]);
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('take me off your books'));
    expect(letter.text).toMatch(/delete\s+personal\s+data/);
  });

  it('to a right whose case has closed is refused: the request would be left without an open one', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'erasure'] });
    await life.sister(1).happens('NoticeGiven');
    await life.sister(1).give('withdraw', { on: '2036-03-31', words: 'Keep it.' });
    await life.sister(1).happens('RequestWithdrawn');
    await life.sister(1).view();
    const closed = await life.refused('reclassify', { as: 'erasure', reasons: 'She wants it gone.' });
    expect([closed.status, closed.body.code]).toEqual([409, 'case-closed']);
    expect(closed.body.remedy).toContain('Reopen that case first');
  });
});

describe('a refusal, and what it rests on (R31, R37)', () => {
  it('waits for the finding, whatever is said instead; a mistaken finding is taken back', async () => {
    const life = await CaseLife.open(journey, { rights: ['rectification'] });
    const refusal = { extent: 'wholly', ground: 'right-does-not-apply', reasons: 'The deed says the same.' };
    const unfounded = await life.refused('refuse', { ...refusal, despite: 'We are in a hurry.' });
    expect(unfounded.body).toMatchObject({ code: 'duties-open', duties: ['finding'] });
    const found = { words: 'The date.', reasons: 'The deed says so.' };
    await life.give('record-finding', { ...found, finding: 'inaccurate' });
    const { number: record } = await life.happens('FindingRecorded');
    await life.give('record-finding', { ...found, finding: 'accurate' });
    expect((await life.refused('refuse', refusal)).body.code).toBe('decided-otherwise');
    await life.give('take-back', { record, reasons: 'It is another tenant’s.' });
    await life.happens('RecordTakenBack');
    await life.give('refuse', refusal);
    await life.happens('RequestRefused');
    expect((await life.view()).outcome).toBe('refused');
  });
});
