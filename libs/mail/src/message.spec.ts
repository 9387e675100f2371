import { generateKeyPairSync } from 'node:crypto';
import {
  addressFault,
  buildMessage,
  NotOneAddress,
  packed,
  readMessage,
  singleAddress,
  unpacked,
  needsSmtpUtf8,
} from './index.js';

const content = {
  from: { name: 'Example Borough Council', address: 'rights@council.example' },
  to: { name: 'Zoë Kanarie', address: 'zoe@canary.example' },
  subject: 'Your request (DR-2036-000001)',
  text: 'Dear Zoë\n',
  html: '<p>Dear Zoë</p>',
  at: '2036-03-31T09:00:00.000Z',
  messageHash: 'ab'.repeat(32),
};

describe('the bytes of a letter', () => {
  it('are the same whenever they are built', async () => {
    const [one, two] = [await buildMessage(content), await buildMessage(content)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one.messageId).toBe(`<${'ab'.repeat(20)}@council.example>`);
    expect(one.bytes.toString()).toContain('Date: Mon, 31 Mar 2036 09:00:00 +0000');
  });

  it('carry text and HTML, and ask for no automatic answer', async () => {
    const source = String((await buildMessage(content)).bytes);
    expect(source).toContain('multipart/alternative');
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).toContain('To: =?UTF-8?Q?Zo=C3=AB_Kanarie?= <zoe@canary.example>');
  });

  it('are read again as they were written, with the address they are kept with', async () => {
    const { bytes } = await buildMessage(content);
    const kept = unpacked(packed('zoe@canary.example', bytes));
    expect(kept.to).toBe('zoe@canary.example');
    expect(await readMessage(kept.bytes)).toMatchObject({
      subject: 'Your request (DR-2036-000001)',
      text: 'Dear Zoë\n',
      html: expect.stringContaining('<p>Dear Zoë</p>'),
    });
    const { html: _html, to: _to, ...plain } = content;
    expect(await readMessage((await buildMessage(plain)).bytes)).not.toHaveProperty('html');
  });

  it('hold a subject on one line, whatever it was given', async () => {
    const source = String(
      (await buildMessage({ ...content, subject: 'Hello\r\nBcc: all@canary.example' })).bytes,
    );
    expect(source).not.toMatch(/^Bcc:/m);
    expect(source).toContain('Subject: Hello Bcc: all@canary.example');
  });

  it('never read a file or an address', async () => {
    const html: string = JSON.parse('{"path":"/etc/hostname"}');
    await expect(buildMessage({ ...content, html })).rejects.toThrow(/access rejected/i);
  });

  it('are signed for the domain, where it has a key, and then too the same', async () => {
    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const key = { domain: 'council.example', selector: 'duly', privateKey };
    const [one, two] = [await buildMessage(content, key), await buildMessage(content, key)];
    expect(String(one.bytes)).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256/);
    expect(one.hash).toBe(two.hash);
  });

  it('go to nobody whose name carries a header', async () => {
    const to = { name: 'Zoë\r\nBcc: all@canary.example', address: 'zoe@canary.example' };
    await expect(buildMessage({ ...content, to })).rejects.toThrow(NotOneAddress);
  });
});

describe('one address', () => {
  it.each(['zoe@canary.example', 'zoe.k+tag@mail.canary.example', "o'brien@canary.example"])(
    'is %s',
    address => {
      expect(singleAddress({ name: ' Zoë ', address })).toEqual({ name: 'Zoë', address });
    },
  );

  it.each([
    ['zoe@bücher.example', 'zoe@xn--bcher-kva.example', false],
    ['zoë@canary.example', 'zoë@canary.example', true],
    ['пример@пример.рф', 'пример@xn--e1afmkfd.xn--p1ai', true],
    ['😀@canary.example', '😀@canary.example', true],
  ])('beyond ASCII is %s: written %s, and wants SMTPUTF8: %s', (address, written, wants) => {
    expect(addressFault({ name: 'Zoë', address })).toBeUndefined();
    expect(singleAddress({ name: 'Zoë', address })).toEqual({ name: 'Zoë', address: written });
    expect(needsSmtpUtf8(written)).toBe(wants);
  });

  it('has a name of at most 200 characters, emoji or not, on one line', () => {
    const fault = (name: string) => addressFault({ name, address: 'zoe@canary.example' });
    expect(fault('ö'.repeat(200))).toBeUndefined();
    expect(fault('Zoë 😀')).toBeUndefined();
    expect(fault('ö'.repeat(201))).toBe('too long');
    for (const name of ['Zoë\r', 'Zoë\n', 'Zoë\u202eeoZ'])
      expect(fault(name)).toBe('line break or control character');
  });

  it.each([
    ['a@canary.example, b@canary.example', 'more than one address'],
    ['a@canary.example;b@canary.example', 'more than one address'],
    ['a@b@canary.example', 'more than one address'],
    ['Zoë <zoe@canary.example>', 'more than one address'],
    ['zoe@canary.example\r\nRCPT TO:<b@canary.example>', 'line break or control character'],
    ['zoe@canary.example\u0000', 'line break or control character'],
    ['zoe@canary.example\r', 'line break or control character'],
    ['zoe@canary.example\n', 'line break or control character'],
    ['', 'empty'],
    ['zoe', 'not an e-mail address'],
    ['zoe@localhost', 'not an e-mail address'],
    ['.zoe@canary.example', 'not an e-mail address'],
    ['zoe@[127.0.0.1]', 'not an e-mail address'],
    ['zoe@127.0.0.1', 'not an e-mail address'],
    ['<zoe@canary.example>', 'not an e-mail address'],
    [`${'z'.repeat(65)}@canary.example`, 'not an e-mail address'],
    [`zoe@${'canary.'.repeat(40)}example`, 'too long'],
  ])('is not %j: %s', (address, fault) => {
    expect(addressFault({ name: 'Zoë', address })).toBe(fault);
  });
});
