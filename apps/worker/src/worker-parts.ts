import { heartbeat } from '@temporalio/activity';
import {
  LetterMaker,
  LetterWriter,
  Press,
  PrintRoom,
  senderFrom,
  type MakerOptions,
  type Printer,
} from '@duly/letters';
import { mailboxFrom, ReportMailbox, signatureFrom, smtpFrom, SmtpPost } from '@duly/mail';
import { Courier } from '@duly/courier';
import { DocumentRoom, storeFrom } from '@duly/documents';
import { Database } from '@duly/postgres';
import { Register } from '@duly/register';
import type { WorkerSettings } from '@duly/settings';
import { openTemporal } from '@duly/temporal';
import { keysRole, Vault } from '@duly/vault';
import type { CollectionRoom } from './collecting/collection-room.js';
import type { PostRoom } from './activities/send-letter.js';
import type { DigestTerms } from './digest-post.js';
import { LinkMaker } from './packages/link-maker.js';
import type { PackageRoom } from './packages/package-room.js';
import type { WorkerMetrics } from './metrics/worker-metrics.js';
import type { TransferRoom } from './transfers/transfer-activities.js';

/** What the worker runs on, opened once at its start and closed once at its end. */
export interface WorkerParts {
  readonly register: Register;
  readonly keys: Database;
  /** Of requests, as its owner: see `holdCase`. */
  readonly owner: Database;
  readonly room: PostRoom;
  readonly packages: PackageRoom;
  readonly transfers: TransferRoom;
  readonly post: SmtpPost;
  /** To tell cases what they were not asked for. */
  readonly client: ReturnType<typeof openTemporal>;
  readonly documents: DocumentRoom;
  readonly collections: CollectionRoom;
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

/** None where no server is named. @throws HalfSet */
export function reportMailboxFrom(settings: WorkerSettings): ReportMailbox | undefined {
  const mailbox = mailboxFrom(settings);
  return mailbox && new ReportMailbox(mailbox);
}

/** One record, and the records of one entity, may be so large: a source's own limits are narrower. */
const limits = { recordBytes: 16 * 2 ** 20, records: 100_000_000 };

export const packageRoomFrom = (
  settings: WorkerSettings,
  { register, vault, store }: DocumentRoom,
  printer: Printer,
): PackageRoom => ({
  register,
  vault,
  store,
  organisation: senderFrom(settings).organisation,
  printer,
  vocabulary: `${settings.publicUrl}/vocabulary/1`,
  limits,
  alive: () => heartbeat(),
  keptFor: settings.packageKeptFor,
});

/** Whoever calls addresses that somebody else chose. */
export const courierFrom = ({ hooksLoopback, hooksTimeout }: WorkerSettings): Courier =>
  new Courier({ loopback: hooksLoopback ?? [], totalTimeout: hooksTimeout * 1_000 });

/** A piece of a package may take its time; that its connection comes about may not. */
const transferCourierFrom = ({ hooksLoopback }: WorkerSettings): Courier =>
  new Courier({ loopback: hooksLoopback ?? [], totalTimeout: 120_000, mostBytes: 65_536 });

const countedBy = (metrics: WorkerMetrics): Pick<PostRoom, 'settled' | 'digestSettled'> => ({
  settled: (kind, outcome) => metrics.letterSettled(kind, outcome),
  digestSettled: outcome => metrics.digestSettled(outcome),
});

/** @throws when PostgreSQL does not answer */
export async function openParts(settings: WorkerSettings, metrics: WorkerMetrics): Promise<WorkerParts> {
  const pool = { poolSize: settings.databasePoolSize, application: 'duly worker' };
  const register = await Register.open({ ...pool, url: settings.databaseUrl });
  const keys = await Database.open({ ...pool, url: settings.keysDatabaseUrl, role: keysRole });
  const owner = await Database.open({ url: settings.databaseUrl, poolSize: 2, application: 'duly keeping' });
  const vault = new Vault({ data: register.database, keys, masterKeys: settings.vaultMasterKeys });
  const options = makerOptionsFrom(settings);
  const maker = new LetterMaker(new LetterWriter(register, vault, senderFrom(settings)), vault, options);
  const press = new Press(new URL('./press-thread.js', import.meta.url));
  const post = new SmtpPost(smtpFrom(settings));
  const documents = new DocumentRoom(register, vault, storeFrom(settings), settings);
  const client = openTemporal(settings);
  return {
    register,
    keys,
    owner,
    post,
    room: {
      ...{ register, vault, maker, post },
      paper: new PrintRoom(register, vault, press),
      links: new LinkMaker(register, settings.publicUrl),
      from: settings.mailFrom,
      returnTo: settings.bounceAddress,
      ...countedBy(metrics),
    },
    client,
    packages: packageRoomFrom(settings, documents, press),
    transfers: { register, vault, store: documents.store, courier: transferCourierFrom(settings) },
    documents,
    collections: {
      register,
      vault,
      client,
      documents,
      courier: courierFrom(settings),
      publicUrl: settings.publicUrl,
      letters: { post, organisation: { name: settings.organisationName }, ...options },
    },
  };
}

export async function closeParts({ register, keys, owner, client, post }: WorkerParts): Promise<void> {
  post.close();
  await client.connection.close();
  await register.close();
  await keys.close();
  await owner.close();
}
