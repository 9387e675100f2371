import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, signReceipt } from '@duly/audit';
import { mostPieceBytes, type TransferBody, type TransferView } from '@duly/api-contract';
import { DocumentRoom, placeOfIncoming as placeOf, storeKeyOf } from '@duly/documents';
import { Register, type Incoming, type Sender } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import { AuditSigner } from '../audit/audit-signer.js';
import { erased } from '../commands/command-errors.js';
import type { Upload } from '../documents/upload.js';
import { storeWords } from '../commands/store-words.js';
import {
  hashDiffers,
  noSuchTransfer,
  offsetDiffers,
  pieceTooLarge,
  sentTwice,
  transferDiffers,
} from './transfer-errors.js';

async function* atMost(content: AsyncIterable<Uint8Array>, most: number, seen: { bytes: number }) {
  for await (const chunk of content) {
    seen.bytes += chunk.length;
    if (seen.bytes > most) throw pieceTooLarge(most);
    yield chunk;
  }
}

/** Takes packages from other controllers, piece by piece; each piece lies sealed before it counts. */
@Injectable()
export class TakeTransfers {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly room: DocumentRoom,
    private readonly signer: AuditSigner,
  ) {}

  /** The same again changes nothing, and says how far it is. */
  async announce({ senderId }: Sender, transferId: string, body: TransferBody): Promise<TransferView> {
    const { incoming } = this.register.transferring;
    const known = await incoming.ofSender(senderId, transferId);
    if (known) return this.asBefore(known, body);
    const { recordsLimit } = this.room.limits;
    if (body.bytes > recordsLimit) throw pieceTooLarge(recordsLimit);
    const [incomingId, wordsId] = [randomUUID(), randomUUID()];
    await this.vault.createKeys(incomingId, []);
    await storeWords(this.vault, { requestId: incomingId }, [{ wordsId, text: canonicalJson(body) }]);
    const { name, email, postalAddress } = body.person;
    const subject = {
      name,
      ...(email !== null && { email }),
      ...(postalAddress !== null && { postalAddress }),
    };
    const people = await this.vault.sealPeople(incomingId, { subject });
    if (isErased(people)) throw erased;
    const begun = await incoming.begin({
      ...{ incomingId, transferId, senderId, bytes: body.bytes },
      theirReference: body.reference,
      announcement: wordsId,
      announcedHash: await this.vault.keyedHash('package hash', `${senderId}/${body.sha256}`),
    });
    if (begun) {
      await people(this.register.database);
      return this.read(senderId, transferId);
    }
    // Somebody was faster with the same transfer, or it was sent before; these keys open nothing.
    await this.vault.destroyKeys(incomingId);
    const faster = await incoming.ofSender(senderId, transferId);
    if (!faster) throw sentTwice;
    return this.asBefore(faster, body);
  }

  async read(senderId: string, transferId: string): Promise<TransferView> {
    return this.viewOf(await this.found(senderId, transferId));
  }

  async piece({ senderId }: Sender, transferId: string, offset: number, upload: Upload) {
    const known = await this.found(senderId, transferId);
    const { incomingId, state, receivedBytes, bytes } = known;
    if (state !== 'receiving' || offset !== receivedBytes) throw offsetDiffers(receivedBytes);
    const most = Math.min(mostPieceBytes, bytes - offset);
    if ((upload.length ?? 0) > most) throw pieceTooLarge(most);
    const partId = randomUUID();
    const seen = { bytes: 0 };
    const sealed = await this.vault.sealDocument(
      placeOf(incomingId, partId),
      atMost(upload.content, most, seen),
    );
    if (isErased(sealed)) throw erased;
    await this.room.store.put(storeKeyOf(placeOf(incomingId, partId)), sealed);
    const part = { fromByte: offset, bytes: seen.bytes, partId };
    const isKept = seen.bytes > 0 && (await this.register.transferring.incoming.addPart(incomingId, part));
    if (!isKept) {
      await this.room.store.remove(storeKeyOf(placeOf(incomingId, partId)));
      throw offsetDiffers((await this.found(senderId, transferId)).receivedBytes);
    }
    if (offset + seen.bytes === bytes) await this.receive(await this.found(senderId, transferId));
    return this.read(senderId, transferId);
  }

  /** All of it is here: its bytes are those that were announced, or it is nothing. */
  private async receive({ incomingId, transferId, bytes, announcement }: Incoming): Promise<void> {
    const { incoming } = this.register.transferring;
    const hash = createHash('sha256');
    for (const { partId } of await incoming.parts(incomingId)) {
      const place = placeOf(incomingId, partId);
      const content = await this.vault.openDocument(place, this.room.store.get(storeKeyOf(place)));
      if (isErased(content)) throw erased;
      for await (const chunk of content) hash.update(chunk);
    }
    const sha256 = hash.digest('hex');
    const announced = await this.announced(announcement);
    if (sha256 !== announced.sha256) {
      await incoming.refused(incomingId, 'hash-differs');
      throw hashDiffers;
    }
    const receivedAt = new Date().toISOString();
    const receipt = signReceipt({ transfer: transferId, sha256, bytes, receivedAt }, this.signer.keys);
    const wordsId = randomUUID();
    await storeWords(this.vault, { requestId: incomingId }, [{ wordsId, text: receipt }]);
    await incoming.received(incomingId, wordsId);
  }

  private async asBefore(known: Incoming, body: TransferBody): Promise<TransferView> {
    if (canonicalJson(await this.announced(known.announcement)) !== canonicalJson(body))
      throw transferDiffers;
    // A process that died between the last piece and the receipt left it whole, and without one.
    if (known.state === 'receiving' && known.receivedBytes === known.bytes) await this.receive(known);
    return this.read(known.senderId, known.transferId);
  }

  private async announced(announcement: string): Promise<TransferBody> {
    const text = await this.vault.words(announcement);
    if (typeof text !== 'string') throw erased;
    return JSON.parse(text) as TransferBody;
  }

  private async viewOf(known: Incoming): Promise<TransferView> {
    const { transferId: transfer, state, receivedBytes: offset, bytes, because, receiptWords } = known;
    const receipt = receiptWords === null ? undefined : await this.vault.words(receiptWords);
    return {
      ...{ transfer, offset, bytes, because },
      state: state === 'to-assess' ? 'received' : state,
      receipt: typeof receipt === 'string' ? receipt : null,
    };
  }

  private async found(senderId: string, transferId: string): Promise<Incoming> {
    const known = await this.register.transferring.incoming.ofSender(senderId, transferId);
    if (!known) throw noSuchTransfer;
    return known;
  }
}
