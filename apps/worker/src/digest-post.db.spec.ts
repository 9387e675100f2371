import type { CaseEvent, LetterOrder } from '@duly/case';
import type { Post, PostResult } from '@duly/mail';
import { recordStep } from './activities/record-step.js';
import { DigestPost } from './digest-post.js';
import { anOffice, aPost, aRequest, firstStep, on, type SharedOffice } from './worker.given.js';

const accepted: PostResult = { result: 'accepted', code: 250, words: '250 taken' };
const deferred: PostResult = { result: 'deferred', code: 451, words: '451 later' };

const me = { name: 'Example Borough Council', address: 'rights@council.example' };
const sam = 'staff-sam';

let office: SharedOffice;
beforeAll(async () => {
  office = await anOffice();
});
beforeEach(async () => {
  await office.emptied();
  await office.register.staff.keep(
    { staffId: sam, name: 'Sam Handler', email: 'sam@council.example' },
    'staff-9',
  );
  await office.register.staff.wishDigest(sam, true);
});
afterAll(() => office.stop());

const change = (statement: string, ...values: string[]) => office.register.database.change(statement, values);

/** A post that answers one after the other, and keeps what it was given. */
function answering(...results: readonly PostResult[]) {
  const given: { readonly to: string; readonly text: string }[] = [];
  const post = aPost(({ to }, bytes) => {
    given.push({ to, text: bytes.toString().replace(/=\r\n/gu, '').replace(/\s+/gu, ' ') });
    return Promise.resolve(results[given.length - 1] ?? accepted);
  });
  return { post, given };
}

const digestPost = (post: Post, at = '00:00') =>
  new DigestPost(office.room(post), { at, organisation: me, from: me, replyTo: me }, undefined);

const head = { number: 2, run: 1, on: on('2036-04-23'), recordedAt: '2036-04-23T08:00:00.000Z', by: 'time' };
const dueOn = on('2036-04-30');
const reminder: CaseEvent = {
  ...head,
  type: 'ReminderDue',
  cite: 'UK GDPR Art 12(3) (R30)',
  to: 'handler',
  forDate: dueOn,
  daysBefore: 7,
};
const alarm: CaseEvent = {
  ...head,
  type: 'AlarmRaised',
  cite: 'R11',
  forDate: dueOn,
  because: 'due-date-passed',
};

/** A case of Sam's, with the letter to its handler that this event decides. */
async function ofSam(event: CaseEvent = reminder): Promise<LetterOrder> {
  const request = await aRequest(office, { subject: { name: 'Zebedee Canary' } });
  const first = firstStep(request.openings[0]!);
  const order = request.ordered(event).find(({ recipient }) => recipient === 'handler');
  if (!order) throw new Error('the event orders a letter to the handler');
  await recordStep(first, office.register, office.vault);
  await change('UPDATE register.case_row SET handler = $2 WHERE case_id = $1', order.caseId, sam);
  const summary = { ...first.summary, version: 2 };
  const letters = [{ ...order, decided: 2 }];
  await recordStep(
    { ...first, events: [event], summary, letters, toStaff: [order] },
    office.register,
    office.vault,
  );
  return order;
}
const stateOf = async ({ caseId, letterId }: LetterOrder) =>
  (await office.register.cases.letters(caseId)).find(letter => letter.letterId === letterId)?.state;
const answered = (order: LetterOrder) =>
  change(`UPDATE register.case_row SET closed_on = '2036-04-24' WHERE case_id = $1`, order.caseId);

