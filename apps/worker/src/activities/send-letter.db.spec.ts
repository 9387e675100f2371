import type { CaseEvent, EventData, EventType, LetterOrder } from '@duly/case';
import { SmtpPost, TryAgain, type Post, type PostResult, unpacked } from '@duly/mail';
import { testMail } from '@duly/testing';
import { isErased } from '@duly/vault';
import {
  anOffice,
  aRequest,
  firstStep,
  on,
  time,
  type GivenOffice,
  type GivenRequest,
} from '../worker.given.js';
import { recordStep } from './record-step.js';
import { sendLetter } from './send-letter.js';

let office: GivenOffice;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const subject = { name: 'Zebedee Canary', email: 'zebedee@canary.example' };
const accepted: PostResult = { result: 'accepted', code: 250, words: '250 taken for zebedee@canary.example' };
const deferred: PostResult = { result: 'deferred', code: 451, words: '451 later' };
const unknown: PostResult = { result: 'unknown' };

/** A post that answers one after the other, and keeps what it was given. */
function answering(...results: readonly PostResult[]) {
  const given: { to: string; bytes: string }[] = [];
  let next = 0;
  const post: Post = {
    longestTry: 60,
    send: (envelope, bytes) => {
      given.push({ to: envelope.to, bytes: bytes.toString() });
      const result = results[Math.min(next, results.length - 1)] ?? accepted;
      next += 1;
      return Promise.resolve(result);
    },
  };
  return { post, given };
}

const send = (order: LetterOrder, post: Post) => sendLetter(order, office.room(post), time);

async function theLetter(people = { subject }): Promise<{ request: GivenRequest; order: LetterOrder }> {
  const request = await aRequest(office, people);
  const [order] = request.acknowledgements;
  if (!order) throw new Error('an acknowledgement is ordered at receipt');
  return { request, order };
}

const rowOf = async ({ caseId, letterId }: LetterOrder, request: GivenRequest) => {
  for (const opening of request.openings) await recordStep(firstStep(opening), office.register, office.vault);
  return (await office.register.cases.letters(caseId)).find(letter => letter.letterId === letterId);
};

