import { readReport } from './read-report.js';
import { marksIn, returnAddress } from './return-address.js';

const mark = '0123456789abcdef0123456789abcdef01234567';
const to = `bounces+${mark}@council.example`;

const lines = (...written: readonly string[]): Buffer => Buffer.from(written.join('\r\n'));

/** A delivery status as Postfix writes it. */
const bounce = (fields: readonly string[], { address = to, type = 'message/rfc822' } = {}): Buffer =>
  lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.canary.example (Mail Delivery System)',
    `To: ${address}`,
    'Message-Id: <report-1@mx.canary.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I could not deliver your message.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.canary.example',
    '',
    ...fields,
    '',
    '--b',
    `Content-Type: ${type}`,
    '',
    'From: rights@council.example',
    'Message-ID:',
    ' <5f2b7c@council.example>',
    'Subject: We have received your request',
    '',
    'Message-ID: <not-this@canary.example>',
    '--b--',
    '',
  );

const failed = [
  'Final-Recipient: rfc822; zoe@canary.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <zoe@canary.example>:',
  '    no such user',
];

describe('a delivery status (RFC 3464)', () => {
  it('names the letter by its mark and by the returned head, and says why, in the words of the other server', async () => {
    expect(await readReport(bounce(failed))).toEqual({
      kind: 'report',
      what: 'for-good',
      returnTokens: [mark],
      messageIds: ['<5f2b7c@council.example>'],
      status: '5.1.1',
      words: '550 5.1.1 <zoe@canary.example>: no such user',
      fingerprint: '<report-1@mx.canary.example>',
    });
  });

  it('names it by the returned head alone where the address carries no mark', async () => {
    const read = await readReport(
      bounce(failed, { address: 'bounces@council.example', type: 'text/rfc822-headers' }),
    );
    expect(read).toMatchObject({ returnTokens: [], messageIds: ['<5f2b7c@council.example>'] });
  });

  it.each([
    ['failed', '5.1.1', '', 'for-good'],
    ['failed', '5.7.1', '', 'for-good'],
    ['failed', '5.2.2', '', 'for-now'],
    ['failed', '4.4.7', '', 'for-now'],
    ['failed', '5.0.0', '552 5.2.2 mailbox full', 'for-now'],
    ['delayed', '4.4.1', '', 'delayed'],
  ])('%s with %s %s is %s', async (action, status, said, what) => {
    const fields = ['Final-Recipient: rfc822; z@canary.example', `Action: ${action}`, `Status: ${status}`];
    const read = await readReport(bounce(said ? [...fields, `Diagnostic-Code: smtp; ${said}`] : fields));
    expect(read).toMatchObject({ kind: 'report', what });
  });

  it.each(['delivered', 'relayed', 'expanded'])('that it was %s is no failure', async action => {
    const fields = ['Final-Recipient: rfc822; z@canary.example', `Action: ${action}`, 'Status: 2.0.0'];
    expect(await readReport(bounce(fields))).toEqual({ kind: 'none', because: 'delivered' });
  });

  it('without what the RFC demands is believed in nothing', async () => {
    const read = await readReport(bounce(['Action: failed'], { type: 'text/rfc822-headers' }));
    expect(read).toMatchObject({ kind: 'report', what: 'auto-reply' });
  });
});

describe('a report of a server that writes no delivery status', () => {
  const words = ['', 'Sorry, it did not work: 550 5.1.1 no such user.', ''];
  const from = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.canary.example',
    'Message-ID: <r2@mx.canary.example>',
  ];

  it('is believed where it came to the mark of a letter', async () => {
    const read = await readReport(lines(...from, `To: ${to}`, ...words));
    expect(read).toMatchObject({ what: 'for-good', status: '5.1.1', returnTokens: [mark] });
  });

  it('and not where it did not', async () => {
    const read = await readReport(lines(...from, 'To: bounces@council.example', ...words));
    expect(read).toEqual({ kind: 'none', because: 'not-a-report' });
  });
});

describe('an automatic answer (RFC 3834)', () => {
  const head = ['From: zoe@canary.example', `To: ${to}`, 'In-Reply-To: <5f2b7c@council.example>'];

  it.each(['Auto-Submitted: auto-replied', 'Auto-Submitted: auto-generated', 'X-Autoreply: yes'])(
    'says so: %s',
    async header => {
      const read = await readReport(lines(...head, header, 'Subject: Out of office', '', 'I am away.'));
      expect(read).toMatchObject({ what: 'auto-reply', messageIds: ['<5f2b7c@council.example>'] });
    },
  );

  it('is left to people where a person wrote it', async () => {
    for (const header of ['Auto-Submitted: no', 'Subject: Re: your letter'])
      expect(await readReport(lines(...head, header, '', 'Thank you.'))).toEqual({
        kind: 'none',
        because: 'not-a-report',
      });
  });

  it('is left to people where it wants a proof that we are no machine', async () => {
    const read = await readReport(
      lines(...head, 'Auto-Submitted: auto-replied', 'X-Boxtrapper: true', '', 'Click'),
    );
    expect(read).toEqual({ kind: 'none', because: 'challenge' });
  });
});

describe('what is no message at all', () => {
  it.each([Buffer.alloc(0), Buffer.from([0, 255, 254, 10]), Buffer.from('\r\n'.repeat(50))])(
    'is left alone (%#)',
    async bytes => {
      expect(await readReport(bytes)).toEqual({ kind: 'none', because: 'not-a-report' });
    },
  );
});

describe('the return address of a letter', () => {
  it('carries its mark, and is found among others', () => {
    expect(returnAddress('bounces@council.example', mark)).toBe(to);
    expect(marksIn([`Duly <${to}>, x@y.example`, to.toUpperCase()])).toEqual([mark]);
  });

  it.each([
    'bounces@council.example',
    `bounces+${mark}0@council.example`,
    'bounces+letter-1@council.example',
  ])('is none: %s', address => {
    expect(marksIn([address])).toEqual([]);
  });
});
