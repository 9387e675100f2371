import { appendFile } from 'node:fs/promises';
import type { Courier } from '@duly/courier';
import { buildMessage, sha256, type Post } from '@duly/mail';
import type { KeptHead } from '@duly/register';
import type { WorkerSettings } from '@duly/settings';

/** Somewhere out of reach of whoever could change the database. */
export interface HeadPlace {
  readonly name: 'file' | 'email' | 'webhook';
  /** @throws Error where it could not be put there; it is tried again */
  put(head: KeptHead): Promise<void>;
}

/** Heads one after another, each with an empty line after it. */
const intoFile = (file: string): HeadPlace => ({
  name: 'file',
  put: ({ note }) => appendFile(file, `${note}\n`),
});

const explained = `This is a signed head of the audit log of Duly. Keep it: with it you can show later that nothing recorded
before it was changed or removed. To check it against the log, run: duly audit check --key KEY --head FILE, with this text in FILE.

`;

function byEmail(address: string, from: string, post: Post): HeadPlace {
  return {
    name: 'email',
    put: async ({ note, size, signedAt }) => {
      const { bytes } = await buildMessage({
        from: { name: 'Duly', address: from },
        to: { name: 'Auditor', address },
        subject: `Audit log: ${size} entries on ${signedAt.slice(0, 10)}`,
        text: explained + note,
        at: signedAt,
        messageHash: sha256(Buffer.from(note)),
      });
      const { result } = await post.send({ from, to: address }, bytes);
      if (result !== 'accepted') throw new Error(`The SMTP server has not taken it: ${result}.`);
    },
  };
}

/** The note as it is: it is signed, so nothing more has to be. Any answer of 2xx means that it is kept. */
function byWebhook(url: string, courier: Courier): HeadPlace {
  return {
    name: 'webhook',
    put: async ({ note }) => {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      const outcome = await courier.call({ url, headers, body: note });
      const isTaken = outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
      if (isTaken) return;
      const why = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.because;
      throw new Error(`The auditor's endpoint has not taken the tree head: ${why}.`);
    },
  };
}

/** Where the settings want signed heads to be published. */
export function headPlacesFrom(settings: WorkerSettings, post: Post, courier: Courier): readonly HeadPlace[] {
  const { treeHeadFile, treeHeadEmail, treeHeadWebhook, mailFrom } = settings;
  return [
    ...(treeHeadFile ? [intoFile(treeHeadFile)] : []),
    ...(treeHeadEmail ? [byEmail(treeHeadEmail, mailFrom, post)] : []),
    ...(treeHeadWebhook ? [byWebhook(treeHeadWebhook, courier)] : []),
  ];
}
