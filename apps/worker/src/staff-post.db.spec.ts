import type { CaseEvent, LetterOrder } from '@duly/case';
import type { PostResult } from '@duly/mail';
import type { QuietHours } from '@duly/register';
import { until } from '@duly/testing';
import { recordStep } from './activities/record-step.js';
import { openLog } from './log/log.js';
import type { Rounds } from './rounds.js';
import { StaffPost } from './staff-post.js';
import { anOffice, aPost, aRequest, firstStep, on, type SharedOffice } from './worker.given.js';

const accepted: PostResult = { result: 'accepted', code: 250, words: '250 taken' };
const deferred: PostResult = { result: 'deferred', code: 451, words: '451 later' };

/** A post that answers one after the other, and counts what it was given. */
function answering(...results: readonly PostResult[]) {
  const given: string[] = [];
  const post = aPost(({ to }) => {
    given.push(to);
    return Promise.resolve(results[given.length - 1] ?? accepted);
  });
  return { post, given };
}

describe('letters to staff', () => {
  let office: SharedOffice;
  let staffPost: Rounds | undefined;
  beforeAll(async () => {
    office = await anOffice();
  });
  beforeEach(() => office.emptied());
  afterEach(() => staffPost?.stop());
  afterAll(() => office.stop());

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

  describe('of a recipient who was not told (UK GDPR Art 19; R45)', () => {
    const named: CaseEvent = {
      type: 'RecipientNamed',
      number: 2,
      run: 1,
      on: on('2036-04-01'),
      recordedAt: '2036-04-01T09:00:00.000Z',
      by: 'staff-1',
      cite: 'UK GDPR Art 19 (R45)',
      words: '00000000-0000-4000-8000-0000000000aa',
    };

    /** Named on 1 April after a restriction, so that the handler is reminded on 17 April; the case closed on the day itself. */
    async function aTaskThatStays(caseTime: string, isTold = false): Promise<LetterOrder> {
      const request = await aRequest(office, { subject: { name: 'Zebedee Canary' } });
      const opening = request.openings[0]!;
      const first = firstStep(opening);
      const [order] = request.ordered({
        ...named,
        type: 'AlarmRaised',
        forDate: on('2036-04-01'),
        because: 'due-date-passed',
      });
      if (!order) throw new Error('an alarm orders a letter to the handler');
      const reminder: LetterOrder = {
        ...order,
        letterId: `${opening.caseId}.1.2.recipients-untold.handler`,
        kind: 'recipients-untold',
        decided: named,
        notBefore: '2036-04-16T23:00:00.000Z',
        plannedFrom: { on: on('2036-04-01'), workingDays: 10 },
      };
      await recordStep(first, office.register, office.vault);
      const task = {
        taskId: `${opening.caseId}.1.2.tell-recipient`,
        kind: 'tell-recipient',
        openedBy: 2,
        about: 2,
      } as const;
      const step = {
        ...first,
        events: [named],
        summary: { ...first.summary, version: 2, closedOn: on('2036-04-01') },
        tasks: { opened: [task], ended: isTold ? [{ taskId: task.taskId, endedBy: 2 }] : [] },
        letters: [{ ...reminder, decided: 2 }],
        toStaff: [reminder],
        caseTime: named.recordedAt,
      };
      await recordStep(step, office.register, office.vault);
      // The case's own clock, as its next step would tell it.
      await office.register.database.change(
        `UPDATE register.case_row SET clock_ahead_ms = round(extract(epoch FROM $2::timestamptz - now()) * 1000) WHERE case_id = $1`,
        [opening.caseId, caseTime],
      );
      return reminder;
    }

    it('wait for their moment, also once the case has closed, and are then sent once', async () => {
      const order = await aTaskThatStays('2036-04-16T22:00:00.000Z');
      expect(await office.register.staffLetters.take(10)).toEqual([]);
      await office.register.database.change(
        'UPDATE register.case_row SET clock_ahead_ms = clock_ahead_ms + 3600000 WHERE case_id = $1',
        [order.caseId],
      );
      const { post, given } = answering(accepted);
      staffPost = StaffPost.start(office.room(post), openLog('error'));
      expect(await outcome(order, 'accepted')).toMatchObject({ tries: 1, outcomeOn: '2036-04-17' });
      await staffPost.stop();
      expect(await office.register.staffLetters.take(10)).toEqual([]);
      expect(given).toHaveLength(1);
    });

    it('show their day, and move with a new public holiday though the case has closed (R20)', async () => {
      const { caseId, letterId } = await aTaskThatStays('2036-04-01T10:00:00.000Z');
      const plannedFor = async () =>
        (await office.register.cases.letters(caseId)).find(letter => letter.letterId === letterId)
          ?.plannedFor;
      expect(await plannedFor()).toBe('2036-04-17');
      const holidays = ['2036-04-11', '2036-04-14', '2036-04-09'].map(date => ({ date: on(date) }));
      const calendar = {
        name: 'england-and-wales',
        version: 'proclaimed',
        covers: { from: on('2030-01-01'), to: on('2050-12-31') },
        holidays,
      };
      await office.register.calendars.change('england-and-wales', 'staff-9', () => ({
        calendar,
        changes: [],
      }));
      expect(await plannedFor()).toBe('2036-04-18');
    });

    it('are silent once everybody has been told', async () => {
      const order = await aTaskThatStays('2036-04-17T10:00:00.000Z', true);
      const { post, given } = answering(accepted);
      staffPost = StaffPost.start(office.room(post), openLog('error'));
      expect(await outcome(order, 'not-needed')).toMatchObject({ tries: 0 });
      expect(given).toEqual([]);
    });

    it('are counted among what waits only from their moment on, where the clock was not wound', async () => {
      const order = await aTaskThatStays('2036-04-01T10:00:00.000Z');
      await office.register.database.change(
        `UPDATE register.letter_to_staff SET next_try = now() + interval '10 days' WHERE letter_id = $1`,
        [order.letterId],
      );
      const { lettersToStaff, unsettledLetters } = await office.register.figures.read();
      // The one letter is the case's acknowledgement, which no worker has sent here.
      expect([lettersToStaff.many, unsettledLetters.decided]).toEqual([0, 1]);
    });
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

  /** Hours on the clock in London that begin and end so many hours from now. */
  const hours = async (from: number, to: number): Promise<QuietHours> => {
    const at = `to_char((now() AT TIME ZONE 'Europe/London') + make_interval(hours => $1), 'HH24:MI')`;
    const both = await Promise.all(
      [from, to].map(away => office.register.database.query<{ at: string }>(`SELECT ${at} AS at`, [away])),
    );
    const [begin = '', end = ''] = both.map(([row]) => row?.at ?? '');
    return { from: begin, to: end };
  };

  it.each([
    ['in the quiet hours wait', -1, 2, 0],
    ['before them do not', 1, 9, 1],
    ['after them are sent, late rather than never', -9, -1, 1],
  ])('that only remind, %s', async (_when, from, to, taken) => {
    await aReminder();
    expect(await office.register.staffLetters.take(10, { quiet: await hours(from, to) })).toHaveLength(taken);
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
