import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What we use of it; it comes without types. */
interface ImapServer {
  readonly server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  getMailbox(path: string): {
    readonly messages: readonly { readonly flags: readonly string[]; readonly raw: string }[];
  };
  appendMessage(path: string, flags: readonly string[], internalDate: Date | undefined, raw: string): void;
}
const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => ImapServer;

/** A mailbox on a real IMAP server, in memory. */
export interface TestMailbox {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder beside INBOX. */
  readonly doneFolder: string;
  /** A message arrives. */
  arrives(message: string): void;
  /** The messages of a folder, and whether each has been read. */
  messages(folder: string): readonly { readonly isRead: boolean; readonly text: string }[];
  stop(): Promise<void>;
}

const [user, password, doneFolder] = ['reports', 'a secret of the specs', 'Done'];

export async function testMailbox(): Promise<TestMailbox> {
  const sockets = new Set<Socket>();
  const imap = hoodiecrow({
    plugins: ['UIDPLUS'],
    users: { [user]: { password } },
    storage: { INBOX: { messages: [] }, '': { separator: '/', folders: { [doneFolder]: {} } } },
  });
  imap.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>(resolve => imap.listen(0, '127.0.0.1', resolve));
  const { port } = imap.server.address() as AddressInfo;
  return {
    port,
    user,
    password,
    doneFolder,
    arrives: message => imap.appendMessage('INBOX', [], undefined, message),
    messages: folder =>
      imap
        .getMailbox(folder)
        .messages.map(({ flags, raw }) => ({ isRead: flags.includes('\\Seen'), text: raw })),
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(resolve => imap.close(resolve));
    },
  };
}
