import type { CaseView, Problem } from '@duly/api-contract';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { POSTED_COUNTS_AFTER: '2' } });
});
afterAll(() => journey.end());

const somebody = { name: 'Quillon Marrowbone', email: 'quillon@marrowbone.example' };
const longest = 'é'.repeat(200);

/** Each with its domain as the letter's head has it: as name servers know it (IDNA), or as people do where all of it is so (RFC 6531). */
const taken: readonly (readonly [string, string])[] = [
  ['zoe@bücher.example', 'xn--bcher-kva.example'],
  ['zoë@marrowbone.example', 'marrowbone.example'],
  ['пример@пример.рф', 'пример.рф'],
  ['😀@marrowbone.example', 'marrowbone.example'],
  ["o'brien+rights@marrowbone.example", 'marrowbone.example'],
  [`${'a'.repeat(64)}@marrowbone.example`, 'marrowbone.example'],
];

const notOne: readonly (readonly [string, string])[] = [
  ['two addresses', 'a@marrowbone.example, b@marrowbone.example'],
  ['a name before it', 'Ann <ann@marrowbone.example>'],
  ['a header behind a line end', 'ann@marrowbone.example\r\nBcc: all@marrowbone.example'],
  ['a lone CR', 'ann@marrowbone.example\rRCPT TO:<b@marrowbone.example>'],
  ['a lone LF', 'ann@marrowbone.example\nDATA'],
  ['a zero byte', 'ann@marrow\u0000bone.example'],
  ['text that runs backwards', 'ann\u202e@marrowbone.example'],
  ['no domain', 'quillon-of-nowhere'],
  ['a domain that is a number', 'ann@127.0.0.1'],
  ['65 characters before the @', `${'a'.repeat(65)}@marrowbone.example`],
  ['more than 254 characters', `ann@${'marrowbone.'.repeat(30)}example`],
];

const noName: readonly (readonly [string, string])[] = [
  ['a header behind a line end', 'Ann\r\nBcc: all@marrowbone.example'],
  ['a lone CR', 'Ann\rBcc: all@marrowbone.example'],
  ['a lone LF', 'Ann\nBcc: all@marrowbone.example'],
  ['201 characters', 'é'.repeat(201)],
];

describe('an address that is hard to write to', () => {
  it.each(taken)('%s is taken, and its letter goes to %s', async (email, domain) => {
    const life = await CaseLife.open(journey, { subject: { ...somebody, email } });
    await life.happens('NoticeGiven');
    // The server shows an international domain as people read it; on the way it is as name servers know it.
    const letter = await journey.servers.mail.letter(({ envelope }) => envelope.to.includes(email));
    expect(letter.envelope.to).toEqual([email]);
    const head = Buffer.from(letter.source, 'latin1').toString();
    expect(head).toMatch(new RegExp(`^To: [^]*?@${domain}>`, 'mu'));
    expect(letter.subject).toContain(life.opened.reference);
    expect((await life.letters()).letters).toMatchObject([{ state: 'accepted', tries: 1 }]);
  });

  it('that the mail server says does not exist is refused for good: the person is to be written to by post', async () => {
    journey.servers.mail.refuse('nobody@marrowbone.example');
    const life = await CaseLife.open(journey, {
      subject: { ...somebody, email: 'nobody@marrowbone.example' },
    });
    await life.happens('NoticeNotGiven');
    const { tasks }: CaseView = await life.view();
    expect(tasks.map(({ kind }) => kind)).toContain('post-a-letter');
    expect((await life.letters()).letters).toMatchObject([
      { state: 'refused', sends: [{ result: 'refused', replyCode: 550 }] },
    ]);
  });

  it('has its extension posted on Monday 31 March 2036, which counts on Wednesday 2 April: the answer and the clock say why (R13)', async () => {
    journey.servers.mail.refuse('nowhere@marrowbone.example');
    const life = await CaseLife.open(journey, {
      subject: { ...somebody, email: 'nowhere@marrowbone.example' },
    });
    await life.happens('NoticeNotGiven');
    await life.give('extend-time', { ground: 'complexity', reasons: 'Your files lie in four systems.' });
    const { number: decided } = await life.happens('ExtensionDecided');
    await life.happens('NoticeNotGiven', 2);
    const told = await life.give('record-notice-given', { decided, how: 'post', on: '2036-03-31' });
    const text = told.posted?.[0]?.text ?? '';
    const days = { postedOn: '2036-03-31', countsOn: '2036-04-02' };
    expect(told.posted).toEqual([{ decided, kind: 'extension', ...days, text }]);
    expect(text).toMatch(
      /^Posted on Monday 31 March 2036; .* on Wednesday 2 April 2036, because .* 2 working days/,
    );
    const { steps } = await life.clock();
    expect(steps.filter(({ rule }) => rule === 'R13').map(step => step.text)).toContain(text);
  });

  it.each(notOne)('is refused, and the field named, where it is none: %s', async (_what, email) => {
    await isRefused({ ...somebody, email }, 'subject.email', email);
  });
});

describe('a name that is hard to write', () => {
  it.each([
    ['200 characters beyond ASCII', longest],
    ['emoji, joined ones too', 'Zoë 👩‍👩‍👧 Marrowbone 😀'],
    ['quotes and brackets', 'Ann "The <Hammer>" O’Brien, Jr.'],
    ['another direction', 'דנה כהן'],
  ])('stands in the head as one line and in the letter whole: %s', async (what, name) => {
    const email = `${what.replaceAll(/[^a-z0-9]/gu, '')}@marrowbone.example`;
    const life = await CaseLife.open(journey, { subject: { name, email } });
    await life.happens('NoticeGiven');
    const letter = await journey.servers.mail.letter(({ envelope }) => envelope.to.includes(email));
    expect(letter.to).toEqual([email]);
    expect(letter.text.replaceAll(/\s+/gu, ' ')).toContain(name);
    const [head = ''] = letter.source.split('\r\n\r\n');
    // Folded lines belong to the head before them; no line is longer than SMTP allows (RFC 5322, 2.1.1).
    expect(head.split('\r\n').every(line => line.length <= 998)).toBe(true);
    expect(head.match(/^To:/gmu)).toHaveLength(1);
    expect(head).not.toMatch(/^(?:Bcc|Cc):/mu);
  });

  it.each(noName)('is refused, and the field named: %s', async (_what, name) => {
    await isRefused({ ...somebody, name }, 'subject.name', name);
  });
});

/** 400, with the field and what to do, and nothing of what was sent. */
async function isRefused(subject: object, field: string, sent: string): Promise<void> {
  const handler = await journey.as('handler');
  const { status, body } = await handler.post<Problem>('/v1/requests', requestBody({ subject }));
  expect([status, body.errors?.map(error => error.field)]).toEqual([400, [field]]);
  expect(body.remedy.length).toBeGreaterThan(10);
  expect(JSON.stringify(body)).not.toContain(JSON.stringify(sent).slice(1, -1));
}
