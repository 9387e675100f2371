import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CodeShown,
  DeliveriesView,
  DeliveryBody,
  DeliveryOfCase,
  DeliveryPrepared,
  PostedBody,
  TransferOfDelivery,
} from '@duly/api-contract';
import { Register, type Delivery, type DeliveryEvent, type DeliveryLink, type Package } from '@duly/register';
import { isErased, Vault, type Person } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { CaseReads } from '../cases/case-reads.js';
import { PrivateReads } from '../cases/private-reads.js';
import { erased } from '../commands/command-errors.js';
import { storeWords } from '../commands/store-words.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { BeginTransfer } from '../transferring/begin-transfer.js';
import { packageEncrypted } from '../transferring/transfer-errors.js';
import {
  deliveryNotSent,
  noOtherChannel,
  noSuchDeliveryOfCase,
  noSuchPackage,
  notReviewed,
  packageGone,
  packageNotReady,
} from './disclosing-errors.js';
import { Reviewing } from './reviewing.js';

const usual = { uses: 3, days: 14 };

function linkState(link: DeliveryLink): DeliveryOfCase['links'][number]['state'] {
  if (link.endedAt !== null) return 'ended';
  if (link.until === null) return 'waiting';
  if (Date.parse(link.until) <= Date.now()) return 'expired';
  if (link.used >= link.uses) return 'used-up';
  return link.lockedAt === null ? 'open' : 'locked';
}

