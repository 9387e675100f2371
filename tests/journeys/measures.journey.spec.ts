import { workflowIdOf } from '@duly/case-protocol';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required' } });
});
afterAll(() => journey.end());

const on = '2036-03-31';
/** One request of its own person for each life, so that no case holds another's data. */
const open = (right: string, ...more: string[]): Promise<CaseLife> =>
  CaseLife.open(journey, {
    rights: [right, ...more],
    subject: { name: `Somebody of ${right}`, email: `${right.replaceAll('_', '-')}@marrowbone.example` },
  });
const answer = { extent: 'wholly', words: 'We did as you asked.' } as const;
const notApplying = { extent: 'wholly', ground: 'right-does-not-apply', reasons: 'It does not.' } as const;

/** The case's workflow has ended: everything that it had to send has been sent. */
const runIsOver = (life: CaseLife): Promise<unknown> =>
  journey.temporal.workflow.getHandle(workflowIdOf(life.id)).result();

/** The text of a letter, its lines joined. */
async function letterWith(text: string): Promise<string> {
  const inOneLine = (letter: string): string => letter.replace(/\s+/gu, ' ');
  const letter = await journey.servers.mail.letter(({ text: said }) => inOneLine(said).includes(text));
  return inOneLine(letter.text);
}

describe('rectification, from the letter to the end (R37)', () => {
  it('is restricted while it is checked, found wrong, put right, told to those who have it, and answered', async () => {
    const life = await open('rectification');
    expect((await life.view()).owes).toEqual(['finding']);
    await life.give('restrict', { ground: 'accuracy_contested', words: 'Your entry.', on });
    const { number: restriction } = await life.happens('DataRestricted');
    const early = await life.refused('lift-restriction', { restriction, reasons: 'Enough.' });
    expect([early.status, early.body.code]).toEqual([409, 'still-being-checked']);

    await life.give('record-finding', {
      finding: 'incomplete',
      words: 'Your entry in the register of tenants.',
      reasons: 'The tenancy shows it.',
    });
    const { number: finding } = await life.happens('FindingRecorded');
    const misfit = await life.refused('record-correction', {
      finding,
      how: 'corrected',
      words: 'You moved in on 1 March.',
      on,
    });
    expect([misfit.status, misfit.body.code]).toEqual([422, 'does-not-fit']);
    await life.give('record-correction', {
      finding,
      how: 'statement-added',
      words: 'The tenant says that her sarsaparilla stall moved in too.',
      on,
    });
    const wrongWay = await life.refused('refuse', notApplying);
    expect([wrongWay.status, wrongWay.body.code]).toEqual([409, 'decided-otherwise']);

    await life.give('name-recipient', { words: 'Zebedee Credit Agency Ltd' });
    const { number: recipient } = await life.happens('RecipientNamed');
    expect((await life.view()).tasks.map(({ kind }) => kind)).toContain('tell-recipient');
    await life.give('record-recipient-outcome', { recipient, outcome: 'told', on });
    await life.give('lift-restriction', { restriction, reasons: 'Your entry is complete now.' });
    await life.happens('RestrictionLifted');
    expect(await letterWith('We will now end this limit')).toContain('Your entry is complete now.');

    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({ outcome: 'answered', inTime: true });
    const letter = await letterWith('sarsaparilla stall moved in too');
    expect(letter).toContain('If you want to know who they are, please ask us.');
    expect(letter).not.toContain('Zebedee');
  });
});