describe('sending a letter', () => {
  it('writes to the person of the vault, and stores what was sent and what the server said', async () => {
    const { request, order } = await theLetter();
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toEqual({ letterId: order.letterId, outcome: 'accepted', ...time() });
    expect(given).toMatchObject([
      { to: 'zebedee@canary.example', bytes: expect.stringContaining('Dear Zebedee') },
    ]);
    expect(given[0]?.bytes.replaceAll('=\r\n', '')).toContain('at the counter');
    expect(await rowOf(order, request)).toMatchObject({
      state: 'accepted',
      outcomeOn: '2036-03-31',
      tries: 1,
      isPossibleDuplicate: false,
      decided: 1,
    });
  });

  it('sends one letter for all cases of the request, however many ask at once', async () => {
    const { request } = await theLetter();
    const { post, given } = answering(accepted);
    const outcomes = await Promise.allSettled(request.acknowledgements.map(order => send(order, post)));
    const again = await Promise.all(request.acknowledgements.map(order => send(order, post)));
    expect(outcomes.filter(one => one.status === 'fulfilled').length).toBeGreaterThan(0);
    expect(again.map(one => one.outcome)).toEqual(['accepted', 'accepted']);
    expect(given).toHaveLength(1);
  });

  it('tries a deferred letter again, with the same bytes', async () => {
    const { order, request } = await theLetter();
    const { post, given } = answering(deferred, deferred, accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'deferred', code: 451 });
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(new Set(given.map(one => one.bytes)).size).toBe(1);
    expect(await rowOf(order, request)).toMatchObject({ tries: 3, isPossibleDuplicate: false });
  });

  it('says of a letter that is still not taken when a person is to be asked that it is deferred, and goes on trying', async () => {
    const { order, request } = await theLetter();
    const { post } = answering(deferred, deferred, accepted);
    const { at } = time();
    const soon = { ...order, otherMeansFrom: new Date(Date.parse(at) + 1).toISOString() };
    await expect(send(soon, post)).rejects.toMatchObject({ because: 'deferred' });
    const now = { ...order, otherMeansFrom: at };
    expect(await send(now, post)).toEqual({ letterId: order.letterId, outcome: 'deferred', ...time() });
    expect(await rowOf(order, request)).toMatchObject({ state: 'deferred', tries: 2 });
    expect(await send(now, post)).toMatchObject({ outcome: 'accepted' });
  });

  it('sends no more by e-mail what a person has given by hand', async () => {
    const { order, request } = await theLetter();
    const { post, given } = answering(deferred, accepted);
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    await rowOf(order, request);
    const [opening] = request.openings;
    if (!opening) throw new Error('two cases');
    const byHand = event('NoticeGiven', {
      decided: 1,
      letter: order.letterId,
      kind: order.kind,
      recipient: 'requester',
      how: 'post',
    });
    const step = { ...firstStep(opening), events: [{ ...byHand, number: 2 }], letters: [] };
    await recordStep(step, office.register, office.vault);
    expect(await send(order, post)).toMatchObject({ outcome: 'to-be-posted' });
    expect(given).toHaveLength(1);
  });

  it('keeps a refusal for good, and sends no more', async () => {
    const { order } = await theLetter();
    const { post, given } = answering({ result: 'refused', code: 550, words: '550 no such user' });
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toHaveLength(1);
  });

  it('sends a notice whose end nobody knows once more, the same bytes, marked as a possible duplicate', async () => {
    const { order, request } = await theLetter();
    const { post, given } = answering(unknown, accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'unknown' });
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(given[0]).toEqual(given[1]);
    expect(await rowOf(order, request)).toMatchObject({ isPossibleDuplicate: true });
  });

  it('gives up a notice that ended in the dark twice', async () => {
    const { order } = await theLetter();
    const { post, given } = answering(unknown);
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    expect(await send(order, post)).toMatchObject({ outcome: 'unknown' });
    expect(await send(order, post)).toMatchObject({ outcome: 'unknown' });
    expect(given).toHaveLength(2);
  });

  it('counts a worker that died while sending as an end nobody knows', async () => {
    const { order, request } = await theLetter();
    await expect(send(order, answering(deferred).post)).rejects.toThrow(TryAgain);
    expect(await office.register.letters.claim(order.letterId, 0)).toMatchObject({
      kind: 'claimed',
      unknownTries: 0,
    });
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(given).toHaveLength(1);
    expect(await rowOf(order, request)).toMatchObject({ isPossibleDuplicate: true });
  });

  it('waits while another try is under way', async () => {
    const { order } = await theLetter();
    await expect(send(order, answering(deferred).post)).rejects.toThrow(TryAgain);
    await office.register.letters.claim(order.letterId, 60);
    const { post, given } = answering(accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'busy', after: expect.any(Number) });
    expect(given).toEqual([]);
  });

  it('refuses bytes that are not those that were built', async () => {
    const { order, request } = await theLetter();
    await expect(send(order, answering(deferred).post)).rejects.toThrow(TryAgain);
    const other = await office.vault.sealLetter(
      request.requestId,
      order.letterId,
      Buffer.from('zebedee@canary.example\nforged'),
    );
    if (isErased(other)) throw new Error('sealed for a request that lives');
    await office.register.database.change(
      'UPDATE register.letter SET sealed_message = $2 WHERE letter_id = $1',
      [order.letterId, other],
    );
    const { post, given } = answering(accepted);
    await expect(send(order, post)).rejects.toThrow('Nothing was sent');
    expect(given).toEqual([]);
  });
});

