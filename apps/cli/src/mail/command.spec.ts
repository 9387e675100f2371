import { generateKeyPairSync } from 'node:crypto';
import { testMail, testMailbox, type TestMail, type TestMailbox } from '@duly/testing';
import { duly } from '../run.given.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const zone = `council.example TXT "v=spf1 ip4:192.0.2.1 -all"
council.example MX 10 mail.council.example
_dmarc.council.example TXT "v=DMARC1; p=reject"
duly._domainkey.council.example TXT "v=DKIM1; k=rsa; p=${published}"
`;

let mail: TestMail;
let mailbox: TestMailbox;
beforeAll(async () => {
  mail = await testMail();
  mailbox = await testMailbox();
});
afterAll(async () => {
  await mail.stop();
  await mailbox.stop();
});

interface Shown {
  readonly findings: readonly { readonly place: string; readonly verdict: string }[];
}

const settings = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(mail.port),
  MAIL_FROM: 'rights@council.example',
  DKIM_DOMAIN: 'council.example',
  DKIM_SELECTOR: 'duly',
  DKIM_PRIVATE_KEY: pem,
  BOUNCE_ADDRESS: 'bounces@council.example',
  BOUNCE_IMAP_HOST: '127.0.0.1',
  BOUNCE_IMAP_PORT: String(mailbox.port),
  BOUNCE_IMAP_SECURITY: 'none',
  BOUNCE_IMAP_USER: mailbox.user,
  BOUNCE_IMAP_PASSWORD: mailbox.password,
});
const doctor = (zoneGiven: string, changes: NodeJS.ProcessEnv = {}, ...options: readonly string[]) =>
  duly(['mail', 'doctor', '--dns', '-', ...options], zoneGiven, { ...settings(), ...changes });

describe('duly mail doctor', () => {
  it('finds the whole way of a letter well, from real servers and written records', async () => {
    const { code, lines, errors } = await doctor(zone);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(lines.filter(line => line.startsWith('WRONG'))).toEqual([]);
    for (const place of ['SMTP', 'DKIM', 'SPF', 'DMARC', 'MX', 'reports'])
      expect(lines.some(line => line.startsWith(`good    ${place}`))).toBe(true);
  });

  it('says what is wrong and what to do, one remedy for each, and prints no secret', async () => {
    const { code, lines } = await doctor('', { BOUNCE_IMAP_PASSWORD: 'wrong-password' });
    expect(code).toBe(1);
    const wrong = lines.filter(line => line.startsWith('WRONG'));
    expect(wrong.map(line => line.slice(8, 15).trim())).toEqual(['DKIM', 'SPF', 'DMARC', 'MX', 'reports']);
    expect(lines.filter(line => /^ +→ /.test(line)).length).toBeGreaterThanOrEqual(wrong.length);
    expect(lines.join()).not.toMatch(/wrong-password|PRIVATE KEY/);
    expect(lines.join('\n')).toContain(`p=${published}`);
  });

  it('speaks to programs', async () => {
    const { code, lines } = await doctor(zone, {}, '--json');
    expect(code).toBe(0);
    const { findings } = JSON.parse(lines.join('\n')) as Shown;
    expect(findings.every(({ verdict }) => ['good', 'advice'].includes(verdict))).toBe(true);
  });

  it('tells what was given wrong, and looks at nothing', async () => {
    const half = await doctor(zone, { DKIM_SELECTOR: '' });
    expect(half).toMatchObject({ code: 2, lines: [] });
    expect(half.errors).toMatch(/DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY together/);
    expect((await doctor('nonsense')).errors).toMatch(/Line 1 is no DNS record/);
    expect((await duly(['mail'])).errors).toMatch(/duly mail doctor/);
    expect((await duly(['mail', 'doctor', '--dns', '/nowhere'], '', settings())).code).toBe(2);
    expect((await doctor(zone, { SMTP_PORT: 'many' })).errors).toMatch(/SMTP_PORT/);
  });
});
