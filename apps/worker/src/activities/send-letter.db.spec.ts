import type { LetterOrder } from '@duly/case';
import { SmtpPost, TryAgain, unpacked, type Post } from '@duly/mail';
import { testMail } from '@duly/testing';
import { isErased } from '@duly/vault';
import { anOffice, firstStep, time, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { recordStep } from './record-step.js';
import { sendLetter } from './send-letter.js';
import { accepted, answering, deferred, event, rowOf, subject, theLetter, unknown } from './sending.given.js';

let office: GivenOffice;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const send = (order: LetterOrder, post: Post) => sendLetter(order, office.room(post), time);

const aLetter = (people?: { subject: typeof subject }) => theLetter(office, people);
const row = (order: LetterOrder, request: GivenRequest) => rowOf(office, order, request);

describe('sending a letter', () => {
  it('writes to the person of the vault, and stores what was sent and what the server said', async () => {
    const { request, order } = await aLetter();
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toEqual({ letterId: order.letterId, outcome: 'accepted', ...time() });
    expect(given).toMatchObject([
      { to: 'zebedee@canary.example', bytes: expect.stringContaining('Dear Zebedee') },
    ]);
    expect(given[0]?.bytes.replaceAll('=\r\n', '')).toContain('at the counter');
    expect(await row(order, request)).toMatchObject({
      state: 'accepted',
      outcomeOn: '2036-03-31',
      tries: 1,
      isPossibleDuplicate: false,
      decided: 1,
    });
  });

  it('sends one letter for all cases of the request, however many ask at once', async () => {
    const { request } = await aLetter();
    const { post, given } = answering(accepted);
    const outcomes = await Promise.allSettled(request.acknowledgements.map(order => send(order, post)));
    const again = await Promise.all(request.acknowledgements.map(order => send(order, post)));
    expect(outcomes.filter(one => one.status === 'fulfilled').length).toBeGreaterThan(0);
    expect(again.map(one => one.outcome)).toEqual(['accepted', 'accepted']);
    expect(given).toHaveLength(1);
  });

  it('tries a deferred letter again, with the same bytes', async () => {
    const { order, request } = await aLetter();
    const { post, given } = answering(deferred, deferred, accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'deferred', code: 451 });
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(new Set(given.map(one => one.bytes)).size).toBe(1);
    expect(await row(order, request)).toMatchObject({ tries: 3, isPossibleDuplicate: false });
  });

  it('says of a letter that is still not taken when a person is to be asked that it is deferred, and goes on trying', async () => {
    const { order, request } = await aLetter();
    const { post } = answering(deferred, deferred, accepted);
    const { at } = time();
    const soon = { ...order, otherMeansFrom: new Date(Date.parse(at) + 1).toISOString() };
    await expect(send(soon, post)).rejects.toMatchObject({ because: 'deferred' });
    const now = { ...order, otherMeansFrom: at };
    expect(await send(now, post)).toEqual({ letterId: order.letterId, outcome: 'deferred', ...time() });
    expect(await row(order, request)).toMatchObject({ state: 'deferred', tries: 2 });
    expect(await send(now, post)).toMatchObject({ outcome: 'accepted' });
  });

  it('sends no more by e-mail what a person has given by hand', async () => {
    const { order, request } = await aLetter();
    const { post, given } = answering(deferred, accepted);
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    await row(order, request);
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
    const { order } = await aLetter();
    const { post, given } = answering({ result: 'refused', code: 550, words: '550 no such user' });
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toHaveLength(1);
  });

  it('sends a notice whose end nobody knows once more, the same bytes, marked as a possible duplicate', async () => {
    const { order, request } = await aLetter();
    const { post, given } = answering(unknown, accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'unknown' });
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(given[0]).toEqual(given[1]);
    expect(await row(order, request)).toMatchObject({ isPossibleDuplicate: true });
  });

  it('claims only the first try of a notice ahead, the second with a connection in hand (0102)', async () => {
    const { order } = await aLetter();
    const { post } = answering(unknown, accepted);
    const turns: string[] = [];
    const watched: Post = {
      ...post,
      inTurn: (turn, work) => {
        turns.push(turn);
        return post.inTurn(turn, work);
      },
    };
    await expect(send(order, watched)).rejects.toMatchObject({ because: 'unknown' });
    expect(await send(order, watched)).toMatchObject({ outcome: 'accepted' });
    expect(turns).toEqual(['ahead', 'first']);
  });

  it('gives up a notice that ended in the dark twice', async () => {
    const { order } = await aLetter();
    const { post, given } = answering(unknown);
    await expect(send(order, post)).rejects.toThrow(TryAgain);
    expect(await send(order, post)).toMatchObject({ outcome: 'unknown' });
    expect(await send(order, post)).toMatchObject({ outcome: 'unknown' });
    expect(given).toHaveLength(2);
  });

  it('counts a worker that died while sending as an end nobody knows', async () => {
    const { order, request } = await aLetter();
    await expect(send(order, answering(deferred).post)).rejects.toThrow(TryAgain);
    expect(await office.register.letters.claim(order, 0)).toMatchObject({
      kind: 'claimed',
      unknownTries: 0,
    });
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toMatchObject({ outcome: 'accepted' });
    expect(given).toHaveLength(1);
    expect(await row(order, request)).toMatchObject({ isPossibleDuplicate: true });
  });

  it('waits while another try is under way', async () => {
    const { order } = await aLetter();
    await expect(send(order, answering(deferred).post)).rejects.toThrow(TryAgain);
    await office.register.letters.claim(order, 60);
    const { post, given } = answering(accepted);
    await expect(send(order, post)).rejects.toMatchObject({ because: 'busy', after: expect.any(Number) });
    expect(given).toEqual([]);
  });

  it('refuses bytes that are not those that were built', async () => {
    const { order, request } = await aLetter();
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
    const { order, request } = await aLetter({ subject: { name: 'Zebedee Canary' } } as {
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
    const { order } = await aLetter({ subject: { ...subject, email } });
    const { post, given } = answering(accepted);
    expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toEqual([]);
  });

  it('is refused once its request has been erased, before or after it was written', async () => {
    const [unwritten, written] = [await aLetter(), await aLetter()];
    await expect(send(written.order, answering(deferred).post)).rejects.toThrow(TryAgain);
    for (const { request } of [unwritten, written]) await office.vault.destroyKeys(request.requestId);
    const { post, given } = answering(accepted);
    for (const { order } of [unwritten, written])
      expect(await send(order, post)).toMatchObject({ outcome: 'refused' });
    expect(given).toEqual([]);
  });
});

it('leaves nothing of a person in clear, wherever it is stored', async () => {
  const { order, request } = await aLetter();
  await send(order, answering(accepted).post);
  await row(order, request);
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
    const { order } = await aLetter();
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
