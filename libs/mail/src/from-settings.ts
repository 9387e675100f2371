import type { MailSettings } from '@duly/settings';
import type { MailWay } from './doctor/examine-mail.js';
import type { Signature } from './message.js';
import type { MailboxSettings } from './report-mailbox.js';
import type { SmtpSettings } from './smtp-settings.js';

/** Only some of the settings that go together are set. */
export class HalfSet extends Error {
  override readonly name = 'HalfSet';

  constructor(purpose: string, names: readonly string[]) {
    super(
      `${purpose} with ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} together. Set all of them, or none.`,
    );
  }
}

/** All three settings, or none: half a signature is a mistake that should be told before the first letter. @throws HalfSet */
export function signatureFrom({
  dkimDomain,
  dkimSelector,
  dkimPrivateKey,
}: MailSettings): Signature | undefined {
  if (!dkimDomain && !dkimSelector && !dkimPrivateKey) return undefined;
  if (!dkimDomain || !dkimSelector || !dkimPrivateKey)
    throw new HalfSet('Letters are signed', ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY']);
  return { domain: dkimDomain, selector: dkimSelector, privateKey: dkimPrivateKey };
}

export const smtpFrom = (settings: MailSettings): SmtpSettings => ({
  host: settings.smtpHost,
  port: settings.smtpPort,
  security: settings.smtpSecurity,
  user: settings.smtpUser,
  password: settings.smtpPassword,
  connectTimeout: settings.smtpConnectTimeout,
  socketTimeout: settings.smtpSocketTimeout,
  connections: settings.smtpConnections,
});

/** The mailbox of reports; none where no server is named. All of it, or none: half a mailbox should be told at the start. @throws HalfSet */
export function mailboxFrom(settings: MailSettings): MailboxSettings | undefined {
  const { bounceImapHost: host, bounceImapUser: user, bounceImapPassword: password } = settings;
  if (!host && !user && !password) return undefined;
  if (!host || !user || !password)
    throw new HalfSet('Reports are read', ['BOUNCE_IMAP_HOST', 'BOUNCE_IMAP_USER', 'BOUNCE_IMAP_PASSWORD']);
  return {
    host,
    port: settings.bounceImapPort,
    security: settings.bounceImapSecurity,
    user,
    password,
    folder: settings.bounceImapFolder,
    doneFolder: settings.bounceImapDoneFolder,
    patience: settings.smtpSocketTimeout,
  };
}

/** The whole way of a letter. @throws HalfSet */
export const mailWayFrom = (settings: MailSettings): MailWay => ({
  smtp: smtpFrom(settings),
  mailFrom: settings.mailFrom,
  signature: signatureFrom(settings),
  bounceAddress: settings.bounceAddress,
  mailbox: mailboxFrom(settings),
});
