import type { CivilDate } from '@duly/law';
import { colleague, House, requestReceived, words } from './story.telling.js';

const on = (date: string) => ({ on: date as CivilDate });

describe('a request’s life, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('is acknowledged, assessed, answered in time, and ends, in a history that stays small', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', recordedOn: '2036-04-01' }));
    expect(story.noticesGiven).toEqual(['acknowledgement']);
    expect(story.tasks).toEqual(['assess']);
    await story.on('2036-04-07').addNote({ words: words('two systems hold data'), completes: 'assess' });
    expect(story.tasks).toEqual(['collect']);
    const answer = await story.on('2036-04-15').answer({ extent: 'wholly', words: words('here it is') });
    expect(answer.events).toEqual(['AnswerDecided']);
    expect(story.summary).toMatchObject({ outcome: 'answered', inTime: true, closedOn: '2036-04-15' });
    expect(await story.handle.result()).toEqual({
      outcome: 'answered',
      closedOn: '2036-04-15',
      version: story.summary.version,
    });
    expect(story.recorded).toEqual(story.events.map(({ number }) => number));
    const { events, bytes } = await story.replays();
    expect(events).toBeLessThanOrEqual(90);
    expect(bytes).toBeLessThanOrEqual(48 * 1024);
  });

  it('moves the due date by two further months when told within the first month', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    expect(story.dueOn).toBe('2036-04-30');
    await story
      .on('2036-04-21')
      .extendTime({ ground: 'complexity', reasons: words('four systems to search') });
    expect(story.noticesGiven).toContain('extension');
    expect(story.dueOn).toBe('2036-06-30');
    const second = story.on('2036-04-21').extendTime({ ground: 'complexity', reasons: words('a fifth') });
    expect(await story.refusal(second)).toMatchObject({
      code: 'second-extension',
      cite: 'UK GDPR Art 12A(3) (R12)',
    });
    await story.on('2036-04-22').removeExtension({ reasons: words('three of them hold nothing') });
    expect(story.dueOn).toBe('2036-04-30');
    await story.replays();
  });

  it('begins its month when identity arrives, asked for with doubts, judged by a person', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story
      .on('2036-04-02')
      .askForIdentity({ doubts: words('an unknown address'), words: words('a passport') });
    expect(story.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    await story.on('2036-04-10').recordIdentity(on('2036-04-09'));
    expect(story.dueOn).toBe('2036-05-09');
    expect(story.tasks).toContain('check-identity');
    await story.on('2036-04-11').judgeIdentity({ sufficient: false, reasons: words('it has expired') });
    expect(story.summary.state).toBe('AWAITING_ID');
    await story.on('2036-04-14').recordIdentity(on('2036-04-13'));
    await story.on('2036-04-14').judgeIdentity({ sufficient: true });
    expect(story.dueOn).toBe('2036-05-13');
    await story.replays();
  });

  it('waits for an agent’s authority, and for the fee of an excessive request', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', agent: true }));
    await story.on('2036-04-02').askForAuthority({ words: words('a signed form') });
    expect(story.summary.state).toBe('AWAITING_AUTHORITY');
    await story.on('2036-04-07').recordAuthority({ sufficient: true, ...on('2036-04-07') });
    expect(story.dueOn).toBe('2036-05-07');
    const fee = { basis: '12(5)', amountPence: 2500, reasons: words('the ninth time this year') } as const;
    const unassessed = story.on('2036-04-08').askForFee(fee);
    expect(await story.refusal(unassessed)).toMatchObject({ code: 'assessment-missing' });
    await story.on('2036-04-08').assessRequest({
      finding: 'manifestly-excessive',
      factors: [{ factor: 'repeats', words: words('eight times this year') }],
      reasons: words('nothing has changed'),
    });
    await story.on('2036-04-08').askForFee({ ...fee, assessment: 'manifestly-excessive' });
    expect(story.summary.state).toBe('AWAITING_FEE');
    await story.on('2036-04-15').recordFee(on('2036-04-15'));
    expect(story.dueOn).toBe('2036-05-15');
    await story
      .on('2036-04-15')
      .refundFee({ because: 'ask-set-aside', reasons: words('not the ninth'), ...on('2036-04-15') });
    expect(story.dueOn).toBe('2036-05-07');
    await story.replays();
  });

  it('stands still while a clarification is awaited, for access only', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const ask = { words: words('which years?'), reasons: words('forty years of records') };
    await story.on('2036-04-07').askForClarification(ask);
    expect(story.summary).toMatchObject({ state: 'PAUSED_CLARIFICATION', dueDate: null });
    await story.on('2036-04-14').recordClarification(on('2036-04-14'));
    expect(story.dueOn).toBe('2036-05-08');
    await story.on('2036-04-15').askForClarification(ask);
    await story.on('2036-04-15').declineClarification(on('2036-04-15'));
    expect(story.dueOn).toBe('2036-05-09');
    await story.replays();

    const erasure = await house.tell(requestReceived({ on: '2036-03-31', right: 'erasure' }));
    const refused = await erasure.refusal(erasure.on('2036-04-07').askForClarification(ask));
    expect(refused).toMatchObject({ code: 'not-for-this-right', cite: 'UK GDPR Art 12A(5) (R26)' });
  });

  it('is refused with reasons, and closes when the notice is given', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'rectification' }));
    const refusal = {
      extent: 'wholly',
      ground: 'right-does-not-apply',
      reasons: words('the deed says the same'),
    } as const;
    expect(await story.refusal(story.on('2036-04-10').refuse(refusal))).toMatchObject({
      code: 'duties-open',
      duties: ['finding'],
    });
    const finding = { words: words('the date'), reasons: words('the deed') };
    await story.on('2036-04-10').recordFinding({ ...finding, finding: 'inaccurate' });
    const record = story.number('FindingRecorded');
    await story.on('2036-04-10').recordFinding({ ...finding, finding: 'accurate' });
    expect(await story.refusal(story.on('2036-04-10').refuse(refusal))).toMatchObject({
      code: 'decided-otherwise',
      granted: 'partly',
    });
    await story.on('2036-04-10').takeBack({ record, reasons: words('another tenant') });
    expect(story.lastOf('RecordTakenBack')).toMatchObject({ record });
    await story.on('2036-04-10').refuse(refusal);
    expect(story.types.slice(-3)).toEqual(['RefusalDecided', 'NoticeGiven', 'RequestRefused']);
    expect(await story.handle.result()).toMatchObject({ outcome: 'refused', closedOn: '2036-04-10' });
    await story.replays();

    const marketing = await house.tell(
      requestReceived({ on: '2036-03-31', right: 'objection_direct_marketing' }),
    );
    expect(await marketing.refusal(marketing.on('2036-04-10').refuse(refusal))).toMatchObject({
      code: 'cannot-be-refused',
    });
  });

  it('is partly answered, and partly refused', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-10').answer({ extent: 'partly', words: words('most of it') });
    expect(story.summary).toMatchObject({ outcome: null, state: 'RUNNING' });
    const withheld = {
      decision: 'withheld',
      words: words('a neighbour'),
      reasons: words('she said no'),
    } as const;
    await story.on('2036-04-11').reviewOtherPerson(withheld);
    await story
      .on('2036-04-11')
      .refuse({ extent: 'partly', ground: 'exemption', reasons: words('about others') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'partly-answered', closedOn: '2036-04-11' });
    await story.replays();
  });

  it('is withdrawn in the person’s own words', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-10').withdraw({ words: words('never mind'), ...on('2036-04-09') });
    expect(await story.handle.result()).toMatchObject({ outcome: 'withdrawn', closedOn: '2036-04-09' });
    expect(story.noticesGiven).toContain('withdrawal');
    await story.replays();
  });

  it('has its day of receipt corrected; a step that makes it late says so first', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const correct = { receivedOn: '2036-03-03' as CivilDate, reasons: words('the stamp says so') };
    expect(await story.refusal(story.on('2036-04-10').correctReceiptDate(correct))).toMatchObject({
      code: 'would-be-late',
      dueDate: '2036-04-03',
    });
    await story.on('2036-04-10').correctReceiptDate({ ...correct, confirmLate: true });
    expect(story.dueOn).toBe('2036-04-03');
    expect(story.summary.alarmFor).toBe('2036-04-03');
    await story.replays();
  });

  it('is approved by a second person, where the organisation wants it', async () => {
    const approvals = { refusals: true, fees: true, extensions: true, exemptions: false, disclosures: true };
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { approvals } }));
    const extend = { ground: 'number-of-requests', reasons: words('three at once') } as const;
    await story.on('2036-04-10').extendTime(extend);
    expect(story.tasks).toEqual(['assess', 'approve']);
    await story
      .on('2036-04-10')
      .declineApproval({ proposal: story.number('StepProposed'), reasons: words('say more') });
    await story.on('2036-04-10').extendTime(extend);
    const proposal = story.number('StepProposed');
    expect(await story.refusal(story.on('2036-04-10').approve({ proposal }))).toMatchObject({
      code: 'own-proposal',
    });
    await story.on('2036-04-11').approve({ proposal, by: colleague });
    expect(story.dueOn).toBe('2036-06-30');
    expect(story.lastOf('ExtensionDecided')).toMatchObject({ by: 'staff-1', approvedBy: colleague });
    await story.replays();
  });

  it('refuses a command that was given for an older version', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const command = { verb: 'add-note', by: 'staff-1', words: words('late to the party') };
    const stale = story.handle.executeUpdate('add-note', { args: [{ command, expectedVersion: 1 }] });
    expect(await story.refusal(stale as never)).toMatchObject({ code: 'version-conflict', version: 2 });
  });
});
