import { workflowIdOf } from '@duly/case-protocol';
import { until } from '@duly/infra';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required', ALARM_WINDOW: 'PT0S' } });
});
afterAll(() => journey.end());

const on = '2036-03-31';

/** The case's workflow has ended: everything that it had to send has been sent. */
const runIsOver = (life: CaseLife): Promise<unknown> =>
  journey.temporal.workflow.getHandle(workflowIdOf(life.id)).result();

describe('a recipient who is not told (R45)', () => {
  const restricted = { ground: 'needed_for_claims', words: 'The films of 3 March.', on } as const;

  /** Restricted on 31 March and shared with one other: ten working days are over with 15 April, twenty with 29 April. */
  async function shared(): Promise<CaseLife> {
    const life = await CaseLife.open(journey, { rights: ['restriction'] });
    await life.give('restrict', restricted);
    await life.give('name-recipient', { words: 'Zebedee Credit Agency Ltd' });
    await life.happens('RecipientNamed');
    return life;
  }
  const reminders = async (life: CaseLife) =>
    (await life.letters()).letters
      .filter(({ kind }) => kind === 'recipients-untold')
      .map(({ recipient, state }) => `${recipient} ${state}`);
  const reminded = (life: CaseLife, ...expected: readonly string[]) =>
    until(`the reminders ${expected.join(', ')}`, 90, async () => {
      const states = await reminders(life);
      return expected.every(one => states.includes(one)) || undefined;
    });

  it('is reminded of to the handler and then the manager, and no more once it is done', async () => {
    const [untold, told] = [await shared(), await shared()];
    const { number: recipient } = await told.happens('RecipientNamed');
    await told.give('record-recipient-outcome', { recipient, outcome: 'told', on });
    expect(await reminders(untold)).toEqual(['handler decided', 'manager decided']);
    for (const life of [untold, told]) {
      await life.windTo('2036-05-20T09:00:00Z');
      await life.give('add-note', { words: 'The tenth of the month has gone.' });
    }
    await reminded(untold, 'handler accepted', 'manager accepted');
    await reminded(told, 'handler not-needed', 'manager not-needed');
    const letter = await untold.letterSaying('somebody we shared it with has not been told');
    expect(letter).not.toContain('Zebedee');
  });

  it('is reminded of by a case that has closed, whose workflow has ended', async () => {
    const life = await shared();
    // Half a minute before the moment: the case closes, its workflow ends, and its clock runs on.
    await life.windTo('2036-04-15T22:59:30Z');
    await life.give('answer', {
      extent: 'wholly',
      words: 'They are locked away.',
      despite: 'The agency has not said who reads its post.',
    });
    await life.happens('RequestAnswered');
    await runIsOver(life);
    await reminded(life, 'handler accepted');
    expect((await life.view()).closedOn).toBe('2036-04-15');
    expect((await life.view()).tasks.map(({ kind }) => kind)).toContain('tell-recipient');
  });
});
