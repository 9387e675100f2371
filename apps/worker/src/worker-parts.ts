import { LetterMaker, LetterWriter, Press, PrintRoom, senderFrom, type MakerOptions } from '@duly/letters';
import { ReportMailbox, SmtpPost, type Signature } from '@duly/mail';
import { Database } from '@duly/postgres';
import { Register } from '@duly/register';
import type { WorkerSettings } from '@duly/settings';
import { openTemporal } from '@duly/temporal';
import { keysRole, Vault } from '@duly/vault';
import type { PostRoom } from './activities/send-letter.js';
import type { DigestTerms } from './digest-post.js';
import type { WorkerMetrics } from './metrics/worker-metrics.js';

/** What the worker runs on, opened once at its start and closed once at its end. */
export interface WorkerParts {
  readonly register: Register;
  readonly keys: Database;
  readonly room: PostRoom;
  /** To tell cases what they were not asked for. */
  readonly client: ReturnType<typeof openTemporal>;
}

/** All three settings, or none: half a signature is a mistake that should be told before the first letter. */
function signatureFrom({ dkimDomain, dkimSelector, dkimPrivateKey }: WorkerSettings): Signature | undefined {
  if (!dkimDomain && !dkimSelector && !dkimPrivateKey) return undefined;
  if (!dkimDomain || !dkimSelector || !dkimPrivateKey)
    throw new Error(
      'Letters are signed with DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY together. Set all three, or none.',
    );
  return { domain: dkimDomain, selector: dkimSelector, privateKey: dkimPrivateKey };
}

export function makerOptionsFrom(settings: WorkerSettings): MakerOptions {
  const { organisationName: name, organisationEmail: email } = settings;
  const signature = signatureFrom(settings);
  return {
    from: { name, address: settings.mailFrom },
    replyTo: { name, address: email },
    ...(signature && { signature }),
  };
}

export const digestTermsFrom = (settings: WorkerSettings): DigestTerms => ({
  at: settings.digestAt,
  organisation: { name: settings.organisationName },
  ...makerOptionsFrom(settings),
});

const smtpFrom = (settings: WorkerSettings): SmtpPost =>
  new SmtpPost({
    host: settings.smtpHost,
    port: settings.smtpPort,
    security: settings.smtpSecurity,
    user: settings.smtpUser,
    password: settings.smtpPassword,
    connectTimeout: settings.smtpConnectTimeout,
    socketTimeout: settings.smtpSocketTimeout,
    connections: settings.smtpConnections,
  });

/** The mailbox of reports; none where no server is named. All of it, or none: half a mailbox should be told at the start. */
export function mailboxFrom(settings: WorkerSettings): ReportMailbox | undefined {
  const { bounceImapHost: host, bounceImapUser: user, bounceImapPassword: password } = settings;
  if (!host && !user && !password) return undefined;
  if (!host || !user || !password)
    throw new Error(
      'Reports are read with BOUNCE_IMAP_HOST, BOUNCE_IMAP_USER and BOUNCE_IMAP_PASSWORD together. Set all three, or none.',
    );
  return new ReportMailbox({
    host,
    port: settings.bounceImapPort,
    security: settings.bounceImapSecurity,
    user,
    password,
    folder: settings.bounceImapFolder,
    doneFolder: settings.bounceImapDoneFolder,
    patience: settings.smtpSocketTimeout,
  });
}

/** @throws when PostgreSQL does not answer */
export async function openParts(settings: WorkerSettings, metrics: WorkerMetrics): Promise<WorkerParts> {
  const options = makerOptionsFrom(settings);
  const pool = { poolSize: settings.databasePoolSize, application: 'duly worker' };
  const register = await Register.open({ ...pool, url: settings.databaseUrl });
  const keys = await Database.open({ ...pool, url: settings.keysDatabaseUrl, role: keysRole });
  const vault = new Vault({ data: register.database, keys, masterKeys: settings.vaultMasterKeys });
  const writer = new LetterWriter(register, vault, senderFrom(settings));
  const maker = new LetterMaker(writer, vault, options);
  const press = new Press(new URL('./press-thread.js', import.meta.url));
  return {
    register,
    keys,
    room: {
      register,
      vault,
      maker,
      paper: new PrintRoom(register, vault, press),
      post: smtpFrom(settings),
      from: settings.mailFrom,
      returnTo: settings.bounceAddress,
      settled: (kind, outcome) => metrics.letterSettled(kind, outcome),
    },
    client: openTemporal(settings),
  };
}

export async function closeParts({ register, keys, client }: WorkerParts): Promise<void> {
  await client.connection.close();
  await register.close();
  await keys.close();
}