describe('a letter that cannot go by e-mail', () => {
  it('is written and kept for the post where there is no address', async () => {
    const { order, request } = await theLetter({ subject: { name: 'Zebedee Canary' } } as {
      subject: typeof subject;
    });
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toMatchObject({ outcome: 'to-be-posted' });
    expect(given).toEqual([]);
    const kept = await office.register.letters.message(order.letterId);
    const opened = await office.vault.openLetter(request.requestId, order.letterId, kept!.sealed);
    if (isErased(opened)) throw new Error('of a request that lives');
    expect(unpacked(opened)).toMatchObject({ to: '' });
    expect(unpacked(opened).bytes.toString()).toContain('Dear Zebedee');
  });

  it.each([
    'zebedee@canary.example, all@canary.example',
    'not an address',
    'zebedee@canary.example\r\nRCPT TO:<b@canary.example>',
  ])('is refused where the address is %j', async email => {
    const { order } = await theLetter({ subject: { ...subject, email } });
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toEqual([]);
  });

  it('is refused once its request has been erased, before or after it was written', async () => {
    const [unwritten, written] = [await theLetter(), await theLetter()];
    await expect(send(written.order, answering(deferred).post)).rejects.toThrow(TryAgain);
    for (const { request } of [unwritten, written]) await office.vault.destroyKeys(request.requestId);
    const { post, given } = answering(accepted);
    for (const { order } of [unwritten, written])
      expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toEqual([]);
  });
});

const event = <Type extends EventType>(type: Type, data: EventData[Type]): CaseEvent =>
  ({
    number: 2,
    run: 1,
    on: on('2036-03-31'),
    recordedAt: '2036-03-31T09:00:00.000Z',
    by: 'time',
    cite: 'R20',
    type,
    ...data,
  }) as CaseEvent;

describe('a letter to staff', () => {
  const reminder = event('ReminderDue', { to: 'handler', forDate: on('2036-04-30'), daysBefore: 7 });

  it('goes to the fallback address while nobody has the case, and then to its handler', async () => {
    const { request } = await theLetter();
    const [opening] = request.openings;
    if (!opening) throw new Error('two cases');
    await recordStep(
      {
        ...firstStep(opening),
        tasks: {
          opened: [{ taskId: `${opening.caseId}.t`, kind: 'assess', openedBy: 1, about: 1 }],
          ended: [],
        },
      },
      office.register,
      office.vault,
    );
    const { post, given } = answering(accepted);
    for (const order of request.ordered(reminder)) await send(order, post);
    await office.register.staff.signedIn({
      staffId: 'harriet',
      name: 'Harriet',
      email: 'harriet@council.example',
    });
    await office.register.tasks.claim(`${opening.caseId}.t`, 'harriet');
    for (const order of request.ordered({ ...reminder, number: 3 })) await send(order, post);
    expect(given.map(one => one.to)).toEqual(['data.protection@council.example', 'harriet@council.example']);
    expect(JSON.stringify(given)).not.toMatch(/canary/i);
  });

  it('is not sent again when nobody knows its end', async () => {
    const { request } = await theLetter();
    const [order] = request.ordered(reminder);
    const { post, given } = answering(unknown);
    expect(await send(order!, post)).toMatchObject({ outcome: 'unknown' });
    expect(given).toHaveLength(1);
  });
});

it('leaves nothing of a person in clear, wherever it is stored', async () => {
  const { order, request } = await theLetter();
  await send(order, answering(accepted).post);
  await rowOf(order, request);
  const tables = await office.register.database.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('register', 'vault') AND table_type = 'BASE TABLE'`,
  );
  const dumps = [];
  for (const { name } of tables)
    dumps.push(await office.register.database.query(`SELECT t::text FROM ${name} t`));
  const dump = JSON.stringify(dumps);
  expect(tables.length).toBeGreaterThan(10);
  for (const canary of ['zebedee', 'canary', 'at the counter']) {
    expect(dump.toLowerCase()).not.toContain(canary);
    expect(dump).not.toContain(Buffer.from(canary).toString('hex'));
  }
});

it('arrives over SMTP as one mail', async () => {
  const mail = await testMail();
  try {
    const { order } = await theLetter();
    const smtp = new SmtpPost({
      host: mail.host,
      port: mail.port,
      security: 'none',
      connectTimeout: 5,
      socketTimeout: 5,
      connections: 1,
    });
    expect(await send(order, smtp)).toMatchObject({ outcome: 'accepted' });
    const letter = await mail.letter(one => one.envelope.to.includes('zebedee@canary.example'));
    expect(letter.subject).toContain('DR-2036-');
    expect(letter.text).toContain('Dear Zebedee Canary');
  } finally {
    await mail.stop();
  }
});
