import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { MailboxSettings } from './report-mailbox.js';

/** Debian's package dovecot-imapd puts it here. */
export const dovecot = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(path => existsSync(path));

export interface Dovecot {
  readonly settings: MailboxSettings;
  /** As a mail server leaves it in the mailbox. */
  arrives(message: string): Promise<void>;
  /** The files of a folder; a message that was read has an S behind its name. */
  messages(folder: 'INBOX' | 'Done'): Promise<readonly string[]>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });

/** Root may have no mail in Dovecot, so it gives the mailbox to nobody. */
const owner = (): { readonly uid: number; readonly gid: number } => {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid, gid };
};

function configuration(folder: string, port: number): string {
  const { username, uid } = userInfo();
  const { uid: mailUid, gid: mailGid } = owner();
  const users = uid === 0 ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  return `${users}
    base_dir = ${folder}/run
    log_path = ${folder}/log
    protocols = imap
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    first_valid_uid = 1
    mail_location = maildir:${folder}/mail
    namespace inbox {
      inbox = yes
      mailbox Done {
        auto = create
      }
    }
    passdb {
      driver = static
      args = password=secret
    }
    userdb {
      driver = static
      args = uid=${mailUid} gid=${mailGid} home=${folder}/mail
    }
    service imap-login {
      ${uid === 0 ? '' : 'chroot ='}
      inet_listener imap {
        port = ${port}
      }
      inet_listener imaps {
        port = 0
      }
    }
  `;
}

/** Debian's own IMAP server with one mailbox, on a free port. @param program where it is */
export async function startDovecot(program: string): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'duly-dovecot-'));
  const { uid, gid } = owner();
  await chmod(folder, 0o755);
  for (const part of ['mail', 'mail/new', 'mail/cur', 'mail/tmp']) {
    await mkdir(join(folder, part));
    if (userInfo().uid === 0) await chown(join(folder, part), uid, gid);
  }
  const port = await freePort();
  await writeFile(join(folder, 'dovecot.conf'), configuration(folder, port));
  const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('Dovecot did not start.');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  let arrived = 0;
  const files = (part: string) => readdir(join(folder, 'mail', part)).catch(() => []);
  return {
    settings: {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: 'bounces',
      password: 'secret',
      folder: 'INBOX',
      doneFolder: 'Done',
      patience: 20,
    },
    arrives: async message => {
      arrived += 1;
      const file = join(folder, 'mail/new', `${1_800_000_000 + arrived}.M${arrived}.given`);
      await writeFile(file, message);
      if (userInfo().uid === 0) await chown(file, uid, gid);
    },
    messages: async part => {
      const place = part === 'INBOX' ? '' : '.Done/';
      return [...(await files(`${place}new`)), ...(await files(`${place}cur`))];
    },
    stop: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
