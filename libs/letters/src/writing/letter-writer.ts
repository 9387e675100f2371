import { isToStaff, type LetterOrder, type WordsId } from '@duly/case';
import { addressFault, singleAddress, type Address } from '@duly/mail';
import type { DisclosureTold, Letter } from '@duly/notices';
import { addressHash, type Register, type RegisteredRequest } from '@duly/register';
import { isErased, type Erased, type People, type Vault } from '@duly/vault';
import type { Moment } from '../moment.js';
import { askedBy } from './asked.js';
import { shownInPreview } from './disclosure-told.js';
import type { LetterContext, Sender, TransferOutcomeTold } from './letter-context.js';
import { wordsOf } from './letter-words.js';
import { needsOf, type LetterNeeds } from './needs-of.js';
import { addresseeOf } from './people-of.js';
import { writeLetter } from './write-letter.js';

export interface WriterOptions extends Sender {
  /** Who is written to where a case has no handler, or its handler no address. */
  readonly fallbackStaffEmail: string;
  /** Of whoever has asked for no other (BCP 47). */
  readonly language: string;
}

/** What the vault and the register do not hold yet, because the command that brings it has not been given. */
export interface NotYetKept {
  /** Texts by their ids. */
  readonly words?: ReadonlyMap<WordsId, string>;
  /** How the copy reaches the person: a link is made once, for the letter that is sent. */
  readonly disclosure?: DisclosureTold;
  /** What became of a transfer. */
  readonly transfer?: TransferOutcomeTold;
  /** Of a request that has not been opened: who takes part in it, and how letters name it. */
  readonly request?: Pick<RegisteredRequest, 'reference'> & {
    readonly rights: LetterContext['rights'];
    readonly people: People;
  };
}

/** How a letter goes: to an address, or printed by a person because there is none, or none that can be written to. */
export type GoesTo = Address | 'no-address' | 'wrong-address';

/** A letter in plain text alone, where the person asked for that. */
export type Sendable = Omit<Letter, 'html'> & { readonly html: string | undefined };

export interface Written {
  readonly letter: Sendable;
  readonly goesTo: GoesTo;
}

interface Reader {
  readonly name: string;
  readonly email: string | undefined;
  readonly postalAddress?: string;
  readonly actingFor?: string;
  readonly handler?: string;
  readonly orderedBy?: string;
  readonly needs?: LetterNeeds;
}

function wayTo({ name, email, needs }: Reader): GoesTo {
  if (email === undefined || needs?.byHand) return 'no-address';
  const to = { name, address: email };
  return addressFault(to) ? 'wrong-address' : singleAddress(to);
}

/** What is known of the reader, as the letter's context names it. */
const asContext = ({ name, postalAddress, actingFor, handler, orderedBy, needs }: Reader) => ({
  addressee: name,
  ...(needs && { language: needs.language }),
  ...(postalAddress !== undefined && { postalAddress }),
  ...(actingFor !== undefined && { actingFor }),
  ...(needs?.isLarge && { isLarge: true }),
  ...(handler !== undefined && { handler }),
  ...(orderedBy !== undefined && { orderedBy }),
});

/** Looks up who and what a letter is about, and writes it: the same for the letter that is sent and for its preview. */
export class LetterWriter {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly options: WriterOptions,
  ) {}

  /** @throws LetterNotComplete */
  async write(order: LetterOrder, now: Moment, notYetKept: NotYetKept = {}): Promise<Written | Erased> {
    const reader = isToStaff(order)
      ? await this.staffReader(order, now)
      : await this.requestReader(order, notYetKept.request?.people);
    if (isErased(reader)) return reader;
    const context = await this.contextOf(order, now, reader, notYetKept);
    if (isErased(context)) return context;
    const letter = writeLetter(context);
    return {
      letter: reader.needs?.plainText ? { ...letter, html: undefined } : letter,
      goesTo: wayTo(reader),
    };
  }

  private async requestReader(order: LetterOrder, named?: People): Promise<Reader | Erased> {
    const people = named ?? (await this.vault.people(order.requestId));
    if (isErased(people)) return people;
    const { person, actingFor } = addresseeOf(order, people);
    const { name, postalAddress } = person;
    return {
      name,
      email: await this.workingAddress(order.requestId, person.email),
      needs: needsOf(person, order.kind, this.options.language),
      ...(postalAddress !== undefined && { postalAddress }),
      ...(actingFor !== undefined && { actingFor }),
    };
  }

  /** Nobody is written to again at an address that is known to take nothing: letters go by post until another is named. */
  private async workingAddress(requestId: string, email: string | undefined): Promise<string | undefined> {
    if (email === undefined) return undefined;
    const hasFailed = await this.register.mailReports.hasFailed(
      requestId,
      await addressHash(this.vault, email),
    );
    return hasFailed ? undefined : email;
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

  private async requestOf({
    requestId,
    reference,
    right,
  }: LetterOrder): Promise<Pick<NonNullable<NotYetKept['request']>, 'reference' | 'rights'>> {
    const request = await this.register.cases.request(requestId);
    const [first = right, ...more] = request?.cases.map(one => one.right) ?? [];
    return { reference: request?.reference ?? reference, rights: [first, ...more] };
  }

  private async contextOf(
    order: LetterOrder,
    { on }: Moment,
    reader: Reader,
    notYetKept: NotYetKept,
  ): Promise<LetterContext | Erased> {
    const request = notYetKept.request ?? (await this.requestOf(order));
    const asked = askedBy(order.about);
    const told = [order.decided, order.about, asked?.decided, ...(order.tells ?? [])];
    const words = await wordsOf(told, this.vault, notYetKept.words);
    if (isErased(words)) return words;
    const disclosure = notYetKept.disclosure ?? (await shownInPreview(order, this.register));
    const { organisation, regulators, howToPay, sharedParticulars } = this.options;
    return {
      organisation,
      regulators,
      ...(howToPay !== undefined && { howToPay }),
      sharedParticulars,
      order,
      on,
      words,
      requestReference: request.reference,
      rights: request.rights,
      ...asContext(reader),
      ...(asked && { asked }),
      ...(disclosure && { disclosure }),
      ...(notYetKept.transfer && { transfer: notYetKept.transfer }),
    };
  }
}
