import { toCivilDate } from '@duly/law';
import { colleague, handler, House, requestReceived, words, type Story } from './story.telling.js';

const on = toCivilDate;
const duties = { settings: { duties: 'required' } } as const;
const wholly = { extent: 'wholly', words: words('what we did') } as const;
const notApplying = {
  extent: 'wholly',
  ground: 'right-does-not-apply',
  reasons: words('as the handler wrote them'),
} as const;

/** Those who have the data are told, and the person learns who they are. */
async function tellRecipients(story: Story, date: string): Promise<void> {
  await story.on(date).nameRecipient({ words: words('a credit agency') });
  expect(story.tasks).toContain('tell-recipient');
  const recipient = story.number('RecipientNamed');
  const untold = { recipient, outcome: 'disproportionate', on: on(date) } as const;
  expect(await story.refusal(story.on(date).recordRecipientOutcome(untold))).toMatchObject({
    code: 'reasons-missing',
  });
  await story.on(date).recordRecipientOutcome({ recipient, outcome: 'told', on: on(date) });
  expect(story.tasks).not.toContain('tell-recipient');
  await story.on(date).discloseRecipients({ on: on(date) });
  expect(story.noticesGiven).toContain('recipients');
  expect(story.types).toEqual(
    expect.arrayContaining(['RecipientOutcomeRecorded', 'RecipientsDisclosureDecided']),
  );
}