describe('erasure beside access, asked for in one letter (R38, R49a)', () => {
  it('waits while the access case holds the data, runs once that is answered, and tells of the backups', async () => {
    const access = await open('access', 'erasure');
    const erasure = access.sister(1);
    const erase = {
      words: 'Your rent account.',
      backups: 'They are written over after 35 days.',
      wasPublic: true,
      on,
    };
    const groundless = await erasure.refused('answer', answer);
    expect(groundless.body).toMatchObject({ code: 'duties-open', duties: ['grounds'] });
    await erasure.give('judge-erasure-ground', {
      ground: 'no_longer_necessary',
      applies: true,
      reasons: 'The tenancy ended nine years ago.',
    });
    await erasure.give('judge-erasure-exception', {
      exception: 'legal_claims',
      applies: false,
      reasons: 'No claim is open, and none can be any more.',
    });
    const held = await erasure.refused('carry-out-erasure', erase);
    expect(held.status).toBe(409);
    expect(held.body).toMatchObject({ code: 'held', cite: expect.stringContaining('s.173') });
    const { reference } = await access.view();
    expect(JSON.stringify(held.body)).toContain(reference);

    await access.give('answer', { ...answer, despite: 'Everything was in one file, which is enclosed.' });
    await access.happens('RequestAnswered');
    await access.view();
    await erasure.give('carry-out-erasure', erase);
    await erasure.happens('DataErased');
    await erasure.give('record-public-steps', { words: 'We asked two engines to drop the page.', on });
    await erasure.give('name-recipient', { words: 'Zachary Housing Trust' });
    const { number: recipient } = await erasure.happens('RecipientNamed');
    await erasure.give('disclose-recipients', { on });
    expect(await letterWith('Zachary Housing Trust. We will tell them')).toContain('shared this data with');
    const untold = { recipient, outcome: 'disproportionate', on };
    expect((await erasure.refused('record-recipient-outcome', untold)).body.code).toBe('reasons-missing');
    await erasure.give('record-recipient-outcome', { ...untold, reasons: 'It has long been wound up.' });

    await erasure.give('answer', answer);
    await erasure.happens('RequestAnswered');
    expect(await erasure.view()).toMatchObject({ outcome: 'answered', owes: [] });
    const letter = await letterWith('They are written over after 35 days.');
    expect(letter).toContain('We asked two engines to drop the page.');
    expect(letter).toContain('Zachary Housing Trust');
  });
});

describe('two letters of one person that nobody has linked (R49a, DPA 2018 s.173)', () => {
  const subject = (name: string, phone: string) => ({ subject: { name, phone } });
  const erase = { words: 'The account.', backups: 'Gone in 35 days.', wasPublic: false } as const;
  const ground = { ground: 'no_longer_necessary', applies: true, reasons: 'Nine years ago.' } as const;

  it('nothing is erased before somebody says whose they are; then the hold stands, on every day it stood', async () => {
    const access = await CaseLife.open(journey, subject('Ann Threlfall', '01632 960 444'));
    const erasure = await CaseLife.open(journey, {
      ...subject('A. Threlfall', '+44 (0)1632 960444'),
      rights: ['erasure'],
    });
    const { reference } = await access.view();
    await erasure.give('judge-erasure-ground', ground);
    const alike = await erasure.refused('carry-out-erasure', { ...erase, on });
    expect(alike.body).toMatchObject({ code: 'held', remedy: expect.stringContaining('`related`') });
    expect(JSON.stringify(alike.body)).toContain(reference);

    await erasure.give('link-case', { other: reference, because: 'same-person' });
    await erasure.happens('CaseLinked');
    const held = await erasure.refused('carry-out-erasure', { ...erase, on });
    expect(held.body).toMatchObject({ code: 'held', remedy: expect.stringContaining('Answer that case') });
    await erasure.give('unlink-case', { other: reference, reasons: 'In a hurry.' });
    await erasure.happens('CaseUnlinked');
    await erasure.view();
    expect((await erasure.refused('carry-out-erasure', { ...erase, on })).body.code).toBe('held');
  });

  it('is carried out where a person has said that they are two', async () => {
    const access = await CaseLife.open(journey, subject('Basil Tarrant', '01632 960 445'));
    const erasure = await CaseLife.open(journey, {
      ...subject('Mavis Tarrant', '01632 960445'),
      rights: ['erasure'],
    });
    await erasure.give('judge-erasure-ground', ground);
    expect((await erasure.refused('carry-out-erasure', { ...erase, on })).body.code).toBe('held');
    await erasure.give('link-case', { other: (await access.view()).reference, because: 'related' });
    await erasure.happens('CaseLinked');
    await erasure.view();
    await erasure.give('carry-out-erasure', { ...erase, on });
    await erasure.happens('DataErased');
  });
});

