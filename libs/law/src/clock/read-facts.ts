import { writeDay, type Day } from '../dates/civil-date.js';
import type { Precondition } from '../rulesets/ruleset.js';
import type {
  Act,
  Arrival,
  Ask,
  ClarificationAnswer,
  ClarificationAsk,
  Closing,
  ExtensionNotice,
  Facts,
  OtherReceipt,
} from './facts.js';
import { closingTypes, type ReceiptFact } from './input.js';
import { fieldOf, isReceipt, readFlag, type ReadFact } from './read-fact.js';
import { WrongInput } from './wrong-input.js';

/**
 * The day of receipt: any day counts as that day, a weekend, a holiday or a late hour too (R16).
 * @throws WrongInput where there is none, or two on different days.
 */
export function dayOfReceipt(facts: readonly ReadFact[], startsWith: ReceiptFact['type']): Day {
  const receipts = facts.filter(({ type }) => type === startsWith);
  const [first] = receipts;
  if (!first) {
    throw new WrongInput(
      'NOT_RECEIVED',
      'events',
      `There is no "${startsWith}" on or before the day asked about.`,
      `Give one "${startsWith}" event; the clock begins with it.`,
    );
  }
  const other = receipts.find(({ on }) => on !== first.on);
  if (other) {
    throw new WrongInput(
      'RECEIVED_TWICE',
      fieldOf('date', other.place),
      `It was received on ${writeDay(first.on)} and cannot be received again on ${writeDay(other.on)} (R34).`,
      'A new ask is a case of its own; to correct the day, give only the right one.',
    );
  }
  return first.on;
}

function feeBasis(fact: ReadFact): '12(5)' | '15(3)' {
  const { basis } = fact.given;
  if (basis === '12(5)' || basis === '15(3)') return basis;
  throw new WrongInput(
    basis === undefined ? 'MISSING' : 'UNKNOWN_VALUE',
    fieldOf('basis', fact.place),
    'The basis of the fee is not known, and only one of the two moves the month (R23).',
    'Write "12(5)" (manifestly unfounded or excessive) or "15(3)" (further copies).',
  );
}

/** The names join what is asked with what arrives; without one, asks and answers without a name belong together. */
function refOf(fact: ReadFact): string {
  const { ref } = fact.given;
  if (ref === undefined || ref === null) return '';
  if (typeof ref === 'string' || typeof ref === 'number') return String(ref);
  throw new WrongInput('UNKNOWN_VALUE', fieldOf('ref', fact.place), 'A ref is a text.', 'Write "ref": "c1".');
}

interface Sorting {
  asks: Ask[];
  arrivals: Arrival[];
  clarificationAsks: ClarificationAsk[];
  clarificationAnswers: ClarificationAnswer[];
  extensionNotices: ExtensionNotice[];
  closings: Closing[];
  otherReceipts: OtherReceipt[];
}

function ask(sorting: Sorting, fact: ReadFact, of: Precondition): void {
  sorting.asks.push({
    of,
    on: fact.on,
    reasonableDoubts:
      of !== 'identity' || readFlag(fact.given['reasonableDoubts'], true, 'reasonableDoubts', fact.place),
    furtherCopies: of === 'fee' && feeBasis(fact) === '15(3)',
    doubtful: fact.doubtful,
  });
}

function arrival(sorting: Sorting, fact: ReadFact, of: Precondition): void {
  const sufficient = of === 'fee' || readFlag(fact.given['sufficient'], true, 'sufficient', fact.place);
  sorting.arrivals.push({ of, on: fact.on, sufficient, doubtful: fact.doubtful });
}

function answer(sorting: Sorting, fact: ReadFact, declined: boolean): void {
  sorting.clarificationAnswers.push({ ref: refOf(fact), on: fact.on, declined, doubtful: fact.doubtful });
}

/** An extension is taken to state its reasons unless it is said that it does not. */
function extensionNotice(sorting: Sorting, fact: ReadFact): void {
  sorting.extensionNotices.push({
    on: fact.on,
    reasons: readFlag(fact.given['reasons'], true, 'reasons', fact.place),
    doubtful: fact.doubtful,
  });
}