describe('what is done with the data of each right, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('rectification: restricted while it is checked, found wrong, put right, told, lifted (R37)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'rectification', ...duties }));
    await story.on('2036-04-02').restrict({
      ground: 'accuracy_contested',
      words: words('the entry'),
      on: on('2036-04-02'),
      heldBy: [],
    });
    const restriction = story.number('DataRestricted');
    const lift = { restriction, reasons: words('it is right now') };
    expect(await story.refusal(story.on('2036-04-03').liftRestriction(lift))).toMatchObject({
      code: 'still-being-checked',
      cite: 'UK GDPR Art 18(1)(a)',
    });
    await story
      .on('2036-04-07')
      .recordFinding({ finding: 'inaccurate', words: words('the date'), reasons: words('the tenancy') });
    const finding = story.number('FindingRecorded');
    const mark = {
      finding,
      how: 'marked-as-opinion',
      words: words('no view'),
      on: on('2036-04-07'),
    } as const;
    expect(await story.refusal(story.on('2036-04-07').recordCorrection(mark))).toMatchObject({
      code: 'does-not-fit',
    });
    await story.on('2036-04-07').recordCorrection({ ...mark, how: 'corrected' });
    expect(await story.refusal(story.on('2036-04-07').refuse(notApplying))).toMatchObject({
      code: 'decided-otherwise',
      granted: 'wholly',
    });
    expect(story.summary.owes).toEqual(['lifting', 'recipients']);
    await tellRecipients(story, '2036-04-08');
    await story.on('2036-04-09').liftRestriction(lift);
    expect(story.types.slice(-3)).toEqual(['LiftingDecided', 'NoticeGiven', 'RestrictionLifted']);
    await story.on('2036-04-10').answer(wholly);
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    expect(story.types).toContain('CorrectionMade');
    await story.replays();
  });

  it('erasure: judged, held while the person’s access case is open, carried out once, told (R38, R49a)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'erasure', ...duties }));
    const erase = {
      words: words('the rent account'),
      backups: words('overwritten in 35 days'),
      wasPublic: true,
      on: on('2036-04-08'),
      heldBy: [],
    };
    expect(await story.refusal(story.on('2036-04-08').carryOutErasure(erase))).toMatchObject({
      code: 'no-ground-to-erase',
    });
    await story.on('2036-04-08').judgeErasureGround({
      ground: 'no_longer_necessary',
      applies: true,
      reasons: words('it ended in 2027'),
    });
    await story
      .on('2036-04-08')
      .judgeErasureException({ exception: 'legal_claims', applies: false, reasons: words('none is open') });
    expect(story.types).toEqual(expect.arrayContaining(['ErasureGroundJudged', 'ErasureExceptionJudged']));
    const held = story.on('2036-04-08').carryOutErasure({ ...erase, heldBy: ['DR-2036-000001-1'] });
    expect(await story.refusal(held)).toMatchObject({ code: 'held', cases: ['DR-2036-000001-1'] });
    await story.on('2036-04-08').carryOutErasure(erase);
    expect(story.types).toContain('DataErased');
    await story.on('2036-04-09').recordPublicSteps({ words: words('two engines'), on: on('2036-04-09') });
    expect(story.types).toContain('PublicStepsRecorded');
    await tellRecipients(story, '2036-04-10');
    await story.on('2036-04-11').answer(wholly);
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });

  it('a recipient who is never told: the reminders are ordered with their moments, for a workflow that ends first (R45)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'restriction', ...duties }));
    await story
      .on('2036-04-01')
      .restrict({ ground: 'needed_for_claims', words: words('the films'), on: on('2036-04-01'), heldBy: [] });
    await story.on('2036-04-01').nameRecipient({ words: words('a credit agency') });
    await story.on('2036-04-02').answer({ ...wholly, despite: words('it has not said who reads its post') });
    expect(story.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-04-02' });
    expect(story.tasks).toEqual(['tell-recipient']);
    const reminders = house.world.letters
      .get(story.opening.caseId)
      ?.filter(({ kind }) => kind === 'recipients-untold')
      .map(({ recipient, notBefore }) => [recipient, notBefore?.slice(0, 10)]);
    // Midnight in London is 23:00 of the day before in UTC; Good Friday is 11 April, Easter Monday the 14th.
    expect(reminders).toEqual([
      ['handler', '2036-04-16'],
      ['manager', '2036-04-30'],
    ]);
    await story.handle.result();
    await story.replays();
  });

  it('restriction: stands until the person was told that it ends, whatever becomes of the letter (R39)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'restriction', ...duties }));
    const nothing = story.on('2036-04-02').liftRestriction({ restriction: 1, reasons: words('why') });
    expect(await story.refusal(nothing)).toMatchObject({ code: 'not-on-record', what: 'restriction' });
    await story
      .on('2036-04-02')
      .restrict({ ground: 'needed_for_claims', words: words('the films'), on: on('2036-04-02'), heldBy: [] });
    await story.on('2036-04-02').recordNoRecipients({ reasons: words('it never left the house') });
    expect(story.types).toContain('NoRecipientsRecorded');
    story.thePost({ 'restriction-lifting': 'to-be-posted' });
    await story.on('2036-04-10').liftRestriction({
      restriction: story.number('DataRestricted'),
      reasons: words('the claim is settled'),
    });
    expect(story.types).not.toContain('RestrictionLifted');
    await story.on('2036-04-14').recordNoticeGiven({
      decided: story.number('LiftingDecided'),
      how: 'post',
      on: on('2036-04-14'),
    });
    expect(story.types).toContain('RestrictionLifted');
    await story.on('2036-04-15').answer(wholly);
    expect(story.summary.outcome).toBe('answered');
    await story.replays();
  });

  it('objection: restricted meanwhile, weighed, upheld, and the processing stops (R41)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'objection', ...duties }));
    await story
      .on('2036-04-01')
      .restrict({ ground: 'objection_pending', words: words('the films'), on: on('2036-04-01'), heldBy: [] });
    await story.on('2036-04-07').weighObjection({
      basis: 'legitimate-interests',
      compellingGrounds: false,
      legalClaims: false,
      words: words('the gate is theirs'),
      reasons: words('there is a gentler way'),
    });
    expect(story.lastOf('ObjectionWeighed')).toMatchObject({ outcome: 'upheld', by: handler });
    await story.on('2036-04-08').stopProcessing({ words: words('the camera'), on: on('2036-04-08') });
    expect(story.types).toContain('ProcessingStopped');
    await story.on('2036-04-08').recordNoRecipients({ reasons: words('nobody else sees it') });
    await story.on('2036-04-09').answer(wholly);
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });

  it('an automated decision: told, heard, looked at by somebody else, and decided again (R44)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', right: 'adm_22c', ...duties }));
    await story.on('2036-04-02').explainDecision({ words: words('rooms were counted') });
    expect(story.noticesGiven).toContain('decision-explained');
    expect(story.types.slice(-3)).toEqual(['DecisionExplanationDecided', 'NoticeGiven', 'DecisionExplained']);
    await story
      .on('2036-04-08')
      .recordRepresentations({ on: on('2036-04-07'), contests: true, words: words('the stairs') });
    expect(story.types).toContain('RepresentationsRecorded');
    const look = {
      reviewer: colleague,
      configuredBy: colleague,
      on: on('2036-04-09'),
      words: words('form and letter'),
      reasons: words('ten years in housing'),
    };
    expect(await story.refusal(story.on('2036-04-09').recordIntervention(look))).toMatchObject({
      code: 'own-decision',
      cite: 'UK GDPR Art 22C(2)(c) (R44)',
    });
    await story.on('2036-04-09').recordIntervention({ ...look, configuredBy: 'staff-3' });
    expect(story.types).toContain('PersonIntervened');
    await story.on('2036-04-10').decideAgain({ outcome: 'changed', reasons: words('no stairs') });
    expect(story.lastOf('DecidedAgain')).toMatchObject({ reviewer: colleague, outcome: 'changed' });
    await story.on('2036-04-14').answer(wholly);
    expect(story.summary).toMatchObject({ outcome: 'answered', owes: [] });
    await story.replays();
  });
});
