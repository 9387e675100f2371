import type { CaseEvent, LetterOrder } from '@duly/case';
import type { Post, PostResult } from '@duly/mail';
import { until } from '@duly/testing';
import { recordStep } from './activities/record-step.js';
import { openLog } from './log/log.js';
import { StaffPost } from './staff-post.js';
import { anOffice, aRequest, firstStep, on, type GivenOffice } from './worker.given.js';

const accepted: PostResult = { result: 'accepted', code: 250, words: '250 taken' };
const deferred: PostResult = { result: 'deferred', code: 451, words: '451 later' };

/** A post that answers one after the other, and counts what it was given. */
function answering(...results: readonly PostResult[]) {
  const given: string[] = [];
  const post: Post = {
    longestTry: 60,
    send: ({ to }) => {
      given.push(to);
      return Promise.resolve(results[given.length - 1] ?? accepted);
    },
  };
  return { post, given };
}

describe('letters to staff', () => {
  let office: GivenOffice;
  let staffPost: StaffPost | undefined;
  beforeEach(async () => {
    office = await anOffice();
  });
  afterEach(async () => {
    await staffPost?.stop();
    await office.stop();
  });

  /** A case whose reminder of 23 April is recorded with the step that decided it; perhaps it has closed since. */
  async function aReminder(closedOn: string | null = null): Promise<LetterOrder> {
    const request = await aRequest(office, { subject: { name: 'Zebedee Canary' } });
    const opening = request.openings[0]!;
    const first = firstStep(opening);
    const reminder: CaseEvent = {
      type: 'ReminderDue',
      number: 2,
      run: 1,
      on: on('2036-04-23'),
      recordedAt: '2036-04-23T08:00:00.000Z',
      by: 'time',
      cite: 'R30',
      to: 'handler',
      forDate: on('2036-04-30'),
      daysBefore: 7,
    };
    const [order] = request.ordered(reminder);
    if (!order) throw new Error('a reminder orders a letter to the handler');
    await recordStep(first, office.register, office.vault);
    const summary = { ...first.summary, version: 2, closedOn: closedOn === null ? null : on(closedOn) };
    const letters = [{ ...order, decided: 2 }];
    const step = { ...first, events: [reminder], summary, letters, toStaff: [order] };
    await recordStep(step, office.register, office.vault);
    return order;
  }

  const outcome = ({ caseId, letterId }: LetterOrder, state: string) =>
    until(`the letter ${state}`, 20, async () => {
      const letters = await office.register.cases.letters(caseId);
      return letters.find(letter => letter.letterId === letterId && letter.state === state);
    });

  it('are sent once, with the step that decided them, by the case’s own time', async () => {
    const order = await aReminder();
    const { post, given } = answering(accepted);
    staffPost = StaffPost.start(office.room(post), openLog('error'));
    const sent = await outcome(order, 'accepted');
    expect(sent).toMatchObject({ tries: 1, kind: 'reminder-to-handler' });
    await staffPost.stop();
    expect(await office.register.staffLetters.take(10)).toEqual([]);
    expect(given).toHaveLength(1);
  });

  it('are silent once the case has closed', async () => {
    const order = await aReminder('2036-04-22');
    const { post, given } = answering(accepted);
    staffPost = StaffPost.start(office.room(post), openLog('error'));
    expect(await outcome(order, 'not-needed')).toMatchObject({ tries: 0 });
    expect(given).toEqual([]);
  });

  it('come round again where the server does not take them now, and are not lost with the worker', async () => {
    const order = await aReminder();
    const { post, given } = answering(deferred, accepted);
    staffPost = StaffPost.start(office.room(post), openLog('error'));
    await outcome(order, 'deferred');
    await staffPost.stop();
    await office.register.database.change('UPDATE register.letter_to_staff SET next_try = now()');
    staffPost = StaffPost.start(office.room(post), openLog('error'));
    expect(await outcome(order, 'accepted')).toMatchObject({ tries: 2 });
    expect(given).toHaveLength(2);
  });

  it('belong to one worker at a time', async () => {
    await aReminder();
    const [one, other] = await Promise.all([
      office.register.staffLetters.take(10),
      office.register.staffLetters.take(10),
    ]);
    expect([...one, ...other].map(({ order }) => order.kind)).toEqual(['reminder-to-handler']);
  });
});