function sort(sorting: Sorting, fact: ReadFact, startsWith: ReceiptFact['type']): void {
  const { type, on } = fact;
  switch (type) {
    case 'received':
    case 'complaint_received':
    case 'consultation_received_by_regulator':
      if (type !== startsWith) sorting.otherReceipts.push({ type, on });
      return;
    case 'id_requested':
      return ask(sorting, fact, 'identity');
    case 'id_received':
      return arrival(sorting, fact, 'identity');
    case 'authority_requested':
      return ask(sorting, fact, 'authority');
    case 'authority_received':
      return arrival(sorting, fact, 'authority');
    case 'fee_requested':
      return ask(sorting, fact, 'fee');
    case 'fee_paid':
      return arrival(sorting, fact, 'fee');
    case 'clarification_requested':
      sorting.clarificationAsks.push({ ref: refOf(fact), on, doubtful: fact.doubtful });
      return;
    case 'clarification_received':
    case 'clarification_declined':
      return answer(sorting, fact, type === 'clarification_declined');
    case 'extension_notified':
      return extensionNotice(sorting, fact);
    case 'completed':
    case 'refused':
    case 'withdrawn':
    case 'abandoned':
    case 'died':
      sorting.closings.push({ type, on });
  }
}

/** A request may well be received before the complaint about it: receipts of other clocks may lie anywhere. */
function refuseEarlierThan(receipt: Day, facts: readonly ReadFact[]): void {
  const early = facts.find(({ type, on }) => on < receipt && !isReceipt(type));
  if (!early) return;
  throw new WrongInput(
    'BEFORE_RECEIPT',
    fieldOf('date', early.place),
    `"${early.type}" on ${writeDay(early.on)} lies before the receipt on ${writeDay(receipt)}.`,
    'Correct one of the two dates: nothing can happen to a request before it is received.',
  );
}

const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** By day, and facts of one kind and day by what they say, so that nothing is left to the order of recording. Written out: a case may have hundreds of facts. */
function putInOrder(sorting: Sorting): void {
  sorting.asks.sort(
    (one, other) =>
      one.on - other.on ||
      compared(one.of, other.of) ||
      Number(one.reasonableDoubts) - Number(other.reasonableDoubts) ||
      Number(one.furtherCopies) - Number(other.furtherCopies) ||
      Number(one.doubtful) - Number(other.doubtful),
  );
  sorting.arrivals.sort(
    (one, other) =>
      one.on - other.on ||
      compared(one.of, other.of) ||
      Number(one.sufficient) - Number(other.sufficient) ||
      Number(one.doubtful) - Number(other.doubtful),
  );
  sorting.clarificationAsks.sort(
    (one, other) =>
      one.on - other.on || compared(one.ref, other.ref) || Number(one.doubtful) - Number(other.doubtful),
  );
  sorting.clarificationAnswers.sort(
    (one, other) =>
      one.on - other.on ||
      compared(one.ref, other.ref) ||
      Number(one.doubtful) - Number(other.doubtful) ||
      Number(one.declined) - Number(other.declined),
  );
  sorting.extensionNotices.sort(
    (one, other) =>
      one.on - other.on ||
      Number(one.reasons) - Number(other.reasons) ||
      Number(one.doubtful) - Number(other.doubtful),
  );
  sorting.closings.sort(
    (one, other) => one.on - other.on || closingTypes.indexOf(one.type) - closingTypes.indexOf(other.type),
  );
  sorting.otherReceipts.sort((one, other) => one.on - other.on || compared(one.type, other.type));
}

function actsInOrder({ asks, clarificationAsks, extensionNotices }: Sorting): Act[] {
  const acts: Act[] = [
    ...asks.map(act => ({ kind: 'ask' as const, on: act.on, act })),
    ...clarificationAsks.map(act => ({ kind: 'clarification' as const, on: act.on, act })),
    ...extensionNotices.map(act => ({ kind: 'extension' as const, on: act.on, act })),
  ];
  return acts.sort((first, second) => first.on - second.on);
}

/** Sorts the facts by kind and day, so that the order of recording cannot matter. @throws WrongInput */
export function sortFacts(facts: readonly ReadFact[], startsWith: ReceiptFact['type'], receipt: Day): Facts {
  refuseEarlierThan(receipt, facts);
  const sorting: Sorting = {
    asks: [],
    arrivals: [],
    clarificationAsks: [],
    clarificationAnswers: [],
    extensionNotices: [],
    closings: [],
    otherReceipts: [],
  };
  for (const fact of facts) sort(sorting, fact, startsWith);
  putInOrder(sorting);
  return { receipt, ...sorting, acts: actsInOrder(sorting) };
}
