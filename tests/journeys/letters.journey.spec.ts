import { createHash } from 'node:crypto';
import type {
  CasePreview,
  LetterContent,
  LetterPreview,
  OpeningPreview,
  RequestPreview,
} from '@duly/api-contract';
import type { LetterKind } from '@duly/case';
import { until } from '@duly/infra';
import { auditOf } from './audit-entries.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { keptOfOpenings } from './kept-of-openings.js';
import { requestBody } from './letter-of-request.js';
import { readPdf } from '@duly/testing/read-pdf';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

/** The letter of that kind as it was sent, once it has been. */
async function sent(life: CaseLife, kind: LetterKind): Promise<LetterContent> {
  const id = await until(`The ${kind}`, 30, async () => {
    const { letters } = await life.letters();
    return letters.findLast(one => one.kind === kind && one.builtAt !== null && one.tries > 0)?.id;
  });
  return life.handler.read(`/v1/cases/${life.id}/letters/${id}`);
}

const previewOf = (life: CaseLife, verb: string, body: object) =>
  life.handler.post<CasePreview>(`/v1/cases/${life.id}/${verb}/preview`, body);

const said = ({ subject, text, html, to, language }: LetterPreview | LetterContent) => ({
  subject,
  text,
  html,
  to,
  language,
});

const extension = { ground: 'complexity', reasons: 'Your files lie in four systems.' };

describe('a letter is seen before it is sent, with the real data (0065)', () => {
  it.each([
    ['extend-time', 'extension', extension],
    [
      'ask-for-clarification',
      'clarification',
      { words: 'Which of your two accounts do you mean?', reasons: 'We hold files on both.' },
    ],
    ['withdraw', 'withdrawal', { on: '2036-03-31', words: 'Never mind.' }],
  ] as const)('%s: what was shown is what is sent, byte for byte', async (verb, kind, body) => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const preview = await previewOf(life, verb, body);
    expect(preview.status).toBe(200);
    expect(preview.headers.get('cache-control')).toContain('no-store');
    const shown = preview.body.letters.find(letter => letter.kind === kind)!;
    expect(shown).toMatchObject({ by: 'email', recipient: 'requester', template: kind });
    // Nothing was done.
    expect((await life.letters()).letters.map(one => one.kind)).toEqual(['acknowledgement']);
    expect((await life.view()).version).toBe(preview.body.version);

    await life.give(verb, body);
    const letter = await sent(life, kind);
    expect(said(letter)).toEqual(said(shown));
    expect(letter).toMatchObject({ template: kind, templateVersion: shown.templateVersion });
    expect(letter.dataHash).toMatch(/^[0-9a-f]{64}$/u);
    const audit = await auditOf(life.opened.request, journey);
    expect(
      audit.filter(({ action, detail }) => action === 'PersonalDataRead' && detail?.['verb'] === verb),
    ).toEqual([expect.objectContaining({ detail: { what: 'preview', verb } })]);
  });

  it('says what becomes of the date: an extension moves it once its letter is given (Art 12A(3))', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const { body } = await previewOf(life, 'extend-time', extension);
    const dates = [body.now, body.after, body.onceGiven].map(({ dueDate }) => dueDate);
    expect(dates).toEqual(['2036-04-30', '2036-04-30', '2036-06-30']);
    expect(body.events).toEqual(['ExtensionDecided']);
  });

  it('refuses like the command itself, and shows nothing then', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const body = { expectedVersion: 1, ...extension };
    const asked = await life.handler.refused(`/v1/cases/${life.id}/extend-time/preview`, body);
    const given = await life.refused('extend-time', body);
    expect([asked.status, asked.body]).toEqual([given.status, given.body]);
    expect(asked.body.code).toBe('version-conflict');
    const blank = await life.handler.refused(`/v1/cases/${life.id}/extend-time/preview`, {});
    expect(blank.body.code).toBe('not-valid');
  });

  it('shows a letter for all cases of a request once, and what each makes of it', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'erasure'] });
    await life.happens('NoticeGiven');
    await life.sister(1).happens('NoticeGiven');
    const ask = { doubts: 'The address is not one we know.', words: 'Please send one bill.' };
    const path = `/v1/requests/${life.opened.request}/ask-for-identity`;
    const preview = await life.handler.post<RequestPreview>(`${path}/preview`, ask);
    expect(preview.body.cases.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(preview.body.letters).toHaveLength(1);
    const [one] = preview.body.cases;
    expect(one).toMatchObject({
      now: { dueDate: '2036-04-30' },
      onceGiven: { state: 'AWAITING_ID', dueDate: null },
    });
    await life.giveToRequest('ask-for-identity', ask);
    expect(said(await sent(life, 'identity'))).toEqual(said(preview.body.letters[0]!));
  });

  it('says that a letter goes by post where there is no address', async () => {
    const life = await CaseLife.open(journey, { subject: { name: 'Ottoline Pepperpot' } });
    await life.happens('NoticeNotGiven');
    const { body } = await previewOf(life, 'extend-time', extension);
    expect(body.letters).toMatchObject([{ by: 'post', to: null, kind: 'extension' }]);
  });
});

