import { momentAt, type Sender } from '@duly/letters';
import { buildMessage, type Address, type Signature } from '@duly/mail';
import { renderInside, type PackageJudgedData } from '@duly/notices';
import type { Incoming, IncomingItem } from '@duly/register';
import { isErased } from '@duly/vault';
import type { PostRoom } from '../activities/send-letter.js';

const most = 10;

/** In whose name the letters go out. */
export interface IncomingPostTerms extends Pick<Sender, 'organisation' | 'regulators'> {
  readonly from: Address;
  readonly replyTo: Address;
  readonly signature?: Signature;
}

/** Tells people what became of the data that another controller sent about them. */
export class IncomingPost {
  constructor(
    private readonly room: Pick<PostRoom, 'register' | 'vault' | 'post'>,
    private readonly terms: IncomingPostTerms,
  ) {}

  async sendSome(): Promise<void> {
    for (const one of await this.room.register.transferring.assessing.toTell(most)) await this.send(one);
  }

  /** Without an address somebody tells them otherwise: `GET /v1/incoming` shows it. */
  private async send(one: Incoming): Promise<void> {
    const { register, vault, post } = this.room;
    const { assessing } = register.transferring;
    const people = await vault.people(one.incomingId);
    const person = isErased(people) ? undefined : people.subject;
    if (person?.email === undefined) {
      await assessing.told(one.incomingId, 'no-address');
      return;
    }
    const { organisation: _organisation, regulators: _regulators, ...ends } = this.terms;
    const letter = renderInside('package-judged', await this.dataOf(one, person.name));
    const { subject, text, html, language } = letter;
    const messageHash = await vault.keyedHash('message id', `incoming ${one.incomingId}`);
    const to = { name: person.name, address: person.email };
    const content = { ...ends, subject, text, html, language, to, at: momentAt(Date.now()).at, messageHash };
    const { bytes } = await buildMessage(content, ends.signature);
    const { result } = await post.send({ from: ends.from.address, to: person.email }, bytes, 'first');
    if (result !== 'deferred') await assessing.told(one.incomingId, result);
  }

  private async dataOf(one: Incoming, addressee: string): Promise<PackageJudgedData> {
    const { register } = this.room;
    const { organisation, regulators } = this.terms;
    const items = await register.transferring.assessing.items(one.incomingId);
    const sender = await register.transferring.senders.byId(one.senderId);
    const reasons = one.decisionWords === null ? undefined : await this.text(one.decisionWords);
    const kept = items.filter(({ decision }) => decision === 'keep');
    return {
      on: momentAt(Date.now()).on,
      ...{ organisation, regulators, addressee },
      sender: sender?.title ?? 'another organisation',
      receivedOn: momentAt(Date.parse(one.receivedAt ?? one.announcedAt)).on,
      decision: one.state === 'accepted' || one.state === 'rejected' ? one.state : 'refused',
      ...(reasons !== undefined && { reasons }),
      kept: await this.described(kept),
      deleted: await this.described(items.filter(({ decision }) => decision === 'delete')),
      tellsOfOthers: kept.some(({ otherPeople }) => otherPeople === true),
    };
  }

  private described(items: readonly IncomingItem[]): Promise<readonly string[]> {
    return Promise.all(items.map(async ({ described }) => (await this.text(described)) ?? 'A part of it'));
  }

  private async text(wordsId: string): Promise<string | undefined> {
    const text = await this.room.vault.words(wordsId);
    return typeof text === 'string' && text.trim() !== '' ? text : undefined;
  }
}