describe('one digest a day', () => {
  it('has every reminder that waits for its reader, the most urgent first, with its rule and no word of the person', async () => {
    const [late, urgent] = [await ofSam(), await ofSam()];
    await change(
      `UPDATE register.case_row SET due_date = '2036-04-28', alarm_for = '2036-04-28' WHERE case_id = $1`,
      urgent.caseId,
    );
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect(given).toHaveLength(1);
    const text = given[0]?.text ?? '';
    expect(given[0]?.to).toBe('sam@council.example');
    expect(text).toContain('Your reminders for today: 2 cases');
    expect(text.indexOf(urgent.reference)).toBeLessThan(text.indexOf(late.reference));
    expect(text).toContain('28 April 2036');
    expect(text).toContain('R30');
    expect(text).not.toContain('Zebedee');
    expect([await stateOf(late), await stateOf(urgent)]).toEqual(['accepted', 'accepted']);
    const kept = await office.register.database.query(
      'SELECT template, template_version > 0 AS "hasVersion", language FROM register.digest',
    );
    expect(kept).toEqual([{ template: 'digest', hasVersion: true, language: 'en' }]);
    await digestPost(post).sendWhatIsDue();
    expect(given).toHaveLength(1);
  });

  it('leaves its reminders to nobody else, but an alarm never waits for it', async () => {
    await ofSam();
    const raised = await ofSam(alarm);
    const taken = await office.register.staffLetters.take(10);
    expect(taken.map(({ order }) => order.letterId)).toEqual([raised.letterId]);
  });

  it('leaves out what was answered meanwhile, and is not sent where nothing is left', async () => {
    const [open, closed] = [await ofSam(), await ofSam()];
    await answered(closed);
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect(given[0]?.text).not.toContain(closed.reference);
    expect([await stateOf(open), await stateOf(closed)]).toEqual(['accepted', 'not-needed']);
  });

  it('of nothing but what was answered is not sent', async () => {
    const closed = await ofSam();
    await answered(closed);
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect([given, await stateOf(closed)]).toEqual([[], 'not-needed']);
  });

  it('leaves out a reminder of a date that has moved since: the new date has its own', async () => {
    const moved = await ofSam();
    await change(`UPDATE register.case_row SET plan_by = '2036-06-30' WHERE case_id = $1`, moved.caseId);
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect([given, await stateOf(moved)]).toEqual([[], 'not-needed']);
  });

  it('waits for its hour, and comes late where nobody was there at it', async () => {
    const order = await ofSam();
    const { post, given } = answering();
    const [hours] = await office.register.database.query<{ before: string; after: string; late: boolean }>(
      `SELECT to_char(l - interval '1 minute', 'HH24:MI') AS before, to_char(l + interval '2 minutes', 'HH24:MI') AS after,
         l::time > '00:01' AND l::time < '23:57' AS late FROM (SELECT now() AT TIME ZONE 'Europe/London' AS l) AS now`,
    );
    if (!hours?.late) return;
    await digestPost(post, hours.after).sendWhatIsDue();
    expect(given).toEqual([]);
    await digestPost(post, hours.before).sendWhatIsDue();
    expect([given.length, await stateOf(order)]).toEqual([1, 'accepted']);
  });

  it('of a day on which no worker came up is the next day’s, once', async () => {
    const order = await ofSam();
    const { digests } = office.register;
    const [claim] = await digests.take('00:00', 60);
    await digests.drop(claim!);
    await change(
      `INSERT INTO register.digest (digest_id, staff_id, day, state, lease, leased_until)
       VALUES ('digest.old', $1, (now() AT TIME ZONE 'Europe/London')::date - 1, 'building', gen_random_uuid(), now() - interval '1 day')`,
      sam,
    );
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect([given.length, await stateOf(order)]).toEqual([1, 'accepted']);
  });

  it('comes one by one to whoever wishes it no more', async () => {
    await ofSam();
    await office.register.staff.wishDigest(sam, false);
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect(given).toEqual([]);
    expect(await office.register.staffLetters.take(10)).toHaveLength(1);
  });

  it('is built anew where the mail server did not take it, without what was answered meanwhile', async () => {
    const [open, closed] = [await ofSam(), await ofSam()];
    const { post, given } = answering(deferred, accepted);
    await digestPost(post).sendWhatIsDue();
    expect(await stateOf(open)).toBe('decided');
    await answered(closed);
    await change('UPDATE register.digest SET next_try = now()');
    await digestPost(post).sendWhatIsDue();
    expect(given).toHaveLength(2);
    expect(given[1]?.text).not.toContain(closed.reference);
    expect([await stateOf(open), await stateOf(closed)]).toEqual(['accepted', 'not-needed']);
  });
});

describe('a worker that is killed with a digest in its hands', () => {
  const lapse = () =>
    change(`UPDATE register.digest SET leased_until = now() - interval '1 second' WHERE outcome_at IS NULL`);
  const message = { hash: 'h', messageId: 'm', template: { name: 'digest', version: 1, language: 'en' } };

  it('after it was taken: another sends it, once', async () => {
    const order = await ofSam();
    const { digests } = office.register;
    expect(await digests.take('00:00', 60)).toHaveLength(1);
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect(given).toEqual([]);
    await lapse();
    await digestPost(post).sendWhatIsDue();
    expect([given.length, await stateOf(order)]).toEqual([1, 'accepted']);
  });

  it('while it is sent, or before its outcome is recorded: unknown, and not sent twice', async () => {
    const order = await ofSam();
    const { digests } = office.register;
    const [claim] = await digests.take('00:00', 60);
    expect(await digests.sending(claim!, message, [order.letterId])).toBe(true);
    await lapse();
    const { post, given } = answering();
    await digestPost(post).sendWhatIsDue();
    expect([given, await stateOf(order)]).toEqual([[], 'unknown']);
    expect(await office.register.staffLetters.take(10)).toEqual([]);
  });

  it('and wakes up when another has taken it over: it sends nothing', async () => {
    const order = await ofSam();
    const { digests } = office.register;
    const [slow] = await digests.take('00:00', 60);
    await lapse();
    expect(await digests.take('00:00', 60)).toHaveLength(1);
    expect(await digests.sending(slow!, message, [order.letterId])).toBe(false);
  });
});

describe('the pace of reminders', () => {
  beforeEach(() => office.register.staff.wishDigest(sam, false));

  it('lets so many go a minute, of all workers together; an alarm does not wait for it', async () => {
    for (let count = 0; count < 3; count += 1) await ofSam();
    const { staffLetters } = office.register;
    const both = await Promise.all([1, 2].map(() => staffLetters.take(10, { perMinute: 6 })));
    expect(both.flat()).toHaveLength(1);
    await ofSam(alarm);
    const now = await staffLetters.take(10, { perMinute: 6 });
    expect(now.map(({ order }) => order.kind)).toEqual(['alarm-to-handler']);
    await change(`UPDATE register.staff_pace SET next_at = next_at - interval '16 seconds'`);
    expect(await staffLetters.take(10, { perMinute: 6 })).toHaveLength(1);
  });

  it('keeps gaps that differ', async () => {
    const gaps = new Set<number>();
    for (let count = 0; count < 4; count += 1) {
      await ofSam();
      await change(`UPDATE register.staff_pace SET next_at = '-infinity'`);
      await office.register.staffLetters.take(1, { perMinute: 6 });
      const [row] = await office.register.database.query<{ gap: number }>(
        'SELECT extract(epoch FROM next_at - now())::float8 AS gap FROM register.staff_pace',
      );
      expect(row?.gap).toBeGreaterThan(3);
      expect(row?.gap).toBeLessThan(15);
      gaps.add(Math.round((row?.gap ?? 0) * 100));
    }
    expect(gaps.size).toBeGreaterThan(1);
  });
});
