import type { TaskList } from '@duly/api-contract';
import { until } from '@duly/testing';
import { placesOf } from './canary-search.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { canary, canaryWords } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const reasons = 'Four systems must be searched, one of them on paper.';

describe('an access request that needs more time', () => {
  it('is extended within the first month, answered, closed, and reopened', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-21T10:00:00Z');

    const extended = await life.give('extend-time', { ground: 'complexity', reasons });
    expect(extended.events).toContain('ExtensionDecided');
    await life.happens('TimeExtended');
    const view = await life.view();
    expect(view).toMatchObject({
      dueDate: '2036-06-30',
      unextendedDueDate: '2036-04-30',
      extension: 'in-force',
      state: 'RUNNING',
    });

    const second = await life.refused('extend-time', { ground: 'complexity', reasons });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'second-extension', cite: expect.stringContaining('12A') });
    expect(second.body.remedy).not.toBe('');

    const clock = await life.clock();
    expect(clock.dueDate).toBe('2036-06-30');
    expect(clock.steps.every(({ rule, cite, text }) => rule && cite && text)).toBe(true);

    await life.windTo('2036-06-20T09:00:00Z');
    await life.give('answer', { extent: 'wholly', words: 'The copies are in the sealed folder.' });
    await life.happens('RequestAnswered');
    expect(await life.view()).toMatchObject({
      state: 'CLOSED_COMPLETED',
      outcome: 'answered',
      inTime: true,
      isLate: false,
    });

    const kinds = (await life.letters()).letters.map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['acknowledgement accepted', 'extension accepted', 'answer accepted']),
    );
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('sealed folder'));
    expect(letter.envelope.to).toEqual(['quillon@marrowbone.example']);

    const closed = await until('the end of the run', 20, async () => {
      const refusal = await life.refused('extend-time', { ground: 'complexity', reasons });
      return refusal.body.code === 'case-closed' ? refusal : undefined;
    });
    expect(closed.body['closedOn']).toBe('2036-06-20');

    const reopened = await life.give('reopen', { reasons: 'She found a folder that was left out.' });
    expect(reopened.events).toEqual(['CaseReopened']);
    await life.happens('CaseReopened');
    const again = await life.view();
    expect(again.run).toBe(2);
    expect(again.closedOn).toBeNull();
  });
});

