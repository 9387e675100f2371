import { generateKeyPairSync } from 'node:crypto';
import { closedPort, givenServer, reply, type GivenServer } from '../smtp-server.given.js';
import { lookedUp, NotARecordLine, writtenDown } from './dns-records.js';
import { examineMail, type MailWay } from './examine-mail.js';
import type { Finding } from './finding.js';

const servers: GivenServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
});

const keyOfBits = (modulusLength: number) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    published: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
};
const key = keyOfBits(2_048);
const weak = keyOfBits(1_024);

const wholeZone = [
  '; what dig printed',
  'council.example. 300 IN TXT "v=spf1 ip4:192.0.2.1 -all"',
  'council.example. 300 IN TXT "some-verification=1"',
  'council.example. 300 IN MX 20 backup.council.example.',
  'council.example. 300 IN MX 10 mail.council.example.',
  '_dmarc.council.example. 300 IN TXT "v=DMARC1; p=reject"',
  `duly._domainkey.council.example. 300 IN TXT "v=DKIM1; k=rsa; " "p=${key.published.slice(0, 200)}" "${key.published.slice(200)}"`,
].join('\n');

async function way(changes: Partial<MailWay> = {}, server?: GivenServer): Promise<MailWay> {
  const own = server ?? (await givenServer());
  servers.push(own);
  return {
    smtp: {
      host: '127.0.0.1',
      port: own.port,
      security: 'none',
      connectTimeout: 1,
      socketTimeout: 1,
      connections: 1,
    },
    mailFrom: 'rights@council.example',
    signature: { domain: 'council.example', selector: 'duly', privateKey: key.pem },
    ...changes,
  };
}

async function found(
  changes: Partial<MailWay>,
  zone = wholeZone,
  server?: GivenServer,
): Promise<readonly Finding[]> {
  return examineMail(await way(changes, server), writtenDown(zone));
}
const of = (place: Finding['place'], findings: readonly Finding[]) =>
  findings.filter(one => one.place === place).map(({ verdict, says }) => `${verdict}: ${says}`);

