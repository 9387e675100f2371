import { dovecot, startDovecot, type Dovecot } from './dovecot.given.js';
import { readReport } from './read-report.js';
import { ReportMailbox, type Taken } from './report-mailbox.js';

if (dovecot === undefined)
  process.stderr.write(
    'A real IMAP server is not tried: npm run deep installs it, or apt-get install dovecot-imapd.\n',
  );

const bounce = [
  'From: MAILER-DAEMON@mx.marrowbone.example',
  'To: bounces+0123456789012345678901234567890123456789@council.example',
  'Message-ID: <1@mx.marrowbone.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.marrowbone.example',
  '',
  'Final-Recipient: rfc822; quillon@marrowbone.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 is not here',
  '',
  '--b--',
  '',
].join('\r\n');
const written = 'From: ann@person.example\r\nSubject: Hello\r\n\r\nA word to somebody.\r\n';

(dovecot === undefined ? describe.skip : describe)('the mailbox of reports on Dovecot', () => {
  let server: Dovecot;
  beforeAll(async () => {
    server = await startDovecot(dovecot ?? '');
  }, 90_000);
  afterAll(() => server.stop());

  const looking =
    (taken: (string | undefined)[]) =>
    async (message: Uint8Array): Promise<Taken> => {
      const read = await readReport(message);
      taken.push(read.kind === 'none' ? undefined : read.kind);
      return read.kind === 'none' ? 'left' : 'taken';
    };

  it('opens with its folders', async () => {
    await new ReportMailbox(server.settings).check();
  });

  it('gives each report once, puts it away as read, and leaves to people what a person wrote', async () => {
    await server.arrives(bounce);
    await server.arrives(written);
    const mailbox = new ReportMailbox(server.settings);
    const seen: (string | undefined)[] = [];
    expect(await mailbox.visit(looking(seen))).toEqual({ taken: 1, left: 1 });
    expect(seen.filter(one => one === undefined)).toHaveLength(1);
    expect(await server.messages('Done')).toEqual([expect.stringMatching(/:2,[A-R]*S/)]);
    expect(await server.messages('INBOX')).toEqual([expect.not.stringMatching(/:2,.*S/)]);
    expect(await mailbox.visit(looking(seen))).toEqual({ taken: 0, left: 0 });
  });

  it('gives a report again to whoever died before it was on record', async () => {
    await server.arrives(bounce);
    const dies = () => Promise.reject(new Error('the process dies here'));
    await expect(new ReportMailbox(server.settings).visit(dies)).rejects.toThrow();
    const seen: (string | undefined)[] = [];
    const { taken } = await new ReportMailbox(server.settings).visit(looking(seen));
    expect(taken).toBe(1);
  });

  it('says so where the password is wrong', async () => {
    const wrong = new ReportMailbox({ ...server.settings, password: 'wrong' });
    await expect(wrong.visit(looking([]))).rejects.toThrow();
  });
});