describe('an opening is seen before it is done', () => {
  it('the letters of every kind are what is sent but for the reference, and nothing is kept', async () => {
    const handler = await journey.as('handler');
    const opening = {
      rights: ['access', 'complaint', 'objection_direct_marketing'],
      channel: 'telephone',
      requester: { name: 'Ottoline Pepperpot', email: 'ottoline@pepperpot.example', format: 'large-print' },
    };
    const before = await keptOfOpenings(journey);
    const preview = await handler.post<OpeningPreview>('/v1/requests/preview', requestBody(opening));
    expect(preview.status).toBe(200);
    expect(preview.headers.get('cache-control')).toContain('no-store');
    expect(await keptOfOpenings(journey)).toEqual(before);
    const { reference, letters, cases } = preview.body;
    expect(reference).toBe('DR-2036-000000');

    const life = await CaseLife.open(journey, opening);
    expect(cases).toEqual(
      life.opened.cases.map(({ id: _id, version: _version, ...one }, place) => ({
        ...one,
        reference: `DR-2036-000000-${place + 1}`,
      })),
    );
    const kinds = ['acknowledgement', 'complaint-acknowledgement', 'marketing-stopped'] as const;
    expect(letters.map(({ kind }) => kind)).toEqual(kinds);
    const named = (text: string | null) => text?.replaceAll(reference, life.opened.reference) ?? null;
    for (const [place, kind] of kinds.entries()) {
      const { subject, text, html, ...rest } = said(letters[place]!);
      const told = { ...rest, subject: named(subject), text: named(text), html: named(html) };
      expect(said(await sent(life.sister(place), kind))).toEqual(told);
    }
  });

  it('shows the date of a letter that came long ago, and that nobody can be written to', async () => {
    const handler = await journey.as('handler');
    const subject = { name: 'Ottoline Pepperpot' };
    const { body } = await handler.post<OpeningPreview>(
      '/v1/requests/preview',
      requestBody({ receivedOn: '2036-01-31', subject }),
    );
    expect(body.cases).toMatchObject([{ state: 'RUNNING', dueDate: '2036-02-29', planBy: '2036-02-29' }]);
    expect(body.letters).toMatchObject([{ kind: 'acknowledgement', by: 'post', to: null }]);
  });

  it('is refused like the opening itself, and to whoever may not open', async () => {
    const handler = await journey.as('handler');
    const tomorrow = requestBody({ receivedOn: '2036-04-30' });
    const asked = await handler.refused('/v1/requests/preview', tomorrow);
    const given = await handler.refused('/v1/requests', tomorrow);
    expect([asked.status, asked.body.code]).toEqual([given.status, 'receipt-in-future']);
    const unknown = requestBody({ rights: ['complaint'], aboutCase: '6f1c2d3e-0000-4000-8000-000000000009' });
    expect((await handler.refused('/v1/requests/preview', unknown)).body.code).toBe('no-such-case');
    const reader = await journey.as('auditor');
    expect((await reader.refused('/v1/requests/preview', requestBody())).status).toBe(403);
  });
});

describe('a letter on paper', () => {
  const printed = async (life: CaseLife, id: string) => {
    const token = await journey.servers.signIn.token('handler');
    const url = `${journey.url}/v1/cases/${life.id}/letters/${id}/print`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('is a PDF with its own text, the same bytes each time, and each reading is noted', async () => {
    const life = await CaseLife.open(journey, {
      subject: {
        name: 'Ottoline Pepperpot',
        postalAddress: '2 Low Road\nExampleton\nEX2 2BB',
        format: 'large-print',
      },
    });
    await life.happens('NoticeNotGiven');
    const [letter] = (await life.letters()).letters;
    expect(letter).toMatchObject({
      state: 'to-be-posted',
      printHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    const { answer, bytes } = await printed(life, letter!.id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter!.printHash);
    expect((await printed(life, letter!.id)).bytes.equals(bytes)).toBe(true);
    const { pages, language, roles } = await readPdf(bytes);
    expect(language).toBe('en');
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'P']));
    const text = pages.join('\n').replace(/\s+/gu, ' ');
    expect(text).toContain('Ottoline Pepperpot 2 Low Road Exampleton EX2 2BB');
    expect(text).toContain('We have received your request');
    const audit = await auditOf(life.opened.request, journey);
    expect(audit.filter(({ detail }) => detail?.['what'] === 'letter on paper')).toHaveLength(2);
  });

  it('is there also of a letter that went by e-mail; of none that is not the case’s', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const [letter] = (await life.letters()).letters;
    expect(letter!.printHash).toBeNull();
    expect((await printed(life, letter!.id)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await life.letters()).letters[0]!.printHash).not.toBeNull();
    const none = await printed(life, 'none');
    expect([none.answer.status, none.answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});
