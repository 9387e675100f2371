import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './index.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-mail-'));
let catcher: MailCatcher;
let ports: { smtpPort: number; pagePort: number };

beforeAll(async () => {
  const [smtpPort = 0, pagePort = 0] = await freePorts(2);
  ports = { smtpPort, pagePort };
  catcher = await startMailCatcher({ ...ports, folder });
});
afterAll(async () => {
  await catcher.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => catcher.clear());

/** Speaks SMTP line by line, each after the answer to the one before; answers with the codes. */
function speak(lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const codes: string[] = [];
    const socket = createConnection(ports.smtpPort, '127.0.0.1');
    const waiting = [...lines];
    socket.on('error', reject).on('close', () => resolve(codes));
    socket.on('data', (chunk: Buffer) => {
      const answers = chunk
        .toString()
        .trim()
        .split('\r\n')
        .filter(line => /^\d{3} /.test(line));
      for (const answer of answers) {
        codes.push(answer.slice(0, 3));
        const next = waiting.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
      }
    });
  });
}

const html = '<p>Dear A,</p><script>alert(1)</script>';
const source = [
  'From: Rights <rights@council.example>',
  'To: a@person.example',
  'Subject: We have your <request> =?utf-8?q?=E2=80=93?= EX-1',
  'Message-ID: <1@council.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Caf=C3=A9 & <b>',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  html,
  '--b--',
  '.',
].join('\r\n');
const letterTo = (...to: string[]) => [
  'EHLO spec',
  'MAIL FROM:<bounce@council.example>',
  ...to.map(one => `RCPT TO:<${one}>`),
  'DATA',
  source,
  'QUIT',
];
const page = (path: string) => fetch(`${catcher.pageUrl}${path}`);

describe('the mail catcher', () => {
  it('takes a letter over SMTP and reads its envelope, subject, text and HTML', async () => {
    expect(await speak(letterTo('a@person.example'))).toEqual([
      '220',
      '250',
      '250',
      '250',
      '354',
      '250',
      '221',
    ]);
    const [letter] = catcher.letters();
    expect(letter).toMatchObject({
      id: '000001',
      envelope: { from: 'bounce@council.example', to: ['a@person.example'] },
      from: 'rights@council.example',
      subject: 'We have your <request> – EX-1',
      messageId: '<1@council.example>',
    });
    expect(letter?.text.trim()).toBe('Café & <b>');
    expect(letter?.html?.trim()).toBe(html);
  });

  it('shows letters to people and to programs', async () => {
    await speak(letterTo('a@person.example'));
    const list = await (await page('/')).text();
    expect(list).toContain('We have your &lt;request&gt; – EX-1');
    const shown = await (await page('/letters/000001')).text();
    expect(shown).toContain('Café &amp; &lt;b&gt;');
    expect(shown).not.toContain('<script>');
    expect(await (await page('/messages')).json()).toMatchObject([
      { id: '000001', to: ['a@person.example'] },
    ]);
    expect((await page('/letters/000009')).status).toBe(404);
  });

  it('lets a letter’s HTML run nothing and reach nothing', async () => {
    await speak(letterTo('a@person.example'));
    expect((await page('/letters/000001/html')).headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'/,
    );
    expect((await page('/letters/000001')).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('answers only under its own name, against a page elsewhere that points its name here', async () => {
    const status = await new Promise(resolve => {
      const asked = request({
        host: '127.0.0.1',
        port: ports.pagePort,
        path: '/messages',
        headers: { host: 'evil.example' },
      });
      asked.on('response', response => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(421);
  });

  it('refuses an address for good when told to, and takes the others', async () => {
    catcher.refuse('Gone@person.example');
    expect(await speak(letterTo('gone@person.example', 'a@person.example'))).toEqual([
      '220',
      '250',
      '250',
      '550',
      '250',
      '354',
      '250',
      '221',
    ]);
    expect(catcher.letters()[0]?.envelope.to).toEqual(['a@person.example']);
    catcher.acceptAll();
    expect(await speak(letterTo('gone@person.example'))).not.toContain('550');
  });

  it('keeps its letters over a restart', async () => {
    await speak(letterTo('a@person.example'));
    await catcher.stop();
    catcher = await startMailCatcher({ ...ports, folder });
    expect(catcher.letters()).toHaveLength(1);
    await speak(letterTo('b@person.example'));
    expect(catcher.letters().map(letter => letter.id)).toEqual(['000001', '000002']);
  });
});
