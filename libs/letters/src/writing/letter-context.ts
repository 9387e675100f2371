import type { CaseEvent, CaseRight, EventOf, EventType, LetterOrder, ParticularName } from '@duly/case';
import type { DisclosureTold, Organisation, TransferData, ToPerson, ToStaff } from '@duly/notices';
import type { CivilDate, Regulator } from '@duly/law';
import type { Asked } from './asked.js';
import type { Words } from './letter-words.js';

/** The organisation and the regulators, as letters name them. */
export interface Sender {
  readonly organisation: Organisation;
  readonly regulators: readonly [Regulator, ...Regulator[]];
  /** How a fee is paid; without it a letter says whom to ask. */
  readonly howToPay?: string;
  /** What the organisation says in every access answer (UK GDPR Art 15(1)). */
  readonly sharedParticulars: Readonly<Partial<Record<ParticularName, string>>>;
}

export type TransferOutcomeTold = Pick<TransferData, 'receiver' | 'told'>;

/** Everything a letter is written from, once it has been looked up. */
export interface LetterContext extends Sender {
  readonly order: LetterOrder;
  /** The day it is written, by the case's own time. */
  readonly on: CivilDate;
  readonly words: Words;
  readonly addressee: string;
  /** Of the person written to, lines apart by `\n`; printed where the letter is posted. */
  readonly postalAddress?: string;
  readonly actingFor?: string;
  /** Of the person written to (BCP 47). */
  readonly language?: string;
  /** The person reads large print. */
  readonly isLarge?: boolean;
  /** Of the request, and its rights; letters of a case name the case's own. */
  readonly requestReference: string;
  readonly rights: readonly [CaseRight, ...CaseRight[]];
  /** How the copy reaches the person. */
  readonly disclosure?: DisclosureTold;
  /** What became of a transfer, in the letter that tells of it. */
  readonly transfer?: TransferOutcomeTold;
  /** The ask a reminder, a warning or a closure speaks of. */
  readonly asked?: Asked;
  /** The name of who does the work of the case's handler on that day, for the manager. */
  readonly handler?: string;
  /** The name of the member of staff whose step ordered the letter, in letters to staff. */
  readonly orderedBy?: string;
}

export const toPerson = (context: LetterContext): ToPerson => {
  const { order, on, organisation, regulators, addressee, actingFor, isLarge, requestReference } = context;
  const { postalAddress, language } = context;
  return {
    on,
    organisation,
    regulators,
    addressee,
    ...(language !== undefined && { language }),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(actingFor !== undefined && { actingFor }),
    ...(order.recipient === 'recipient' && { onlyReceives: true }),
    ...(isLarge === true && { isLarge }),
    reference: order.level === 'request' ? requestReference : order.reference,
    receivedOn: order.receivedOn,
  };
};

export const ofCase = (context: LetterContext) => ({ ...toPerson(context), right: context.order.right });

export const toStaff = ({ order, on, organisation, addressee }: LetterContext): ToStaff => ({
  on,
  organisation,
  addressee,
  reference: order.reference,
  right: order.right,
  receivedOn: order.receivedOn,
});

/** The deciding event as one of these types: a letter of another kind was ordered otherwise, which is a fault in the case. */
export function decidedAs<Type extends EventType>(
  event: CaseEvent | undefined,
  ...types: readonly Type[]
): EventOf<Type> {
  if (event && types.some(type => type === event.type)) return event as EventOf<Type>;
  throw new Error(`A letter that ${types.join(' or ')} decides was ordered by ${event?.type ?? 'nothing'}.`);
}

/** How the request came. An enquiry is confirmed when it is promoted, and the letter speaks of its receipt. */
export function receiptOf({ order: { decided, about } }: LetterContext): EventOf<'RequestReceived'> {
  return decidedAs(about ?? decided, 'RequestReceived');
}