describe('a request whose sender is in doubt', () => {
  it('waits for papers in all its cases, with one letter, and counts from their arrival', async () => {
    const access = await CaseLife.open(journey, { rights: ['access', 'erasure'] });
    const erasure = access.sister(1);
    await access.happens('NoticeGiven');
    const asked = await access.giveToRequest('ask-for-identity', {
      doubts: 'The address is not the one we hold.',
      words: 'A copy of a council tax bill.',
    });
    expect(asked.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    await Promise.all([access.happens('IdentityRequested'), erasure.happens('IdentityRequested')]);
    expect(await access.view()).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    const identityLetters = journey.servers.mail
      .letters()
      .filter(({ text }) => text.includes('council tax bill') && text.includes(access.opened.reference));
    expect(identityLetters).toHaveLength(1);

    await Promise.all([access.windTo('2036-04-08T10:00:00Z'), erasure.windTo('2036-04-08T10:00:00Z')]);
    await access.giveToRequest('record-identity', { on: '2036-04-07' });
    await Promise.all([access.happens('IdentityReceived'), erasure.happens('IdentityReceived')]);
    expect((await access.view()).dueDate).toBe('2036-05-07');

    const task = (await access.view()).tasks.find(({ kind }) => kind === 'check-identity');
    expect(task?.verbs).toEqual(['judge-identity']);
    const completed = await access.handler.done(`/v1/tasks/${task?.id}/complete`, {
      verb: 'judge-identity',
      sufficient: true,
    });
    expect(completed).toMatchObject({ events: ['IdentityConfirmed'] });
    await erasure.happens('IdentityConfirmed');
    await until('the end of the task', 10, async () =>
      (await access.view()).tasks.every(({ kind }) => kind !== 'check-identity') ? true : undefined,
    );

    const noted = await access.giveToRequest('add-note', { words: 'She rang to thank us.' });
    expect(noted.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });

  it('asks somebody who acts for another to show that they may', async () => {
    const life = await CaseLife.open(journey, {
      requester: { name: 'Perpetua Oldacre', email: 'perpetua@oldacre.example' },
    });
    await life.giveToRequest('ask-for-authority', { words: 'A signed letter of authority.' });
    await life.happens('AuthorityRequested');
    expect((await life.view()).state).toBe('AWAITING_AUTHORITY');
    const untold = await life.refused('answer', { extent: 'wholly', words: 'A copy of it all.' });
    expect(untold.body).toMatchObject({ code: 'still-awaited', what: 'authority', status: 409 });
    await life.windTo('2036-04-03T10:00:00Z');
    await life.giveToRequest('record-authority', { on: '2036-04-02', sufficient: true });
    await life.happens('AuthorityReceived');
    expect((await life.view()).dueDate).toBe('2036-05-02');
  });

  it('takes the authority that came with the letter, and moves no date for it', async () => {
    const life = await CaseLife.open(journey, {
      requester: { name: 'Perpetua Oldacre', email: 'perpetua@oldacre.example' },
      actsAs: 'agent',
    });
    await life.happens('NoticeGiven');
    expect((await life.view()).owes).toContain('authority');
    await life.giveToRequest('record-authority', { on: '2036-03-31', sufficient: true });
    await life.happens('AuthorityReceived');
    const shown = await life.view();
    expect([shown.dueDate, shown.owes.includes('authority')]).toEqual(['2036-04-30', false]);
    await life.give('answer', { extent: 'wholly', words: 'A copy of it all.' });
    await life.happens('RequestAnswered');
  });
});

describe('a manifestly excessive request', () => {
  it('waits for its fee, which can be paid back', async () => {
    const life = await CaseLife.open(journey, { rights: ['rectification'] });
    const without = await life.refused('ask-for-fee', { basis: '12(5)', amountPence: 1_500, reasons });
    expect(without.body).toMatchObject({ code: 'assessment-missing', status: 422 });
    await life.give('assess-request', {
      finding: 'manifestly-excessive',
      factors: [{ factor: 'repeats', words: 'Eight times this year.' }],
      reasons,
    });
    await life.give('ask-for-fee', {
      basis: '12(5)',
      amountPence: 1_500,
      assessment: 'manifestly-excessive',
      reasons,
    });
    await life.happens('FeeRequested');
    expect((await life.view()).state).toBe('AWAITING_FEE');
    await life.windTo('2036-04-16T10:00:00Z');
    await life.give('record-fee', { on: '2036-04-15' });
    expect((await life.view()).dueDate).toBe('2036-05-15');
    await life.give('refund-fee', { on: '2036-04-16', because: 'other', reasons: 'It was paid twice.' });
    await life.happens('FeeRefunded');
  });
});

describe('a request that is not clear', () => {
  it('stands still until it is clarified, and only where it asks for access', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'erasure'] });
    const question = { words: 'Which years do you mean?', reasons: 'We hold forty years of records.' };
    const refused = await life.sister(1).refused('ask-for-clarification', question);
    expect(refused.body).toMatchObject({ code: 'not-for-this-right', cite: expect.stringContaining('12A') });
    await life.windTo('2036-04-02T10:00:00Z');
    await life.give('ask-for-clarification', question);
    await life.happens('ClarificationRequested');
    expect((await life.view()).state).toBe('PAUSED_CLARIFICATION');
    await life.windTo('2036-04-07T10:00:00Z');
    await life.give('record-clarification', { on: '2036-04-07', words: 'From 2030 on.' });
    expect((await life.view()).state).toBe('RUNNING');

    await life.give('ask-for-clarification', question);
    await life.happens('ClarificationRequested', 2);
    await life.give('decline-clarification', { on: '2036-04-07' });
    await life.happens('ClarificationDeclined');
  });
});

