import { randomUUID } from 'node:crypto';
import { heartbeat } from '@temporalio/activity';
import { readReceipt } from '@duly/audit';
import type { TransferActivities } from '@duly/case-protocol';
import type { Courier } from '@duly/courier';
import { manifestKind } from '@duly/disclosure';
import type { Delivery, Package, Receiver } from '@duly/register';
import { isErased } from '@duly/vault';
import type { PackageRoom } from '../packages/package-room.js';
import { NeverTaken, NotTakenYet, ReceiverDoor, type TransferThere } from './receiver-door.js';

/** What sending packages to other controllers needs. */
export interface TransferRoom extends Pick<PackageRoom, 'register' | 'vault' | 'store'> {
  readonly courier: Courier;
}

/** One piece: what the contract allows is 8 MiB. */
const pieceBytes = 4 * 2 ** 20;
/** While the last piece is judged, how often it is said that we live, in milliseconds. */
const beat = 5_000;

/** Everything that one transfer is about. */
interface OnItsWay {
  readonly delivery: Delivery;
  readonly made: Package;
  readonly receiver: Receiver;
  readonly sha256: string;
  readonly bytes: number;
}

/** The bytes from an offset on, in pieces; all but the last are of one length. */
async function* piecesFrom(content: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let skip = offset;
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    heartbeat();
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    held.push(rest);
    size += rest.length;
    while (size >= pieceBytes) {
      const whole = Buffer.concat(held);
      yield whole.subarray(0, pieceBytes);
      held = [whole.subarray(pieceBytes)];
      size -= pieceBytes;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Says all the while that it lives. */
async function beating<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  const timer = setInterval(() => heartbeat(), beat);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

class Sending {
  constructor(
    private readonly room: TransferRoom,
    private readonly way: OnItsWay,
    private readonly door: ReceiverDoor,
  ) {}

  /** @throws NeverTaken @throws NotTakenYet */
  async run(): Promise<void> {
    let there = await this.announced();
    while (there.state === 'receiving') there = await this.sendFrom(there.offset);
    if (there.state === 'refused') throw new NeverTaken('refused-there');
    await this.keepReceipt(there.receipt);
  }

  private async announced(): Promise<TransferThere> {
    const { delivery, made, sha256, bytes } = this.way;
    const people = await this.room.vault.people(delivery.requestId);
    const person = isErased(people) ? undefined : people.subject;
    if (!person) throw new NeverTaken('package-gone');
    const { name, email = null, postalAddress = null } = person;
    const announcement = { kind: manifestKind, reference: made.reference, bytes, sha256 };
    return beating(this.door.announce({ ...announcement, person: { name, email, postalAddress } }));
  }

  /** Until it is whole there, or the receiver wants another piece than the next. */
  private async sendFrom(offset: number): Promise<TransferThere> {
    const { made, bytes, delivery } = this.way;
    if (offset >= bytes) return this.announced();
    let there: TransferThere | undefined;
    let next = offset;
    for await (const piece of piecesFrom(await this.opened(made), offset)) {
      await this.mustBeAllowed();
      const said = await beating(this.door.piece(next, piece));
      if (said === 'elsewhere') return this.door.read();
      there = said;
      next += piece.length;
      await this.room.register.transferring.transfers.sent(delivery.deliveryId, there.offset);
      if (there.state !== 'receiving' || there.offset !== next) return there;
    }
    return there ?? this.door.read();
  }

  /** An administrator may take a receiver off the list in the middle. */
  private async mustBeAllowed(): Promise<void> {
    const { receivers } = this.room.register.transferring;
    if (!(await receivers.byId(this.way.receiver.receiverId))) throw new NeverTaken('receiver-removed');
  }

  private async opened({ requestId, caseId, packageId }: Package): Promise<AsyncIterable<Uint8Array>> {
    const place = { requestId, caseId, copyId: packageId, partId: packageId };
    const content = await this.room.vault.openCopy(
      place,
      this.room.store.get([requestId, caseId, packageId]),
    );
    if (isErased(content)) throw new NeverTaken('package-gone');
    return content;
  }

  /** The receiver states by its own key what it holds: another hash, length or transfer, and it has not taken this package. */
  private async keepReceipt(written: string | null): Promise<void> {
    const { delivery, receiver, sha256, bytes } = this.way;
    const receipt = written === null ? undefined : readReceipt(written, receiver.receiptKey);
    const isRight =
      receipt?.transfer === delivery.deliveryId && receipt.sha256 === sha256 && receipt.bytes === bytes;
    if (!isRight || written === null) throw new NeverTaken('receipt-wrong');
    const { requestId, caseId } = delivery;
    const wordsId = randomUUID();
    if (isErased(await this.room.vault.storeWords({ wordsId, requestId, caseId, text: written })))
      throw new NeverTaken('package-gone');
    await this.room.register.transferring.transfers.received(delivery.deliveryId, wordsId);
  }
}

/** @throws NeverTaken where it cannot be sent any more */
async function onItsWay(deliveryId: string, receiverId: string, room: TransferRoom): Promise<OnItsWay> {
  const { disclosing, transferring } = room.register;
  const delivery = await disclosing.deliveries.byId(deliveryId);
  const made = delivery && (await disclosing.packages.byId(delivery.packageId));
  const receiver = await transferring.receivers.byId(receiverId);
  if (!receiver) throw new NeverTaken('receiver-removed');
  // Whose it is stands in the delivery and in the package: any difference, and nothing goes.
  if (!delivery || made?.state !== 'ready' || made.caseId !== delivery.caseId || made.bytes === null)
    throw new NeverTaken('package-gone');
  const sha256 = made.hashWords === null ? undefined : await room.vault.words(made.hashWords);
  if (typeof sha256 !== 'string') throw new NeverTaken('package-gone');
  return { delivery, made, receiver, sha256, bytes: made.bytes };
}

/** The receiver's end of a transfer. @throws NeverTaken where it is off the list */
export async function doorOf(
  deliveryId: string,
  receiver: Receiver,
  room: TransferRoom,
): Promise<ReceiverDoor> {
  const sealed = await room.register.transferring.receivers.tokenOf(receiver.receiverId);
  if (!sealed) throw new NeverTaken('receiver-removed');
  const token = await room.vault.openOwn('receiver token', receiver.receiverId, sealed);
  return new ReceiverDoor(room.courier, `${receiver.url}/${deliveryId}`, token);
}

/** Sends packages straight to other controllers (UK GDPR Art 20(2)). */
export function transferActivities(room: TransferRoom) {
  const { transfers } = room.register.transferring;
  return {
    sendPackage: async ({ deliveryId }) => {
      const transfer = await transfers.byId(deliveryId);
      if (transfer?.state !== 'sending') return 'settled';
      try {
        const way = await onItsWay(deliveryId, transfer.receiverId, room);
        await new Sending(room, way, await doorOf(deliveryId, way.receiver, room)).run();
      } catch (error) {
        if (!(error instanceof NeverTaken)) {
          await transfers.waitsFor(deliveryId, error instanceof NotTakenYet ? error.waitsFor : 'tried-again');
          throw error;
        }
        await transfers.failed(deliveryId, error.because);
      }
      return 'settled';
    },
  } satisfies TransferActivities;
}
