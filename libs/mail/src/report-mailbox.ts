import { ImapFlow } from 'imapflow';

export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'starttls' | 'tls';
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Where what was taken is moved to; it stays, marked as read, where there is none. */
  readonly doneFolder?: string | undefined;
  /** Seconds the server may stay silent. */
  readonly patience: number;
}

/** What became of one message: on record, or left as it is for people to read. */
export type Taken = 'taken' | 'left';

export interface Visit {
  readonly taken: number;
  readonly left: number;
}

/** Messages looked at in one visit, and bytes read of one: what a report says stands at its beginning. */
const mostAtOnce = 100;
const mostBytes = 1_048_576;

const connectionTo = ({ host, port, security, user, password, patience }: MailboxSettings): ImapFlow => {
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: password },
    // Its log repeats addresses.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience * 1_000,
    greetingTimeout: patience * 1_000,
    socketTimeout: patience * 1_000,
  });
  // Each call that fails rejects; the event alone would end the process.
  client.on('error', () => undefined);
  return client;
};

/** The mailbox to which reports on letters come back. */
export class ReportMailbox {
  /** Messages that were left to people: not looked at again while this process lives. */
  private readonly left = new Set<string>();

  constructor(private readonly settings: MailboxSettings) {}

  /**
   * Looks at each unread message once. A message counts as read only once what it says is on record: whoever dies before finds it again.
   * @throws where the mailbox cannot be read, or `take` fails; what was taken so far stays taken
   */
  async visit(take: (message: Uint8Array) => Promise<Taken>): Promise<Visit> {
    const client = connectionTo(this.settings);
    await client.connect();
    try {
      const lock = await client.getMailboxLock(this.settings.folder);
      try {
        return await this.look(client, take);
      } finally {
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  /** Signs in and opens the folders, for who wants to know whether that works. @throws the server's own error */
  async check(): Promise<void> {
    const client = connectionTo(this.settings);
    await client.connect();
    try {
      const { folder, doneFolder } = this.settings;
      for (const one of doneFolder === undefined ? [folder] : [doneFolder, folder])
        (await client.getMailboxLock(one)).release();
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  private async look(client: ImapFlow, take: (message: Uint8Array) => Promise<Taken>): Promise<Visit> {
    const { mailbox } = client;
    const validity = mailbox ? String(mailbox.uidValidity) : '';
    const unread = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
    const fresh = unread.filter(uid => !this.left.has(`${validity} ${uid}`)).slice(0, mostAtOnce);
    let taken = 0;
    for (const uid of fresh) {
      const message = await client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true });
      const outcome = message && message.source ? await take(message.source) : 'left';
      if (outcome === 'left') this.left.add(`${validity} ${uid}`);
      else {
        await this.putAway(client, uid);
        taken += 1;
      }
    }
    return { taken, left: fresh.length - taken };
  }

  private async putAway(client: ImapFlow, uid: number): Promise<void> {
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    const { doneFolder } = this.settings;
    if (doneFolder !== undefined) await client.messageMove(String(uid), doneFolder, { uid: true });
  }
}
