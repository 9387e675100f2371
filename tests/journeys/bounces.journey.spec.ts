import { createHash } from 'node:crypto';
import type { CaseView, MailReportAnswer } from '@duly/api-contract';
import { testMailbox, until, type CaughtLetter, type TestMailbox } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { autoReplyTo, bounceOf, nextReportSecret, reportSecret, signed } from './mail-reports.js';

let journey: Journey;
let mailbox: TestMailbox;
beforeAll(async () => {
  mailbox = await testMailbox();
  journey = await Journey.begin({
    settings: {
      BOUNCE_ADDRESS: 'bounces@council.example',
      BOUNCE_IMAP_HOST: '127.0.0.1',
      BOUNCE_IMAP_PORT: String(mailbox.port),
      BOUNCE_IMAP_SECURITY: 'none',
      BOUNCE_IMAP_USER: mailbox.user,
      BOUNCE_IMAP_PASSWORD: mailbox.password,
      BOUNCE_IMAP_DONE_FOLDER: mailbox.doneFolder,
      BOUNCE_IMAP_EVERY: 'PT1S',
      MAIL_REPORT_SECRETS: `${nextReportSecret},${reportSecret}`,
      POSTED_COUNTS_AFTER: '0',
    },
  });
});
afterAll(async () => {
  await journey.end();
  await mailbox.stop();
});

const on = '2036-03-31';
const open = (who: string): Promise<CaseLife> =>
  CaseLife.open(journey, { subject: { name: `Somebody ${who}`, email: `${who}@marrowbone.example` } });

/** A letter to that person of which the subject says so. */
const letterTo = (who: string, subject: RegExp): Promise<CaughtLetter> =>
  journey.servers.mail.letter(
    letter => letter.envelope.to.includes(`${who}@marrowbone.example`) && subject.test(letter.subject),
  );

const taskOf = async (life: CaseLife, kind: string): Promise<CaseView['tasks'][number]> =>
  until(`the task ${kind}`, 30, async () => (await life.view()).tasks.find(task => task.kind === kind));

const extension = { ground: 'complexity', reasons: 'Your files lie in four systems.' };
const answer = { extent: 'wholly', words: 'Here is your data.', despite: 'Nothing else was owed.' };

