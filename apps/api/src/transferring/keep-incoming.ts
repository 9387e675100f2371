import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type {
  AcceptBody,
  IncomingItemBody,
  IncomingItemView,
  IncomingLine,
  IncomingList,
  IncomingView,
  RejectBody,
} from '@duly/api-contract';
import { openFile, usualLimits } from '@duly/disclosure';
import { DocumentRoom, placeOfIncoming, QuarantinedBytes, storeKeyOf } from '@duly/documents';
import { Register, type Incoming, type IncomingItem, type Sender } from '@duly/register';
import { isErased, Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { PrivateReads } from '../cases/private-reads.js';
import { erased } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { noSuchItem } from '../disclosing/disclosing-errors.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { incomingDecided, itemsNotJudged, noSuchIncoming } from './transfer-errors.js';

const listed = 200;

function lineOf(one: Incoming, sender: Sender | undefined): IncomingLine {
  const { incomingId: id, theirReference, state, bytes, receivedBytes: received, because, waitsFor } = one;
  const { announcedAt, receivedAt, examinedAt, decidedBy, decidedAt, letter, destroyedAt } = one;
  return {
    ...{ id, sender: sender?.title ?? '', theirReference, state, bytes, received, because, waitsFor },
    ...{ announcedAt, receivedAt, examinedAt, decidedBy, decidedAt, letter, destroyedAt },
  };
}

/** Packages that other controllers sent, and what people decide of them (ICO, right to data portability: relevant, and not too much). */
@Injectable()
export class KeepIncoming {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly room: DocumentRoom,
    private readonly privately: PrivateReads,
  ) {}

  async list(): Promise<IncomingList> {
    const { incoming, senders } = this.register.transferring;
    const packages = (await incoming.list(listed)).map(async one =>
      lineOf(one, await senders.byId(one.senderId)),
    );
    return { packages: await Promise.all(packages) };
  }

  async read(caller: Caller, incomingId: string): Promise<IncomingView> {
    const one = await this.found(incomingId);
    await this.privately.incoming(caller, incomingId);
    return this.view(one);
  }

  /** Once it is out of quarantine. @throws ApiError */
  async content(caller: Caller, incomingId: string, itemId: string) {
    const one = await this.found(incomingId);
    const item = (await this.register.transferring.assessing.items(incomingId)).find(
      ({ itemId: id }) => id === itemId,
    );
    if (!item) throw noSuchItem;
    if (item.deletedAt !== null || one.destroyedAt !== null) throw erased;
    await this.privately.incoming(caller, incomingId, itemId);
    return { content: Readable.from(await this.opened(one, item), { objectMode: false }), bytes: item.bytes };
  }

  judge(call: Call, incomingId: string, itemId: string, body: IncomingItemBody): Promise<Answer> {
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      const one = await this.found(incomingId);
      if (one.state !== 'to-assess') throw incomingDecided;
      await storeWords(this.vault, { requestId: incomingId }, [{ wordsId, text: body.words }]);
      const { decision, because = null, otherPeople, otherPeopleBasis = null } = body;
      const judged = { decision, because, otherPeople, otherPeopleBasis, words: wordsId };
      if (!(await this.register.transferring.assessing.judge(incomingId, itemId, judged, staffId)))
        throw noSuchItem;
      return { status: successStatuses.ok, body: await this.view(await this.found(incomingId)) };
    });
  }

  accept(call: Call, incomingId: string, { basis, words }: AcceptBody): Promise<Answer> {
    return this.decide(call, incomingId, { state: 'accepted', basis, words });
  }

  reject(call: Call, incomingId: string, { words }: RejectBody): Promise<Answer> {
    return this.decide(call, incomingId, { state: 'rejected', basis: null, words });
  }

  private decide(call: Call, incomingId: string, decided: Decided): Promise<Answer> {
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      if ((await this.found(incomingId)).state !== 'to-assess') throw incomingDecided;
      const { state, basis, words: text } = decided;
      await storeWords(this.vault, { requestId: incomingId }, [{ wordsId, text }]);
      const { assessing } = this.register.transferring;
      if (!(await assessing.decide(incomingId, { state, decisionWords: wordsId, basis }, staffId))) {
        if ((await this.found(incomingId)).state !== 'to-assess') throw incomingDecided;
        throw itemsNotJudged;
      }
      return { status: successStatuses.ok, body: await this.view(await this.found(incomingId)) };
    });
  }

  private async opened(one: Incoming, item: IncomingItem): Promise<AsyncIterable<Uint8Array>> {
    const { vault } = this;
    const { store } = this.room;
    if (item.documentId === null) {
      const parts = await this.register.transferring.incoming.parts(one.incomingId);
      return openFile(new QuarantinedBytes(one, parts, { vault, store }), item.path, usualLimits);
    }
    const place = placeOfIncoming(one.incomingId, item.documentId);
    const content = await vault.openDocument(place, store.get(storeKeyOf(place)));
    if (isErased(content)) throw erased;
    return content;
  }

  private async view(one: Incoming): Promise<IncomingView> {
    const { assessing, senders } = this.register.transferring;
    const sender = await senders.byId(one.senderId);
    const items = (await assessing.items(one.incomingId)).map(item => this.itemView(item));
    const people = await this.vault.people(one.incomingId);
    const subject = isErased(people) ? undefined : people.subject;
    return {
      ...lineOf(one, sender),
      person: subject
        ? { name: subject.name, email: subject.email ?? null, postalAddress: subject.postalAddress ?? null }
        : null,
      contact: sender?.contact ?? '',
      receipt: await this.text(one.receiptWords),
      decision: await this.text(one.decisionWords),
      basis: one.basis,
      items: await Promise.all(items),
    };
  }

  private async itemView(item: IncomingItem): Promise<IncomingItemView> {
    const { itemId: id, described, words, documentId: _documentId, deletedAt, ...rest } = item;
    return {
      id,
      ...rest,
      described: await this.text(described),
      words: await this.text(words),
      isDeleted: deletedAt !== null,
    };
  }

  private async text(wordsId: string | null): Promise<string | null> {
    const text = wordsId === null ? undefined : await this.vault.words(wordsId);
    return typeof text === 'string' ? text : null;
  }

  private async found(incomingId: string): Promise<Incoming> {
    const one = await this.register.transferring.incoming.byId(incomingId);
    if (!one) throw noSuchIncoming;
    return one;
  }
}

interface Decided {
  readonly state: 'accepted' | 'rejected';
  readonly basis: AcceptBody['basis'] | null;
  readonly words: string;
}