describe('the way a letter takes', () => {
  it('is well where server, signature and records are, and says what it found', async () => {
    const findings = await found({});
    expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(of('DKIM', findings)).toEqual([
      'good: The key has 2048 bits.',
      'good: The key published at duly._domainkey.council.example is the one that signs.',
      'good: The signature of council.example speaks for letters from council.example.',
    ]);
    expect(of('MX', findings)).toEqual([
      'good: mail.council.example takes mail for council.example (answers to letters).',
    ]);
    expect(of('DMARC', findings)[0]).toContain('p=reject');
  });

  it('tells the remedy of each thing that is not well, and never a key or a password', async () => {
    const password = 'not-to-be-printed';
    const findings = await found(
      { signature: { domain: 'elsewhere.example', selector: 'duly', privateKey: weak.pem } },
      '',
    );
    const wrong = findings.filter(({ verdict }) => verdict !== 'good');
    expect(wrong.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['DKIM', 'SPF', 'DMARC', 'MX', 'reports']),
    );
    expect(wrong.every(({ remedy }) => (remedy ?? '').length > 10)).toBe(true);
    expect(JSON.stringify(findings)).not.toContain('PRIVATE KEY-----');
    expect(JSON.stringify(findings)).not.toContain(password);
  });

  it.each([
    ['none', '', 'wrong: council.example does not say which servers'],
    [
      'two',
      'council.example TXT "v=spf1 -all"\ncouncil.example TXT "v=spf1 mx -all"',
      'wrong: council.example has 2 SPF',
    ],
    ['everybody', 'council.example TXT "v=spf1 mx +all"', 'wrong: council.example lets anybody'],
    ['no end', 'council.example TXT "v=spf1 mx"', 'advice: The record of council.example says nothing'],
    [
      'too many',
      `council.example TXT "v=spf1 ${'include:a.example '.repeat(11)}-all"`,
      'wrong: The record of council.example makes',
    ],
    ['another kind', 'council.example TXT "v=spf10 -all"', 'wrong: council.example does not say'],
  ])('has an SPF record to mend: %s', async (_, zone, says) => {
    expect(of('SPF', await found({}, zone))[0]).toContain(says);
  });

  it.each([
    ['none', '', 'wrong: council.example has no policy'],
    [
      'one that asks for nothing',
      '_dmarc.council.example TXT "v=DMARC1; p=none; rua=mailto:a@b.example"',
      'advice: council.example asks',
    ],
  ])('has a DMARC policy to mend: %s', async (_, zone, says) => {
    expect(of('DMARC', await found({}, zone))[0]).toContain(says);
  });

  it('takes the DMARC policy of the domain above', async () => {
    const findings = await found({ mailFrom: 'rights@data.council.example' });
    expect(of('DMARC', findings)[0]).toContain('good: council.example tells');
  });

  it.each([
    ['no private key', 'nonsense', wholeZone, 'is no private key'],
    ['a short one', weak.pem, wholeZone, 'has 1024 bits'],
    ['one that is not the published one', keyOfBits(2_048).pem, wholeZone, 'is another one'],
    ['one that is not published', key.pem, '', 'No key is published'],
    ['one that was revoked', key.pem, 'duly._domainkey.council.example TXT "v=DKIM1; p="', 'is revoked'],
  ])('has a signing key to mend: %s', async (_, privateKey, zone, says) => {
    const findings = await found(
      { signature: { domain: 'council.example', selector: 'duly', privateKey } },
      zone,
    );
    expect(of('DKIM', findings).join()).toContain(says);
  });

  it('has a signature that speaks for another domain', async () => {
    const findings = await found({ mailFrom: 'rights@other.example' });
    expect(of('DKIM', findings).at(-1)).toContain('wrong: The signature of council.example does not speak');
  });

  it('has no server for answers, or one that refuses all mail (RFC 7505)', async () => {
    expect(of('MX', await found({}, ''))[0]).toContain('wrong: No server takes mail');
    expect(of('MX', await found({}, 'council.example MX 0 .'))[0]).toContain('wrong: No server takes mail');
  });

  it('asks for the records of the domain that reports come back to, where that is another', async () => {
    const findings = await found({ bounceAddress: 'bounces@mail.council.example' });
    expect(of('SPF', findings)[0]).toContain('mail.council.example does not say');
    expect(of('MX', findings)[1]).toContain(
      'No server takes mail for mail.council.example: reports on letters',
    );
  });

  it('cannot tell what nobody could be asked', async () => {
    const nobody = { txt: () => Promise.resolve(undefined), mx: () => Promise.resolve(undefined) };
    const findings = await examineMail(await way(), nobody);
    expect(findings.filter(({ verdict }) => verdict === 'cannot-tell').map(({ place }) => place)).toEqual([
      'DKIM',
      'SPF',
      'DMARC',
      'MX',
    ]);
    expect(Object.keys(lookedUp())).toEqual(['txt', 'mx']);
  });
});

describe('the mail server', () => {
  const smtpOf = (findings: readonly Finding[]) => of('SMTP', findings);

  it('that nobody runs is told apart from one that does not want us', async () => {
    const { smtp } = await way();
    const away = await found({ smtp: { ...smtp, port: await closedPort() } });
    expect(smtpOf(away)[0]).toMatch(/wrong: No connection to 127.0.0.1/);
    const unwilling = await givenServer({
      handlers: () => ({ onConnect: (_session, done) => done(reply(554, 'go away')) }),
    });
    expect(smtpOf(await found({}, wholeZone, unwilling))[0]).toMatch(
      /wrong: .* does not want to talk to us \(554\)/,
    );
  });

  it('that does not know the user says so, without the password', async () => {
    const server = await givenServer({
      handlers: () => ({ onAuth: (_auth, _session, done) => done(reply(535, 'no such user')) }),
    });
    const { smtp } = await way({}, server);
    const findings = await found({ smtp: { ...smtp, user: 'duly', password: 'not-to-be-printed' } });
    expect(smtpOf(findings)[0]).toContain('does not accept the sign-in');
    expect(JSON.stringify(findings)).not.toContain('not-to-be-printed');
  });

  it('that cannot lock the connection is wrong where the settings want it locked', async () => {
    const { smtp } = await way();
    expect(smtpOf(await found({ smtp: { ...smtp, security: 'starttls' } }))[0]).toContain('wrong:');
  });

  it('that takes small letters only is wrong', async () => {
    const small = await givenServer({ handlers: () => ({ size: 100_000 }) });
    expect(smtpOf(await found({}, wholeZone, small)).join()).toContain(
      'wrong: It takes letters of 100000 bytes',
    );
  });
});

describe('records that are written down', () => {
  it('are refused with the line that is none', () => {
    expect(() => writtenDown('council.example TXT "a"\n\nnonsense')).toThrow(NotARecordLine);
    expect(() => writtenDown('\n\nnonsense here')).toThrow(/Line 3/);
  });
});