describe('an extension that the mail server took and that came back (R13, R30)', () => {
  it('is doubtful, goes by post, and counts again from then on; the address is not written to until it is corrected', async () => {
    const life = await open('parsnip');
    await life.give('extend-time', extension);
    await life.happens('TimeExtended');
    expect(await life.clock()).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-06-30' });

    const letter = await letterTo('parsnip', /longer|more time|extend/i);
    expect(letter.envelope.from).toMatch(/^bounces\+[0-9a-f]{40}@council\.example$/);
    mailbox.arrives(bounceOf(letter));
    await life.happens('NoticeBounced');
    await life.happens('NoticeNotGiven');
    expect(await life.clock()).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-04-30' });
    expect(await taskOf(life, 'post-a-letter')).toMatchObject({ lastDay: '2036-04-30' });
    expect(mailbox.messages('INBOX')).toEqual([]);
    expect(mailbox.messages(mailbox.doneFolder).map(({ isRead }) => isRead)).toEqual([true]);

    const { number: decided } = await life.happens('ExtensionDecided');
    await life.give('record-notice-given', { decided, how: 'post', on });
    expect(await life.clock()).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-06-30' });

    await life.give('answer', answer);
    await life.happens('NoticeNotGiven', 2);
    const { letters } = await life.letters();
    const ofAnswer = letters.find(({ kind }) => kind === 'answer');
    expect(ofAnswer).toMatchObject({ state: 'to-be-posted', sends: [] });
    expect(letters.filter(({ kind }) => kind === 'extension')).toMatchObject([
      { state: 'accepted', sends: [{ result: 'accepted', replyCode: 250 }], reports: [{ status: '5.1.1' }] },
      { state: 'to-be-posted', sends: [], reports: [] },
    ]);
    const [sent] = letters.filter(({ kind }) => kind === 'extension');
    expect(sent?.reports[0]?.words).toContain('is not here');

    const raw = await fetch(`${journey.url}/v1/cases/${life.id}/letters/${sent?.id ?? ''}/message`, {
      headers: { authorization: `Bearer ${await journey.servers.signIn.token('handler')}` },
    });
    const bytes = Buffer.from(await raw.arrayBuffer());
    expect([raw.status, raw.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(raw.headers.get('content-type')).toMatch(/^message\/rfc822/);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent?.hash);
    expect(bytes.length).toBe(sent?.size);
  });

  it('goes by e-mail again where the address was corrected meanwhile', async () => {
    const life = await open('swede');
    await letterTo('swede', /./);
    mailbox.arrives(bounceOf(await letterTo('swede', /received/i)));
    await life.happens('NoticeBounced');
    await taskOf(life, 'post-a-letter');
    const subject = { name: 'Somebody swede', email: 'swede-corrected@marrowbone.example' };
    await life.giveToRequest('name-people', { subject, reasons: 'They rang us.' });
    await life.give('extend-time', extension);
    expect(await letterTo('swede-corrected', /./)).toMatchObject({
      to: ['swede-corrected@marrowbone.example'],
    });
  });

  it('whose mailbox was full is sent once more by e-mail, and then given', async () => {
    const life = await open('turnip');
    await life.give('extend-time', extension);
    await life.happens('TimeExtended');
    mailbox.arrives(bounceOf(await letterTo('turnip', /longer|more time|extend/i), '4.2.2'));
    await life.happens('NoticeBounced');
    await life.happens('NoticeGiven', 3);
    expect(await life.clock()).toMatchObject({ planBy: '2036-06-30' });
  });
});

describe('an automatic answer to a notice that the law requires', () => {
  it('is on record, and somebody looks whether anybody reads it; what a person wrote stays unread', async () => {
    const life = await open('rutabaga');
    await life.give('extend-time', extension);
    await life.happens('TimeExtended');
    const letter = await letterTo('rutabaga', /longer|more time|extend/i);
    mailbox.arrives(
      `From: somebody@marrowbone.example\r\nTo: ${letter.envelope.from}\r\nSubject: Hello\r\n\r\nA word.`,
    );
    mailbox.arrives(autoReplyTo(letter));
    await life.happens('AutoReplyReceived');
    await taskOf(life, 'check-reply');
    await life.give('add-note', { words: 'Rang them: they read it.', completes: 'check-reply' });
    expect((await life.view()).tasks.map(({ kind }) => kind)).not.toContain('check-reply');
    expect(mailbox.messages('INBOX')).toMatchObject([{ isRead: false }]);
    expect(journey.worker.log()).not.toContain('marrowbone');
  });
});

describe('a report over HTTP (POST /v1/mail/reports)', () => {
  const send = async (body: string, headers: Record<string, string>) => {
    const answered = await fetch(`${journey.url}/v1/mail/reports`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answered.status, body: (await answered.json()) as MailReportAnswer & { code?: string } };
  };

  it('of an answer leaves the closed case open until it is given again; forged, old or replayed it changes nothing', async () => {
    const life = await open('celeriac');
    await life.give('answer', answer);
    await life.happens('RequestAnswered');
    const letter = await letterTo('celeriac', /answer|data|response/i);
    await journey.temporal.workflow.getHandle(`case-${life.id}`).result();
    const body = JSON.stringify({ what: 'for-good', returnAddress: letter.envelope.from, status: '5.1.1' });

    const forged = await send(body, signed(body, { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }));
    expect([forged.status, forged.body.code]).toEqual([403, 'signature-refused']);
    expect((await send(body, signed(body, { secondsAgo: 600 }))).status).toBe(403);
    expect((await send(`${body} `, signed(body))).status).toBe(403);
    const long = JSON.stringify({ what: 'for-good', messageId: '<x@y>', words: 'x'.repeat(70_000) });
    expect((await send(long, signed(long))).status).toBe(413);
    const other = JSON.stringify({ what: 'for-good', messageId: '<nobody@council.example>' });
    expect((await send(other, signed(other))).body).toEqual({ outcome: 'not-ours' });
    expect(await life.types()).not.toContain('NoticeBounced');

    const headers = signed(body, { secret: nextReportSecret });
    expect(await send(body, headers)).toEqual({ status: 200, body: { outcome: 'recorded' } });
    expect(await send(body, headers)).toEqual({ status: 200, body: { outcome: 'known' } });
    await life.happens('TakenUpAfterClosing');
    await life.happens('NoticeBounced');
    await taskOf(life, 'post-a-letter');
    expect(await life.view()).toMatchObject({ closedOn: null, outcome: null, dueDate: '2036-04-30' });

    const { number: decided } = await life.happens('AnswerDecided');
    await life.give('record-notice-given', { decided, how: 'post', on });
    expect(await life.view()).toMatchObject({ closedOn: on, outcome: 'answered', inTime: true, tasks: [] });
    expect((await life.types()).filter(type => type === 'NoticeBounced')).toHaveLength(1);
  });
});