/** How packages reach people: prepared here, sent by the answer of the case. */
@Injectable()
export class KeepDeliveries {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly calls: Calls,
    private readonly reads: CaseReads,
    private readonly privately: PrivateReads,
    private readonly reviewing: Reviewing,
    private readonly staff: StaffOfCalls,
    private readonly transfers: BeginTransfer,
  ) {}

  prepare(call: Call, caseId: string, body: DeliveryBody): Promise<Answer> {
    return this.calls.once(call, { deliveryId: randomUUID() }, async ({ work: { deliveryId }, staffId }) => {
      const { way, codeBy = null, uses = usual.uses, days = usual.days } = body;
      const made = await this.packageOf(caseId, body.package);
      await this.mustBeReviewed(made);
      const { requestId, packageId } = made;
      if (body.receiver !== undefined) {
        await this.transfers.mustBePossible(caseId, body.receiver);
        if (made.isEncrypted) throw packageEncrypted;
      }
      const { person, recipient } = await this.recipientOf(caseId, requestId);
      const channel = way === 'post' ? 'post' : codeBy;
      if (channel === 'phone' && person.phone === undefined) throw noOtherChannel;
      if (channel === 'post' && person.postalAddress === undefined) throw noOtherChannel;
      const delivery = { deliveryId, packageId, caseId, requestId, way, uses, days, recipient } as const;
      await this.register.disclosing.deliveries.prepare(
        {
          ...delivery,
          codeBy: way === 'link' ? codeBy : null,
          ...(body.receiver !== undefined && { receiverId: body.receiver }),
        },
        staffId,
      );
      const prepared: DeliveryPrepared = { delivery: deliveryId, case: caseId };
      return { status: successStatuses.ok, body: prepared };
    });
  }

  /** What an answer names must be able to leave: the package is there, and exactly that was reviewed. @throws ApiError */
  async mustBeSendable(caseId: string, deliveryId: string): Promise<void> {
    const delivery = await this.found(caseId, deliveryId);
    await this.mustBeReviewed(await this.packageOf(caseId, delivery.packageId));
  }

  /** As above; and what goes straight to somebody else has arrived there. @throws ApiError */
  async mustBeAnswerable(caseId: string, deliveryId: string): Promise<void> {
    await this.mustBeSendable(caseId, deliveryId);
    await this.transfers.mustHaveArrived(deliveryId);
  }

  /** Sends a package straight to another controller (UK GDPR Art 20(2)). */
  transfer(call: Call, caseId: string, deliveryId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if ((await this.found(caseId, deliveryId)).way !== 'transfer') throw deliveryNotSent;
      await this.mustBeSendable(caseId, deliveryId);
      await this.transfers.begin(caseId, deliveryId, staffId);
      return { status: successStatuses.ok, body: await this.read(caseId) };
    });
  }

  async read(caseId: string): Promise<DeliveriesView> {
    await this.reads.found(caseId);
    const { deliveries } = this.register.disclosing;
    const [all, links, events, transfers] = await Promise.all([
      deliveries.ofCase(caseId),
      this.register.disclosing.deliveryLinks.links(caseId),
      deliveries.events(caseId),
      this.transfers.ofCase(caseId),
    ]);
    const texts = new Map<string, string>();
    for (const { words } of events) {
      const text = words === null ? undefined : await this.vault.words(words);
      if (words !== null && typeof text === 'string') texts.set(words, text);
    }
    const views = all.map(one => viewOf(one, links, events, texts, transfers.get(one.deliveryId)));
    return { case: caseId, deliveries: views };
  }

  renew(call: Call, caseId: string, deliveryId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.mustBeSendable(caseId, deliveryId);
      const links = (await this.register.disclosing.deliveryLinks.links(caseId)).filter(
        link => link.deliveryId === deliveryId,
      );
      if (links.length === 0 || !(await this.register.disclosing.deliveryLinks.renew(deliveryId, staffId)))
        throw deliveryNotSent;
      return { status: successStatuses.ok, body: await this.read(caseId) };
    });
  }

  posted(call: Call, caseId: string, deliveryId: string, { words: text }: PostedBody): Promise<Answer> {
    return this.calls.once(call, { wordsId: randomUUID() }, async ({ work: { wordsId }, staffId }) => {
      const { requestId } = await this.found(caseId, deliveryId);
      if (text !== undefined) await storeWords(this.vault, { requestId, caseId }, [{ wordsId, text }]);
      const words = text === undefined ? null : wordsId;
      if (!(await this.register.disclosing.deliveries.posted(deliveryId, staffId, words)))
        throw deliveryNotSent;
      return { status: successStatuses.ok, body: await this.read(caseId) };
    });
  }

  /** A new code, for whoever tells it. What is kept of it is a keyed hash. */
  async code(caller: Caller, caseId: string, deliveryId: string): Promise<CodeShown> {
    await this.found(caseId, deliveryId);
    const code = String(randomInt(100_000_000)).padStart(8, '0');
    const by = await this.staff.idOf(caller);
    const hashOf = (linkId: string) => this.vault.keyedHash('delivery code', `${linkId}/${code}`);
    const link = await this.register.disclosing.deliveryLinks.giveCode(deliveryId, by, hashOf);
    if (link === undefined) throw deliveryNotSent;
    return { code, link };
  }

  async label(caller: Caller, caseId: string, deliveryId: string): Promise<string> {
    const { requestId } = await this.found(caseId, deliveryId);
    await this.privately.labelled(caller, await this.reads.found(caseId), deliveryId);
    const { person } = await this.recipientOf(caseId, requestId);
    if (person.postalAddress === undefined) throw noOtherChannel;
    return `${person.name}\n${person.postalAddress}\n`;
  }

  /** Who has the copy: whom the person named for it, in a request for access; else whoever asked. */
  private async recipientOf(caseId: string, requestId: string) {
    const { right } = await this.reads.found(caseId);
    const people = await this.vault.people(requestId);
    if (isErased(people)) throw erased;
    const { recipient } = people;
    if (recipient && right === 'access') return { person: recipient, recipient: 'recipient' as const };
    const person: Person | undefined = people.requester ?? people.subject;
    if (!person) throw erased;
    return { person, recipient: 'requester' as const };
  }

  private async mustBeReviewed(made: Package): Promise<void> {
    const { review, isFinished } = await this.reviewing.of(made.caseId);
    if (!isFinished || made.reviewVersion !== review.version) throw notReviewed;
  }

  private async packageOf(caseId: string, packageId?: string): Promise<Package> {
    await this.reads.found(caseId);
    const all = await this.register.disclosing.packages.ofCase(caseId);
    const made = packageId === undefined ? all[0] : all.find(one => one.packageId === packageId);
    if (!made) throw noSuchPackage;
    if (made.state === 'destroyed') throw packageGone;
    if (made.state !== 'ready') throw packageNotReady;
    return made;
  }

  private async found(caseId: string, deliveryId: string): Promise<Delivery> {
    await this.reads.found(caseId);
    const delivery = await this.register.disclosing.deliveries.byId(deliveryId);
    if (delivery?.caseId !== caseId) throw noSuchDeliveryOfCase;
    return delivery;
  }
}

function viewOf(
  delivery: Delivery,
  links: readonly DeliveryLink[],
  events: readonly DeliveryEvent[],
  texts: ReadonlyMap<string, string>,
  transfer: TransferOfDelivery | undefined,
): DeliveryOfCase {
  const {
    deliveryId: id,
    number,
    packageId,
    way,
    codeBy,
    recipient,
    preparedBy,
    preparedAt,
    endedAt,
  } = delivery;
  const own = (one: { readonly deliveryId: string }) => one.deliveryId === id;
  return {
    ...{ id, number, package: packageId, way, codeBy, recipient, preparedBy, preparedAt },
    hasEnded: endedAt !== null,
    transfer: transfer ?? null,
    links: links.filter(own).map(link => {
      const { number: place, until, uses, used, wantsCode, hasCode } = link;
      return { number: place, state: linkState(link), until, uses, used, wantsCode, hasCode };
    }),
    happened: events.filter(own).map(({ what, link, by, words, at }) => {
      return { what, link, by, words: words === null ? null : (texts.get(words) ?? null), at };
    }),
  };
}