describe('rectification beside access, asked for in one letter (R37, R49a)', () => {
  it('overwrites nothing that the copy is to show; what it said is kept for it, and the month is kept too', async () => {
    const access = await CaseLife.open(journey, {
      rights: ['access', 'rectification'],
      subject: { name: 'Cordelia Vane', email: 'cordelia@vane.example' },
    });
    const life = access.sister(1);
    await life.give('record-finding', {
      finding: 'inaccurate',
      words: 'The year of your birth.',
      reasons: 'Your passport shows another.',
    });
    const { number: finding } = await life.happens('FindingRecorded');
    const correct = { finding, how: 'corrected', words: 'You were born in 1971.', on };
    const held = await life.refused('record-correction', correct);
    expect([held.status, held.body.code]).toEqual([409, 'held']);
    expect(held.body.remedy).toContain('`isEarlierKept`');
    expect(JSON.stringify(held.body)).toContain((await access.view()).reference);
    expect(await life.types()).not.toContain('CorrectionMade');

    await life.give('record-correction', { ...correct, isEarlierKept: true });
    expect(await life.happens('CorrectionMade')).toMatchObject({ how: 'corrected', isEarlierKept: true });
    await life.give('record-no-recipients', { reasons: 'It has left this office to nobody.' });
    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    expect(await letterWith('You were born in 1971.')).toContain('Cordelia Vane');
    expect((await access.view()).closedOn).toBeNull();
  });
});

describe('restriction, from the letter to the end (R39)', () => {
  it('is answered with what is restricted and why, and lifted when the person was told', async () => {
    const life = await open('restriction');
    await life.give('restrict', {
      ground: 'needed_for_claims',
      words: 'The films of 3 March, which are locked away.',
      on,
    });
    await life.give('record-no-recipients', { reasons: 'Nobody else has seen them.' });
    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    const letter = await letterWith('The films of 3 March');
    expect(letter).toContain('You need it for a legal claim.');
    expect(letter).toContain('We will write to you before we end this.');
    await runIsOver(life);

    const { number: restriction } = await life.happens('DataRestricted');
    const wrong = await life.refused('lift-restriction', { restriction: 1, reasons: 'It is over.' });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'not-on-record']);
    await life.give('lift-restriction', { restriction, reasons: 'The claim is settled.' });
    await life.happens('TakenUpAfterClosing');
    await life.happens('RestrictionLifted');
    expect(await letterWith('The claim is settled.')).toContain('We will now end this limit');
    await runIsOver(life);
    await life.give('disclose-recipients', { on });
    await life.happens('TakenUpAfterClosing', 2);
    expect(await letterWith('We did not share this data with anyone else.')).toContain('You then asked us');
    expect(await life.view()).toMatchObject({
      outcome: 'answered',
      closedOn: on,
      inTime: true,
      alarmFor: null,
    });
  });
});

describe('objection, from the letter to the end (R41)', () => {
  it('is upheld: restricted meanwhile, weighed, stopped and answered', async () => {
    const life = await open('objection');
    expect((await life.view()).owes).toEqual(['restriction', 'balancing-test']);
    await life.give('restrict', { ground: 'objection_pending', words: 'The films.', on });
    await life.give('weigh-objection', {
      basis: 'legitimate-interests',
      compellingGrounds: false,
      legalClaims: false,
      words: 'It is her own gate.',
      reasons: 'The car park can be watched without it.',
    });
    await life.give('stop-processing', { words: 'The camera no longer films your gate.', on });
    await life.give('record-no-recipients', { reasons: 'Nobody else sees the films.' });
    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    expect(await letterWith('no longer films your gate')).toContain('What we have stopped');
  });

  it('is overridden: refused with the reasons, the restriction lifted once the person was told', async () => {
    const life = await open('objection');
    await life.give('restrict', { ground: 'objection_pending', words: 'Your account.', on });
    const { number: restriction } = await life.happens('DataRestricted');
    await life.give('weigh-objection', {
      basis: 'public-task',
      compellingGrounds: false,
      legalClaims: true,
      words: 'She would rather not be reminded of it.',
      reasons: 'The claim of 2035 is before the court.',
    });
    const yes = await life.refused('answer', { ...answer, despite: 'To please her.' });
    expect(yes.body).toMatchObject({ code: 'decided-otherwise', granted: 'not-at-all' });
    await life.give('lift-restriction', { restriction, reasons: 'The court needs the account.' });
    await life.happens('RestrictionLifted');
    // Restricting was a step of which recipients are told too (Art 19).
    await life.give('record-no-recipients', { reasons: 'Nobody else sees her account.' });
    await life.give('refuse', { ...notApplying, reasons: 'The claim of 2035 is before the court.' });
    await life.happens('RequestRefused');
    expect(await life.view()).toMatchObject({ outcome: 'refused', inTime: true });
  });
});
