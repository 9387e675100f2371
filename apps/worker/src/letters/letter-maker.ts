import { isToStaff, type LetterOrder } from '@duly/case';
import { addressFault, buildMessage, packed, type Address, type Signature } from '@duly/mail';
import type { Letter } from '@duly/notices';
import type { Register, SealedMessage } from '@duly/register';
import { isErased, type Erased, type Vault } from '@duly/vault';
import type { Moment } from '../activities/attempt-time.js';
import { askedBy } from './asked.js';
import { writeLetter } from './write-letter.js';
import { wordsOf } from './letter-words.js';
import type { LetterContext, Sender } from './letter-context.js';
import { addresseeOf } from './people-of.js';
import { needsOf, type LetterNeeds } from './needs-of.js';

export interface MakerOptions extends Sender {
  /** What letters come from. */
  readonly from: Address;
  readonly replyTo: Address;
  /** Who is written to where a case has no handler, or its handler no address. */
  readonly fallbackStaffEmail: string;
  readonly signature?: Signature;
}

/** A letter that is ready to be sent, or to be printed where it cannot go by e-mail; or of which nothing may be known any more. */
export type Made =
  | { readonly kind: 'to-send' | 'no-address' | 'wrong-address'; readonly message: SealedMessage }
  | { readonly kind: 'erased' };

interface Reader {
  readonly name: string;
  readonly email: string | undefined;
  readonly actingFor?: string;
  readonly handler?: string;
  readonly orderedBy?: string;
  readonly needs?: LetterNeeds;
}

/** A letter in plain text alone, where the person asked for that. */
type Sendable = Omit<Letter, 'html'> & { readonly html: string | undefined };

/** Looks up who and what a letter is about, writes it, and seals the bytes that will be sent. */
export class LetterMaker {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly options: MakerOptions,
  ) {}

  /** @throws LetterNotComplete */
  async make(order: LetterOrder, now: Moment): Promise<Made> {
    const reader = isToStaff(order) ? await this.staffReader(order, now) : await this.requestReader(order);
    if (isErased(reader)) return { kind: 'erased' };
    const context = await this.contextOf(order, now, reader);
    if (isErased(context)) return { kind: 'erased' };
    const letter = writeLetter(context);
    const { needs } = reader;
    const made = needs?.plainText ? { ...letter, html: undefined } : letter;
    if (reader.email === undefined || needs?.byHand) return this.sealed(order, now, 'no-address', made);
    const to = { name: reader.name, address: reader.email };
    return addressFault(to)
      ? this.sealed(order, now, 'wrong-address', made)
      : this.sealed(order, now, to, made);
  }

  private async sealed(
    order: LetterOrder,
    now: Moment,
    to: Address | 'no-address' | 'wrong-address',
    letter: Sendable,
  ): Promise<Made> {
    const { from, replyTo, signature } = this.options;
    const { letterId, requestId } = order;
    const { subject, text, html, language } = letter;
    const messageHash = await this.vault.keyedHash('message id', letterId);
    const content = {
      from,
      replyTo,
      subject,
      text,
      ...(html !== undefined && { html }),
      language,
      at: now.at,
      messageHash,
    };
    const goesTo = typeof to === 'string' ? undefined : to;
    const { bytes, hash, messageId } = await buildMessage(
      goesTo ? { ...content, to: goesTo } : content,
      signature,
    );
    const sealed = await this.vault.sealLetter(requestId, letterId, packed(goesTo?.address ?? '', bytes));
    if (isErased(sealed)) return { kind: 'erased' };
    return { kind: typeof to === 'string' ? to : 'to-send', message: { sealed, hash, messageId } };
  }

  private async requestReader(order: LetterOrder): Promise<Reader | Erased> {
    const people = await this.vault.people(order.requestId);
    if (isErased(people)) return people;
    const { person, actingFor } = addresseeOf(order, people);
    return {
      name: person.name,
      email: person.email,
      needs: needsOf(person),
      ...(actingFor !== undefined && { actingFor }),
    };
  }

  private async staffReader({ caseId, recipient, decided }: LetterOrder, { on }: Moment): Promise<Reader> {
    const { staff, cases } = this.register;
    const acts = await staff.contactFor(caseId, 'handler', on);
    const contact = recipient === 'manager' ? await staff.contactFor(caseId, 'manager', on) : acts;
    const read = await cases.byId(caseId);
    const handler =
      acts ??
      (read.kind === 'found' && read.found.handler ? await staff.byId(read.found.handler) : undefined);
    const orderedBy = await staff.byId(decided.by);
    return {
      name: contact?.name ?? 'colleague',
      email: contact?.email ?? this.options.fallbackStaffEmail,
      ...(handler && { handler: handler.name }),
      ...(orderedBy && { orderedBy: orderedBy.name }),
    };
  }

  private async contextOf(
    order: LetterOrder,
    { on }: Moment,
    reader: Reader,
  ): Promise<LetterContext | Erased> {
    const { requestId } = order;
    const request = await this.register.cases.request(requestId);
    const [first, ...more] = request?.cases.map(one => one.right) ?? [];
    const asked = askedBy(order.about);
    const words = await wordsOf(
      [order.decided, order.about, asked?.decided, ...(order.tells ?? [])],
      this.vault,
    );
    if (isErased(words)) return words;
    return {
      organisation: this.options.organisation,
      regulators: this.options.regulators,
      ...(this.options.howToPay !== undefined && { howToPay: this.options.howToPay }),
      sharedParticulars: this.options.sharedParticulars,
      order,
      on,
      words,
      addressee: reader.name,
      requestReference: request?.reference ?? order.reference,
      rights: [first ?? order.right, ...more],
      ...(reader.actingFor !== undefined && { actingFor: reader.actingFor }),
      ...(reader.needs?.isLarge && { isLarge: true }),
      ...(reader.handler !== undefined && { handler: reader.handler }),
      ...(reader.orderedBy !== undefined && { orderedBy: reader.orderedBy }),
      ...(asked && { asked }),
    };
  }
}
