import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { connectionOptions } from '../connection-options.js';
import type { SmtpSettings } from '../smtp-settings.js';
import { advice, good, wrong, type Finding } from './finding.js';

/** A letter with its PDF is well below it. */
const enoughBytes = 5 * 2 ** 20;

const isThisMachine = (host: string): boolean => /^(localhost|127\.|::1$|\[::1\])/.test(host);

function judgeFailure(error: NodemailerError, { host, port, security }: SmtpSettings): Finding {
  const where = `${host}:${port}`;
  switch (error.code) {
    case 'EAUTH':
      return wrong(
        'SMTP',
        `${where} does not accept the sign-in.`,
        'Check SMTP_USER and SMTP_PASSWORD, and that the server wants a sign-in.',
      );
    case 'EDNS':
      return wrong('SMTP', `There is no host ${host}.`, 'Check SMTP_HOST.');
    case 'ETLS':
      return wrong(
        'SMTP',
        `The connection to ${where} could not be locked by ${security.toUpperCase()}.`,
        'Check SMTP_SECURITY and the port (587 starttls, 465 tls), and that the certificate is valid for this host and not over.',
      );
    case 'ETIMEDOUT':
      return wrong(
        'SMTP',
        `${where} does not answer in time.`,
        'Check the port, the firewall, and SMTP_CONNECT_TIMEOUT.',
      );
    case 'ESOCKET':
    case 'ECONNECTION':
      return wrong(
        'SMTP',
        `No connection to ${where}.`,
        'Check SMTP_HOST, SMTP_PORT and SMTP_SECURITY, that the server runs, and that its certificate is valid for this host.',
      );
    case undefined:
    default:
      return wrong(
        'SMTP',
        `${where} does not want to talk to us${error.responseCode === undefined ? '' : ` (${error.responseCode})`}.`,
        'Read the log of the mail server, and ask whoever runs it whether this machine may send.',
      );
  }
}

function judgeOffers(offers: string, { host, port, security, user }: SmtpSettings): readonly Finding[] {
  const size = Number(/^250[ -]SIZE (\d+)/im.exec(offers)?.[1] ?? 0);
  const offersUtf8 = /^250[ -]SMTPUTF8\b/im.test(offers);
  return [
    good('SMTP', `${host}:${port} talks to us${user === undefined ? '' : ', and accepts the sign-in'}.`),
    security === 'none' && !isThisMachine(host)
      ? wrong(
          'SMTP',
          `Letters go to ${host} for everybody on the way to read.`,
          'Set SMTP_SECURITY to starttls or tls.',
        )
      : good(
          'SMTP',
          security === 'none' ? 'It is on this machine.' : `The connection is locked (${security}).`,
        ),
    size !== 0 && size < enoughBytes
      ? wrong('SMTP', `It takes letters of ${size} bytes at most.`, `Ask for ${enoughBytes} at least.`)
      : good(
          'SMTP',
          size === 0 ? 'It sets no limit to a letter.' : `It takes letters of up to ${size} bytes.`,
        ),
    offersUtf8
      ? good('SMTP', 'It takes addresses in any script (SMTPUTF8).')
      : advice(
          'SMTP',
          'It takes no address in another script (SMTPUTF8): such letters are to be posted.',
          'Ask for SMTPUTF8.',
        ),
  ];
}

/** Connects, locks, greets and signs in, as a letter would, and sends none. */
export function checkSmtp(settings: SmtpSettings): Promise<readonly Finding[]> {
  return new Promise(resolve => {
    const connection = new SMTPConnection(connectionOptions(settings));
    const end = (findings: readonly Finding[]): void => {
      clearTimeout(overdue);
      connection.close();
      resolve(findings);
    };
    const fail = (error: NodemailerError): void => end([judgeFailure(error, settings)]);
    const overdue = setTimeout(
      () => fail(Object.assign(new Error('overdue'), { code: 'ETIMEDOUT' as const })),
      (settings.connectTimeout * 2 + settings.socketTimeout) * 1_000,
    );
    connection.on('error', fail);
    connection.connect(connectError => {
      if (connectError) return fail(connectError);
      const { lastServerResponse } = connection;
      const offers = typeof lastServerResponse === 'string' ? lastServerResponse : '';
      const { user, password } = settings;
      if (user === undefined) return end(judgeOffers(offers, settings));
      connection.login({ credentials: { user, pass: password ?? '' } }, signInError =>
        signInError ? fail(signInError) : end(judgeOffers(offers, settings)),
      );
    });
  });
}