describe('a refusal', () => {
  it('closes the case on the day its notice is given', async () => {
    const life = await CaseLife.open(journey, { rights: ['restriction'] });
    await life.give('refuse', { extent: 'wholly', ground: 'right-does-not-apply', reasons });
    await life.happens('RequestRefused');
    expect(await life.view()).toMatchObject({ state: 'CLOSED_REFUSED', outcome: 'refused' });
    const letter = await journey.servers.mail.letter(
      ({ text }) => text.includes(life.opened.reference) && text.includes(reasons),
    );
    expect(letter.text).toMatch(/Information Commissioner/);
  });

  it('is never possible for an objection to direct marketing, which is kept at once', async () => {
    const life = await CaseLife.open(journey, { rights: ['objection_direct_marketing'] });
    const refused = await life.refused('refuse', {
      extent: 'wholly',
      ground: 'manifestly-unfounded',
      reasons,
    });
    expect(refused.body).toMatchObject({ code: 'cannot-be-refused', cite: expect.stringContaining('21') });
  });
});

describe('a person who takes the request back, or falls silent', () => {
  it('withdraws in their own words', async () => {
    const life = await CaseLife.open(journey);
    await life.give('withdraw', { on: '2036-03-31', words: 'Please forget about it.' });
    await life.happens('RequestWithdrawn');
    expect((await life.view()).outcome).toBe('withdrawn');
  });

  it('is reminded, warned, and only then may a person close the case', async () => {
    const life = await CaseLife.open(journey);
    await life.giveToRequest('ask-for-identity', { doubts: 'A new address.', words: 'A passport.' });
    await life.happens('IdentityRequested');
    const early = await life.refused('abandon', { reasons: 'No answer.' });
    expect(['too-early-to-abandon', 'not-warned']).toContain(early.body.code);
    await life.windTo('2036-05-09T10:00:00Z');
    await life.happens('AbandonmentProposed');
    expect(await life.types()).toEqual(expect.arrayContaining(['ReminderDue', 'AbandonmentWarned']));
    await life.give('abandon', { reasons: 'No answer to two letters.' });
    await life.happens('RequestAbandoned');
    expect((await life.view()).state).toBe('CLOSED_ABANDONED');
  });
});

describe('a person without an e-mail address', () => {
  it('is written to by post: a task, completed by the day it was posted', async () => {
    const life = await CaseLife.open(journey, {
      channel: 'post',
      subject: { name: 'Quillon Marrowbone', postalAddress: '7 Sarsaparilla Row\nExampleton' },
    });
    const task = await until('the task to post a letter', 20, async () =>
      (await life.view()).tasks.find(({ kind }) => kind === 'post-a-letter'),
    );
    await life.handler.done(`/v1/tasks/${task.id}/claim`, {});
    const mine = await life.handler.read<TaskList>('/v1/tasks?whose=mine&kind=post-a-letter');
    expect(mine.tasks.map(({ id }) => id)).toContain(task.id);
    await life.handler.done(`/v1/tasks/${task.id}/complete`, {
      verb: 'record-notice-given',
      decided: task.about,
      how: 'post',
      on: '2036-03-31',
    });
    await life.happens('NoticeGiven');
  });
});

describe('what was done can be put right', () => {
  it('by further events: the day of receipt, an extension, a note', async () => {
    const life = await CaseLife.open(journey, { receivedOn: '2036-03-30' });
    await life.give('correct-receipt-date', { receivedOn: '2036-03-28', reasons: 'The postmark says so.' });
    expect((await life.view()).receivedOn).toBe('2036-03-28');
    await life.give('extend-time', { ground: 'number-of-requests', reasons });
    await life.happens('TimeExtended');
    await life.give('remove-extension', { reasons: 'It was simpler than we thought.' });
    await life.happens('ExtensionRemoved');
    await life.give('add-note', { words: 'The archive has answered.', completes: 'assess' });
    await life.happens('NoteAdded');
    expect((await life.timeline()).words).toMatchObject({});
  });
});

describe('after all these lives', () => {
  it('no name, address or word of a person stands in the clear in Temporal, a log or a table', async () => {
    const texts = [
      ...[canary, 'quillon@marrowbone.example', canaryWords, 'Perpetua Oldacre', 'Sarsaparilla Row'],
      ...[reasons, 'sealed folder', 'council tax bill', 'forty years of records', 'forget about it'],
    ];
    expect(await placesOf(texts, journey)).toEqual([]);
    // The search itself must be able to find: the opaque id of a case stands in all of these places.
    const { id } = await CaseLife.open(journey);
    const places = await placesOf([id], journey);
    expect(places).toEqual(expect.arrayContaining([`Temporal: case-${id}`, 'table: register.intake']));
  });
});
